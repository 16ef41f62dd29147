using System.Text.Encodings.Web;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.IndicatorCatalogue;
using Cornerstone.Languages;
using Cornerstone.Sheets;
using Cornerstone.Workbooks;
using Cornerstone.Workbooks.Published;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cornerstone.Features.IndicatorImport;

/// <summary>Files named at the command line, each through the same two workbooks a person would send: first cards that are not there yet, then values.</summary>
internal sealed class ImportFiles(AppDb db, string country, int fiscalMonth)
{
    public async Task<FileImport> FileAsync(string path, CancellationToken ct)
    {
        var name = Path.GetFileName(path);
        try
        {
            await using var stream = File.OpenRead(path);
            return Published(stream, name) is { } published
                ? await PublishedAsync(name, published, ct)
                : await FilledAsync(name, path, ct);
        }
        catch (UnreadableSheetException fault)
        {
            return FileImport.Unread(name, fault.Place.Length > 0 ? $"{fault.Place}: {fault.Message}" : fault.Message);
        }
    }

    /// <summary>Reference figures that have a date; the others are named and stay off the axis of time.</summary>
    public Task<FileImport> FiguresAsync(CancellationToken ct) => PublishedAsync("figures", FigureSeries.Read(ReferenceFigure.All), ct);

    private PublishedFile? Published(Stream stream, string name) =>
        SdgLayout.Fits(name) ? Named(SdgLayout.Read(stream, name, fiscalMonth))
        : name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? PersonnelLayout.Read(stream, name)
        : StrengthLayout.Fits(stream) ? StrengthLayout.Read(stream, name)
        : null;

    // The file's name is a number; the catalogue knows what it counts.
    private static PublishedFile Named(PublishedFile file) => file with
    {
        Series = [.. file.Series.Select(s => CatalogueEntry.All.FirstOrDefault(e => e.SdgCode is not null && s.Code == $"SDG-{e.SdgCode}") is { } entry
            ? s with { Title = $"{entry.Name["en"]} (SDG {entry.SdgCode})" } : s)],
    };

    private async Task<FileImport> PublishedAsync(string name, PublishedFile published, CancellationToken ct)
    {
        using var cards = PublishedTables.Cards(await UnknownAsync(published.Series, ct));
        using var points = PublishedTables.Points(published.Series);
        var ofCards = await BringInAsync("indicators", cards, ct);
        var ofValues = await BringInAsync("series", points, ct);
        return FileImport.Of(name, ofCards.Added, ofValues with { Findings = InTheirFile(ofValues.Findings, name, published.Series) }, [.. published.Findings, .. ofCards.Findings]);
    }

    // Values were judged as rows of a table made on the way: its first row holds the headings. A person looks for them in the file that was sent.
    private static List<WorkbookFinding> InTheirFile(IReadOnlyList<WorkbookFinding> findings, string name, IReadOnlyList<PublishedSeries> series)
    {
        var points = series.SelectMany(s => s.Points, (s, p) => (s.Code, Point: p)).ToList();
        return [.. findings.Select(f => f.Line < 2 || f.Line - 2 >= points.Count ? f with { Sheet = name } : f with
        {
            Sheet = name,
            Line = points[f.Line - 2].Point.Line,
            Cell = string.Join(' ', points[f.Line - 2].Code, points[f.Line - 2].Point.Period, points[f.Line - 2].Point.Dimensions).TrimEnd(),
        })];
    }

    // Values more often than cards; a file that is neither is explained by what values would need.
    private async Task<FileImport> FilledAsync(string name, string path, CancellationToken ct)
    {
        var values = await BringInAsync("series", path, ct);
        var cards = values.IsUsable ? null : await BringInAsync("indicators", path, ct);
        return cards is { IsUsable: true } ? FileImport.Of(name, cards.Added, cards with { Added = 0 }, []) : FileImport.Of(name, 0, values, []);
    }

    // A card somebody keeps is never overwritten by what a file knows less of.
    private async Task<List<PublishedSeries>> UnknownAsync(IReadOnlyList<PublishedSeries> series, CancellationToken ct)
    {
        var known = new HashSet<string>();
        await foreach (var row in Workbook("indicators").ReadAsync(Run(), ct))
        {
            known.Add(row.Text("code") ?? "");
        }

        return [.. series.Where(s => !known.Contains(s.Code))];
    }

    private async Task<ImportOutcome> BringInAsync(string workbook, string path, CancellationToken ct)
    {
        await using var stream = File.OpenRead(path);
        return await BringInAsync(workbook, stream, ct);
    }

    private async Task<ImportOutcome> BringInAsync(string workbook, Stream stream, CancellationToken ct)
    {
        using var file = SheetFile.Open(stream);
        return await WorkbookImport.RunAsync(Workbook(workbook), file, Run(), ImportChoice.GoodRows, ct);
    }

    private static IWorkbook Workbook(string name) => new IndicatorImportRoom().Workbooks.Single(w => w.Name == name);

    private WorkbookRun Run() => new(
        db, country, Reader.Operator, new Act(WorkbookImport.ActName, country, TimeProvider.System.GetUtcNow(), "Imported at the command line"),
        new Text(new Catalogue([], NullLogger<Catalogue>.Instance), HtmlEncoder.Default));
}

/// <summary>What became of one file.</summary>
/// <param name="Indicators">Cards that were not there before.</param>
internal sealed record FileImport(string File, int Indicators, int Added, int Changed, int Unchanged, int Refused, IReadOnlyList<WorkbookFinding> Findings, string? Message)
{
    public static FileImport Unread(string file, string message) => new(file, 0, 0, 0, 0, 0, [], message);

    public static FileImport Of(string file, int indicators, ImportOutcome values, IReadOnlyList<WorkbookFinding> before) => new(
        file, indicators, values.Added, values.Changed, values.Unchanged, values.Refused + before.Count(f => f.Grade == FindingGrade.Error),
        [.. before, .. values.Findings], values.IsUsable ? null : "The file has no sheet or table with the columns that values or indicators need; no row was read.");
}
