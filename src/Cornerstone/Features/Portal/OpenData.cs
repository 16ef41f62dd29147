using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Cornerstone.Published;
using Cornerstone.Sheets;
using Cornerstone.Values;

namespace Cornerstone.Features.Portal;

/// <summary>Published rows as files for programs: codes and plain column names, the same in every language; each row says its edition and licence.</summary>
internal static class OpenData
{
    public const string CsvType = "text/csv; charset=utf-8";
    public const string JsonType = "application/json; charset=utf-8";

    private static readonly string[] Columns =
    [
        "country", "indicator", "name", "unit", "from", "until", "area", "area_name", "part", "part_name", "state", "low", "high", "approximate",
        "numerator", "denominator", "rounded_to", "source", "edition", "as_of", "publisher", "licence",
    ];

    public static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static byte[] Csv(IEnumerable<PublicIndicator> indicators) =>
        Table(Columns, indicators.SelectMany(i => i.Values, (i, v) => RowOf(i.Card, v, i.Edition)));

    public static byte[] Json(IEnumerable<PublicIndicator> indicators) => JsonSerializer.SerializeToUtf8Bytes(indicators.Select(i => new
    {
        i.Card.Country,
        Edition = EditionOf(i.Edition),
        Indicator = CardOf(i.Card),
        Values = i.Values.Select(ValueOf),
        Targets = i.Targets.Select(t => new { t.Kind, t.OnDay, t.State, t.Low, t.High, t.IsApproximate }),
    }), Form);

    public static byte[] PlanCsv(CurrentSubject plan, IEnumerable<PublishedPlanNode> nodes) => Table(
        ["country", "plan", "code", "depth", "level", "title", "starts_on", "ends_on", "owner", "edition", "as_of", "publisher", "licence"],
        nodes.Select(n => (object?[])
        [
            n.Country,
            English(plan.Subject.Title),
            n.Code,
            n.Depth,
            n.Level,
            English(n.Title),
            n.StartsOn,
            n.EndsOn,
            English(n.OwnerName),
            plan.Edition.Number,
            plan.Edition.AsOf,
            plan.Edition.Publisher,
            plan.Edition.Licence,
        ]));

    public static byte[] PlanJson(CurrentSubject plan, IEnumerable<PublishedPlanNode> nodes) => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            plan.Subject.Country,
            Edition = EditionOf(plan.Edition),
            Title = plan.Subject.Title.Texts,
            Aims = nodes.Select(n => new { n.Code, n.Depth, n.Level, LevelName = n.LevelName.Texts, Title = n.Title.Texts, Statement = n.Statement?.Texts, OwnerName = n.OwnerName?.Texts, n.StartsOn, n.EndsOn }),
        },
        Form);

    public static object EditionOf(Edition e) => new { e.Number, e.AsOf, e.PublishedAt, e.Publisher, e.Licence, e.Hash };

    public static byte[] Table(IReadOnlyList<string> columns, IEnumerable<object?[]> rows)
    {
        using var memory = new MemoryStream();
        using (var writer = new CsvWriter(memory))
        {
            writer.Begin(new SheetLayout("data", [.. columns.Select(c => new SheetColumn(c))]));
            foreach (var row in rows)
            {
                writer.Row(row);
            }
        }

        return memory.ToArray();
    }

    private static object CardOf(PublishedIndicator c) => new
    {
        c.Key,
        Name = c.Name.Texts,
        Meaning = c.Meaning.Texts,
        Component = c.Component.Texts,
        c.Unit,
        c.UnitDetail,
        c.OrdinalLevels,
        c.Direction,
        c.BandLow,
        c.BandHigh,
        c.Frequency,
        c.Source,
        c.Custodian,
        CustodianName = c.CustodianName?.Texts,
        c.CountsPeople,
        c.Light,
        c.LightWhy,
        c.IsReversed,
    };

    private static object ValueOf(PublishedValue v) => new
    {
        From = v.FromDay,
        Until = v.UntilDay,
        v.Area,
        AreaName = v.AreaName?.Texts,
        v.Part,
        PartName = v.PartName?.Texts,
        v.State,
        v.Low,
        v.High,
        v.IsApproximate,
        v.Numerator,
        v.Denominator,
        v.RoundedTo,
        v.Source,
    };

    private static object?[] RowOf(PublishedIndicator card, PublishedValue v, Edition edition) =>
    [
        card.Country,
        card.Key,
        English(card.Name),
        card.UnitDetail is { } detail ? $"{card.Unit}: {detail}" : card.Unit,
        v.FromDay,
        v.UntilDay,
        v.Area,
        English(v.AreaName),
        v.Part,
        English(v.PartName),
        v.State,
        v.Low,
        v.High,
        v.State == ToldState.Known ? v.IsApproximate ? "yes" : "no" : null,
        v.Numerator,
        v.Denominator,
        v.RoundedTo,
        v.Source,
        edition.Number,
        edition.AsOf,
        edition.Publisher,
        edition.Licence,
    ];

    private static string? English(Wording? words) => words?.In("en");
}
