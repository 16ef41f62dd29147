using System.Globalization;
using System.Text;
using System.Text.Json;
using Cornerstone.Data;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportImport;
using Cornerstone.Features.SupportReported;
using Cornerstone.Features.SupportSheets;
using Cornerstone.Features.SupportTwins;
using Cornerstone.Tests.Features.SupportImport;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Tests.Features.SupportReported;

/// <summary>Tables of the OECD, records joined by hand, and the page's file as a test reads it.</summary>
internal static class GivenCrs
{
    private const string Headings = "Year|Donorcode|Donorname|Crsid|Recipientname|Flowcode|usd_commitment|usd_disbursement|Projecttitle|Purposecode";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Amounts are in millions, as the OECD writes them.</summary>
    public static string Row(int year, string donor, string name, string id, string? paid, string? committed = null, string purpose = "15132", string recipient = "Solenia") =>
        $"{year}|{donor}|{name}|{id}|{recipient}|11|{committed}|{paid}|Project {id}|{purpose}";

    public static Task ImportCrsAsync(this TestApp app, params IEnumerable<string> rows) => app.ImportCrsAsync("Solenia", Classification.Public, rows);

    public static async Task ImportCrsAsync(this TestApp app, string recipient, Classification level, params IEnumerable<string> rows)
    {
        var table = Encoding.UTF8.GetBytes(string.Join('\n', rows.Prepend(Headings)));
        var mapping = TableLayout.Of(SourceKind.Crs)!.Mapping("XS", level, TableReading.Look(new MemoryStream(table), 1).Headings);
        var reading = TableReading.Of(new MemoryStream(table), mapping, new TableCountry("XS", [recipient]));
        var order = await app.OrderAsync(level) with { Table = new(mapping.Kind, reading.Findings, reading.Rules) };
        await app.Importer().ImportAsync(SupportFile.Of($"crs-{level}.xml", reading.AsFile()), order, null, Ct);
    }

    /// <summary>Somebody says that the two tell of one activity; the second stands.</summary>
    public static async Task JoinAsync(this TestApp app, string other, string standing)
    {
        await using var db = await app.AminaAsync();
        var activities = await db.Activities.AsNoTracking().Where(a => a.Identifier == other || a.Identifier == standing).ToDictionaryAsync(a => a.Identifier, Ct);
        Assert.Null(await new JoinActivities(db).DecideAsync(activities[other], activities[standing], true, [], db.Reader.Id, DateTimeOffset.UnixEpoch, Ct));
        await db.SaveAsync(new Act("support.join", "XS", DateTimeOffset.UnixEpoch), Ct);
    }

    /// <summary>Lines of the page's file.</summary>
    public static async Task<List<Line>> LinesAsync(this Visitor visitor, string question = "")
    {
        using var json = JsonDocument.Parse(await visitor.Client.GetStringAsync($"/xs/support/reported?handler=export&format=json{question}", Ct));
        return [.. json.RootElement.GetProperty("lines").EnumerateArray().Select(Line.Of)];
    }

    public sealed record Line(string Name, string Year, decimal? Told, decimal? Counted, decimal Difference, IReadOnlyDictionary<ReportedFigure, decimal> Reasons)
    {
        public static Line Of(JsonElement line) => new(
            line.GetProperty("name").GetString()!, line.GetProperty("year").GetString()!, Amount(line.GetProperty("told")), Amount(line.GetProperty("counted")), line.GetProperty("difference").GetDecimal(),
            line.GetProperty("reasons").EnumerateObject().Where(r => r.Value.ValueKind == JsonValueKind.Number).ToDictionary(r => Enum.Parse<ReportedFigure>(r.Name, ignoreCase: true), r => r.Value.GetDecimal()));

        /// <summary>Of the reasons without what stands on both sides.</summary>
        public decimal Explained => Reasons.Where(r => r.Key is not (ReportedFigure.TheirsAlone or ReportedFigure.NotExplained)).Sum(r => r.Value);

        public void AddsUp()
        {
            Assert.Equal((Counted ?? 0m) - (Told ?? 0m), Difference);
            Assert.Equal(Difference, Explained);
            Assert.Equal(0m, Reasons[ReportedFigure.NotExplained]);
        }

        private static decimal? Amount(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value.GetDecimal();
    }

    public static decimal Millions(string written) => decimal.Round(decimal.Parse(written, NumberStyles.Float, CultureInfo.InvariantCulture) * 1_000_000m, 2, MidpointRounding.AwayFromZero);
}
