using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Cornerstone.Features.SupportImport;
using Cornerstone.Tests.Features.SupportImport;
using Cornerstone.Tests.Features.SupportSheets;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.SupportReported;

/// <summary>
/// What givers told the OECD of Albania, beside a file its largest publisher there told of itself. The published tables hold one sum for
/// each giver: each becomes a row of the OECD's layout, so that their money is real and only their numbers are not. Both are read into the
/// invented country.
/// </summary>
public sealed class RealReportedTests
{
    private const string Country = "Albania";
    private const string Published = "data/02-iati/khmdagal/undp-albania-valid-data-as-example.xml";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_told_side_is_that_of_the_OECDs_own_tables_and_every_line_adds_up()
    {
        var told = Told("crs_2015.csv", 2015).Concat(Told("crs_2019.csv", 2019)).ToList();
        var path = Path.Combine(Repository.Shared ?? "", Published);
        Assert.SkipUnless(File.Exists(path), $"The published file is not on this machine (../shared/{Published}, or CORNERSTONE_SHARED).");
        await using var app = await TestApp.StartAsync();
        await app.ImportCrsAsync(Country, Classification.Public, told.Select((t, i) => GivenCrs.Row(t.Year, t.Code, t.Name, $"{t.Year}{i:D4}", t.Written, recipient: Country)));
        var file = await File.ReadAllTextAsync(path, Ct);
        await app.ImportAsync(SupportFile.Of("undp.xml", Encoding.UTF8.GetBytes(file.Replace("recipient-country code=\"AL\"", "recipient-country code=\"XS\"", StringComparison.Ordinal))));
        using var reader = XmlReader.Create(new StringReader(file));
        var paid = XDocument.Load(reader).Descendants("transaction").Where(t => t.Element("transaction-type")!.Attribute("code")!.Value is "3" or "4")
            .Sum(t => decimal.Parse(t.Element("value")!.Value, NumberStyles.Float, CultureInfo.InvariantCulture));

        var lines = await (await app.AsAsync(Amina)).LinesAsync();

        Assert.True(told.Count > 60 && paid > 0m);
        Assert.Equal(
            told.GroupBy(t => (t.Name, Year: t.Year.ToString(CultureInfo.InvariantCulture))).ToDictionary(g => g.Key, g => g.Sum(t => GivenCrs.Millions(t.Written))).OrderBy(t => t.Key),
            lines.Where(l => l.Told is not null).ToDictionary(l => (l.Name, l.Year), l => l.Told!.Value).OrderBy(t => t.Key));
        Assert.Equal(told.Sum(t => GivenCrs.Millions(t.Written)) + paid, lines.Sum(l => l.Counted));
        Assert.Equal(paid, lines.Sum(l => l.Explained));
        Assert.All(lines, l => l.AddsUp());
    }

    // Read without the reader under test: a first line of codes, a second of names, then one line for each country.
    private static List<(int Year, string Code, string Name, string Written)> Told(string table, int year)
    {
        var rows = RealTables.Lines(RealTables.Read(RealTables.Sums, table));
        var albania = rows.Single(r => r[0] == Country);
        return [.. Enumerable.Range(1, albania.Count - 1).Where(i => rows[1][i].Length > 0 && int.TryParse(rows[0][i], out _) && decimal.TryParse(albania[i], NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            .Select(i => (year, rows[0][i], rows[1][i], albania[i]))];
    }
}
