using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using Cornerstone.Features.SupportTwins;
using Cornerstone.Iati;
using Cornerstone.Sheets;

namespace Cornerstone.Bench;

/// <summary>
/// <c>twins</c>: registers of two countries that stand in the shared data twice, as tables of a national register and as published files.
/// Their numbers say which rows are one project; they are taken away, and it is measured what likeness alone finds again.
/// </summary>
internal static class TwinsBench
{
    private static readonly (string Country, string Table, string File)[] Registers =
    [
        ("Senegal", "SenegalAIMS_GeocodedResearchRelease_Level1_v1.5.1", "iati_2.03_SenegalAIMS_GeocodedResearchRelease"),
        ("Uganda", "UgandaAIMS_GeocodedResearchRelease_Level1_v1.4.1", "iati_2.03_UgandaAIMS_GeocodedResearchRelease"),
    ];

    internal static int Run(Options options)
    {
        if (options.Folder("03-crs-tossd") is not { } tables || options.Folder("02-iati") is not { } files)
        {
            Console.Error.WriteLine("No tables and files of the same projects: name their folder with --data.");
            return 2;
        }

        Console.WriteLine($"{"",-44} {"pairs",7} {"proposed",9} {"right",7} {"precision",10} {"recall",8} {"seconds",8}");
        foreach (var (country, table, file) in Registers)
        {
            var national = Table(Path.Combine(tables, "aiddata", "geocoded", table + ".zip")).ToDictionary(a => a.Identifier);
            var published = Published(Path.Combine(files, "aiddata-geocoded", "iati", file + ".xml")).DistinctBy(a => a.Identifier).ToDictionary(a => a.Identifier);
            Measure($"{country}: with numbers", national, published, a => a);
            Measure($"{country}: numbers taken away", national, published, Unnamed);
            Measure($"{country}: and a third of the words of titles", national, published, a => Unnamed(a) with { Title = a.Source == NationalSource ? Shortened(a.Title) : a.Title });
        }

        return 0;
    }

    private static readonly Guid NationalSource = Guid.CreateVersion7();
    private static readonly Guid PublishedSource = Guid.CreateVersion7();
    private static readonly Dictionary<string, Guid> Organisations = new(StringComparer.OrdinalIgnoreCase);

    private static void Measure(string name, Dictionary<string, ToldActivity> national, Dictionary<string, ToldActivity> published, Func<ToldActivity, ToldActivity> as_)
    {
        var truth = national.Keys.Where(published.ContainsKey).Select(k => (national[k].Id, published[k].Id)).ToHashSet();
        var activities = national.Values.Concat(published.Values).Select(as_).ToList();
        var watch = Stopwatch.StartNew();
        var found = LikelyTwins.In(activities);
        watch.Stop();
        var right = found.Count(f => truth.Contains((f.One.Id, f.Other.Id)) || truth.Contains((f.Other.Id, f.One.Id)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-44} {truth.Count,7} {found.Count,9} {right,7} {(double)right / Math.Max(1, found.Count),10:P1} {(double)right / Math.Max(1, truth.Count),8:P1} {watch.Elapsed.TotalSeconds,8:F2}"));
    }

    private static ToldActivity Unnamed(ToldActivity activity) => activity with { Identifier = "" };

    private static string Shortened(string title) => string.Join(' ', title.Split(' ').Where((_, i) => i % 3 != 2));

    private static IEnumerable<ToldActivity> Table(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        var sums = Rows(zip, "data/transactions.csv").GroupBy(r => (r["project_id"], r["transaction_value_code"])).ToDictionary(g => g.Key, g => g.Sum(r => Number(r["transaction_value"])) ?? 0m);
        foreach (var row in Rows(zip, "data/projects.csv"))
        {
            yield return new(Guid.CreateVersion7(), NationalSource, row["project_id"])
            {
                Title = row["project_title"],
                Organisations = row["donors"].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Organisation).ToHashSet(),
                Starts = Day(row["start_actual_isodate"]),
                Ends = Day(row["end_actual_isodate"]),
                Committed = sums.TryGetValue((row["project_id"], "C"), out var committed) ? committed : null,
                Paid = sums.TryGetValue((row["project_id"], "D"), out var paid) ? paid : null,
            };
        }
    }

    private static IEnumerable<ToldActivity> Published(string path)
    {
        using var stream = File.OpenRead(path);
        foreach (var said in new IatiReader(stream, new IatiOptions { Now = DateTimeOffset.MaxValue.AddYears(-1) }).Read().Select(r => r.Activity).OfType<Iati.Activity>())
        {
            decimal? Sum(string type) => said.Transactions.Any(t => t.Type == type) ? said.Transactions.Where(t => t.Type == type).Sum(t => t.Value?.Number) : null;
            DateOnly? Day(string type) => said.Dates.Where(d => d.Type == type).Select(d => d.Day).FirstOrDefault();
            yield return new(Guid.CreateVersion7(), PublishedSource, said.Identifier?.Split('-')[^1] ?? "")
            {
                Title = said.Title.Select(n => n.Text).FirstOrDefault() ?? "",
                Organisations = said.ParticipatingOrganisations.SelectMany(o => o.Name.Take(1)).Select(n => Organisation(n.Text)).ToHashSet(),
                Starts = Day("2") ?? Day("1"),
                Ends = Day("4") ?? Day("3"),
                Committed = Sum("2"),
                Paid = Sum("3"),
            };
        }
    }

    private static IEnumerable<IReadOnlyDictionary<string, string>> Rows(ZipArchive zip, string name)
    {
        using var content = zip.Entries.Single(e => e.FullName.EndsWith(name, StringComparison.Ordinal)).Open();
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        copy.Position = 0;
        foreach (var row in NamedRows.Read(copy)) yield return row;
    }

    private static Guid Organisation(string name) => Organisations.TryGetValue(name.Trim(), out var known) ? known : Organisations[name.Trim()] = Guid.CreateVersion7();

    private static decimal? Number(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
