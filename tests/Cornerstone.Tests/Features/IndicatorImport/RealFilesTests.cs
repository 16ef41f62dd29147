using System.Text.Json;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.IndicatorImport;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Tests.Features.IndicatorImport;

/// <summary>Published files nobody here wrote, through the same path as a file sent by a person, against counts made without our readers.</summary>
public sealed class RealFilesTests
{
    private const string Country = "XS";
    private const int July = 7;

    private static readonly string[] PersonnelFields = ["troops_f", "troops_m", "civpol_f", "civpol_m", "eom_f", "eom_m", "ip_f", "ip_m", "fpu_f", "fpu_m"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static string Folder => Path.Combine(Repository.Shared ?? "", "data/08-gender-sdg");

    [Fact]
    public async Task Every_series_of_Uganda_becomes_an_indicator_with_all_its_values_and_the_same_again_changes_nothing()
    {
        var files = Files("sdg-uganda/data", "*.csv");
        await using var app = await TestApp.StartAsync();
        await using var db = await app.Database.AsAsync(Reader.Operator, Ct);
        var import = new ImportFiles(db, Country, July);

        var first = await AllAsync(import, files);
        var second = await AllAsync(import, files);

        Assert.All(first.Zip(files), f => Assert.Equal((1, Rows(f.Second).Count, 0), (f.First.Indicators, f.First.Added, f.First.Refused)));
        Assert.All(second.Zip(files), f => Assert.Equal((0, 0, 0, Rows(f.Second).Count), (f.First.Indicators, f.First.Added, f.First.Changed, f.First.Unchanged)));
        Assert.Equal(files.Sum(f => Rows(f).Count), await db.SeriesPoints.CountAsync(p => p.Country == Country, Ct));
        var homicide = await PointsAsync(db, "SDG-16.1.1");
        Assert.Equal(35.87835319m, homicide.MinBy(p => p.Period)!.Value.Number);
        Assert.Equal(new Period(new(2005, 7, 1), new(2006, 6, 30)), homicide.Min(p => p.Period));
    }

    [Fact]
    public async Task Personnel_by_sex_adds_up_in_the_record_as_in_the_file()
    {
        var file = Path.Combine(Folder, "20140331_4missions.json");
        Assert.SkipUnless(File.Exists(file), "The personnel of missions by sex are not here.");
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(file, Ct));
        var counts = json.RootElement.EnumerateArray().SelectMany(r => r.EnumerateObject())
            .Where(p => PersonnelFields.Contains(p.Name) && p.Value.ValueKind == JsonValueKind.Number).Select(p => p.Value.GetInt64()).ToList();
        var women = json.RootElement.EnumerateArray().Where(r => r.GetProperty("mission").GetString() == "UNIFIL").Sum(r => r.GetProperty("total_f").GetInt64());
        await using var app = await TestApp.StartAsync();
        await using var db = await app.Database.AsAsync(Reader.Operator, Ct);

        var outcome = await new ImportFiles(db, Country, July).FileAsync(file, Ct);

        Assert.Equal((4, counts.Count, 0), (outcome.Indicators, outcome.Added, outcome.Refused));
        var unifil = await PointsAsync(db, "PERSONNEL-UNIFIL");
        Assert.Equal(women, unifil.Where(p => DimensionKey.Parse(p.Dimensions).Parts["sex"] == "F").Sum(p => p.Value.Number));
        Assert.Equal(counts.Sum(), await db.SeriesPoints.Where(p => p.Country == Country).SumAsync(p => p.ValueLow, Ct));
    }

    [Fact]
    public async Task Strength_of_all_missions_month_by_month_comes_in_whole()
    {
        var files = Files("ipi-peacekeeping/ppp_files", "data_m*.csv");
        // Contributors, troops, police, observers, total: the last five columns of a mission's row, by number in the row of all missions.
        var missions = Rows(files.Single(f => f.EndsWith("mission.csv", StringComparison.Ordinal))).SelectMany(r => r[^5..]).Count(c => c != "NA");
        var all = Rows(files.Single(f => f.EndsWith("monthly.csv", StringComparison.Ordinal))).SelectMany(r => new[] { r[1], r[2], r[6], r[10], r[14] }).Count(c => c != "NA");
        await using var app = await TestApp.StartAsync();
        await using var db = await app.Database.AsAsync(Reader.Operator, Ct);
        var import = new ImportFiles(db, Country, July);

        var first = await AllAsync(import, files);
        var second = await AllAsync(import, files);

        Assert.Equal((missions + all, 0), (first.Sum(f => f.Added), first.Sum(f => f.Refused)));
        Assert.Equal((0, 0, missions + all), (second.Sum(f => f.Added), second.Sum(f => f.Changed), second.Sum(f => f.Unchanged)));
        // A doubtful jump is told at the row it stands in, with the series it belongs to.
        Assert.Contains(first[0].Findings, f => f is { Rule: "I5", Sheet: "data_mission.csv", Line: > 1 } && f.Cell.StartsWith("PERSONNEL-", StringComparison.Ordinal));
    }

    private static List<string> Files(string folder, string pattern)
    {
        var path = Path.Combine(Folder, folder);
        Assert.SkipUnless(Directory.Exists(path), $"The published files of {folder} are not here.");
        return [.. Directory.GetFiles(path, pattern).Order(StringComparer.Ordinal)];
    }

    private static List<string[]> Rows(string path) => [.. File.ReadLines(path).Skip(1).Where(l => l.Length > 0).Select(l => l.Split(','))];

    private static async Task<List<FileImport>> AllAsync(ImportFiles import, List<string> files)
    {
        var outcomes = new List<FileImport>();
        foreach (var file in files)
        {
            outcomes.Add(await import.FileAsync(file, Ct));
        }

        return outcomes;
    }

    private static async Task<List<SeriesPoint>> PointsAsync(AppDb db, string code)
    {
        var indicator = await db.Indicators.SingleAsync(i => i.Country == Country && i.Code == code, Ct);
        return await db.SeriesPoints.Where(p => p.IndicatorId == indicator.Id).ToListAsync(Ct);
    }
}
