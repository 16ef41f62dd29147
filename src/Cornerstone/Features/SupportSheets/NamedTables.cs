using Cornerstone.Data;
using Cornerstone.Features.SupportImport;
using Cornerstone.Sheets;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.SupportSheets;

/// <summary>Tables at the command line: by a layout that is known, or as their source's last table was read on the page. Nothing is guessed that nobody has seen.</summary>
internal sealed class NamedTables : ITables
{
    public async Task<(TableRead? Table, string? Message)> ReadAsync(Database database, string path, string name, SupportOrder order, CancellationToken ct)
    {
        var bytes = await File.ReadAllBytesAsync(path, ct);
        try
        {
            var (headings, first) = TableReading.Look(new MemoryStream(bytes, writable: false), TableShape.RowsNeeded);
            if (TableShape.IsSums(headings, first))
            {
                return (null, "the table holds sums, not activities.");
            }

            await using var db = await database.AsAsync(order.Reader, ct);
            var (mapping, message) = await MappingAsync(db, name, order, headings, ct);
            var workspace = await db.Workspaces.AsNoTracking().SingleAsync(w => w.Code == order.Country, ct);
            return mapping is null ? (null, message) : (Read(Path.GetFileName(path), bytes, mapping, TableCountry.Of(workspace)), null);
        }
        catch (UnreadableSheetException fault)
        {
            return (null, $"{fault.Place}: {fault.Message}".TrimStart(':', ' '));
        }
    }

    private static TableRead Read(string name, byte[] bytes, TableMapping mapping, TableCountry country)
    {
        var reading = TableReading.Of(new MemoryStream(bytes, writable: false), mapping, country);
        return new(
            SupportFile.Of(name, reading.AsFile()), new(mapping.Kind, reading.Findings, reading.Rules),
            [.. mapping.Columns.Where(c => c.Field != TableField.Ignored).Select(c => $"{c.Heading} = {c.Field}"), $"amounts × {mapping.Factor:0}{(mapping.Currency is { } currency ? $" {currency}" : "")}"]);
    }

    // A source known by its own name comes first: somebody looked at its columns.
    private static async Task<(TableMapping? Mapping, string? Message)> MappingAsync(AppDb db, string name, SupportOrder order, IReadOnlyList<string> headings, CancellationToken ct)
    {
        var layout = TableLayout.Named(name);
        var source = layout?.Source ?? name;
        var kept = await db.Set<TableMapping>().AsNoTracking()
            .Where(m => m.Country == order.Country && m.Name == source && m.Compartment == null).OrderBy(m => m.Kind).ToListAsync(ct);
        return kept.Find(m => m.Classification == order.Classification && (layout is null || m.Kind == layout.Kind)) is { } mapping ? (mapping, null)
            : layout is null ? (null, kept.Count > 0
                ? $"the columns of “{name}” were chosen at the level {string.Join(", ", kept.Select(k => k.Classification).Distinct())}: say so with --classification."
                : $"no columns were chosen for “{name}” in {order.Country}. Send one of its tables on the page “A table of another system” first, or use one of {string.Join(", ", TableLayout.All.Select(l => l.Name))}.")
            : layout.Fits(headings) ? (layout.Mapping(order.Country, order.Classification, headings), null)
            : (null, $"the table has no column “{layout.Sign}”, as tables of the {layout.Name} have.");
    }
}
