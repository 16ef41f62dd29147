using Cornerstone.Features.Benchmarks;
using Cornerstone.Values;
using Cornerstone.Workbooks;

namespace Cornerstone.Features.IndicatorImport;

/// <summary>An indicator's card as a row of a workbook, and back.</summary>
internal static class CardRow
{
    public const string Sheet = "indicators";
    public const string Targets = "targets";

    private static readonly string[] Plain =
    [
        "code", "unit", "detail", "measure", "direction", "low", "high", "tolerance", "numerator", "denominator", "method", "source-type", "source", "frequency", "lag", "custodian",
        "sdg", "component", "level", "split", "over-time", "over-areas", "over-dimensions", "kind", "cumulative", "context", "levels", "weight", "classification",
    ];

    public static WorkbookRow Of(Indicator indicator, IndicatorDefinition d) => WorkbookRow.Of(Sheet,
    [
        ("code", indicator.Code),
        .. WorkbookRow.Wording("name", d.Name.Original, d.Name.Texts),
        .. WorkbookRow.Wording("meaning", d.Meaning.Original, d.Meaning.Texts),
        ("unit", d.Unit), ("detail", d.UnitDetail), ("measure", d.Measure), ("direction", d.Direction), ("low", d.BandLow), ("high", d.BandHigh), ("tolerance", d.Tolerance),
        ("numerator", d.Numerator), ("denominator", d.Denominator), ("method", d.Method), ("source-type", d.SourceType), ("source", d.Source),
        ("frequency", d.Frequency), ("lag", d.LagDays), ("custodian", d.Custodian), ("sdg", d.SdgCode), ("component", d.Component), ("level", d.Level),
        ("split", string.Join("; ", d.Disaggregations)), ("over-time", d.OverTime), ("over-areas", d.OverAreas), ("over-dimensions", d.OverDimensions),
        ("kind", d.StockOrFlow), ("cumulative", d.IsCumulative), ("context", d.IsContextOnly), ("levels", string.Join(" | ", d.OrdinalLevels)), ("weight", indicator.Weight),
        ("classification", indicator.Classification),
    ]);

    public static WorkbookRow Of(string code, IndicatorTarget t) => WorkbookRow.Of(Targets,
    [
        ("indicator", code), ("kind", t.Kind), ("on", t.OnDay), ("area", t.Area), ("dimensions", t.Dimensions), ("value", t.Value.ToString()), ("set-by", t.SetBy), ("approved", t.ApprovedIn), ("source", t.Source), ("note", t.Note),
    ]);

    /// <summary>What a row of the card says; a column the file does not have leaves the card before as it is.</summary>
    public static IndicatorDefinition ToCard(WorkbookRow row, Indicator indicator, IndicatorDefinition? before, DateTimeOffset at)
    {
        var cells = before is null ? row : Filled(row, Of(indicator, before));
        return new()
        {
            IndicatorId = indicator.Id,
            Country = indicator.Country,
            Classification = indicator.Classification,
            Number = (before?.Number ?? 0) + 1,
            ValidFrom = at,
            Reason = before is null ? null : "Workbook",
            Name = WordingOf(cells, "name"),
            Meaning = WordingOf(cells, "meaning"),
            Unit = Code(cells, "unit", IndicatorUnit.Count),
            UnitDetail = cells.Text("detail"),
            Measure = Code(cells, "measure", IndicatorMeasure.Unit),
            Direction = Code(cells, "direction", Direction.Increase),
            BandLow = cells.Number("low"),
            BandHigh = cells.Number("high"),
            Tolerance = cells.Number("tolerance"),
            Numerator = cells.Text("numerator"),
            Denominator = cells.Text("denominator"),
            Method = cells.Text("method") ?? "",
            SourceType = Code(cells, "source-type", SourceType.Administrative),
            Source = cells.Text("source") ?? "",
            Frequency = Code(cells, "frequency", Frequency.Yearly),
            LagDays = (int)Math.Clamp(cells.Number("lag") ?? 90m, 0m, 3_650m),
            Custodian = cells.Text("custodian") ?? "",
            CustodianId = before?.CustodianId,
            SdgCode = cells.Text("sdg"),
            Component = cells.Text("component") ?? "",
            Level = Code(cells, "level", ResultLevel.Outcome),
            Disaggregations = [.. cells.Codes("split")],
            OverTime = Code(cells, "over-time", RollUpRule.Last),
            OverAreas = Code(cells, "over-areas", RollUpRule.None),
            OverDimensions = Code(cells, "over-dimensions", RollUpRule.None),
            StockOrFlow = Code(cells, "kind", StockOrFlow.Stock),
            IsCumulative = cells.Text("cumulative") == "yes",
            IsContextOnly = cells.Text("context") == "yes",
            OrdinalLevels = [.. (cells.Text("levels") ?? "").Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
        };
    }

    public static Classification LevelOf(WorkbookRow row) => Code(row, "classification", Classification.Government);

    private static WorkbookRow Filled(WorkbookRow row, WorkbookRow before)
    {
        var all = Columns(before).ToDictionary(c => c, c => row.Has(c) ? row.Cell(c) : before.Cell(c));
        return new(row.Sheet, row.Line, all);
    }

    private static IEnumerable<string> Columns(WorkbookRow row) => Plain
        .Concat(WorkbookRow.Wording("name", "en", row.Texts("name")).Concat(WorkbookRow.Wording("meaning", "en", row.Texts("meaning"))).Select(c => c.Column));

    private static Wording WordingOf(WorkbookRow row, string column) =>
        Wording.Of(row.Original(column), row.Texts(column).Select(t => KeyValuePair.Create(t.Key, (string?)t.Value))) ?? Wording.Empty;

    private static TCode Code<TCode>(WorkbookRow row, string column, TCode otherwise)
        where TCode : struct, Enum => Enum.TryParse<TCode>(row.Text(column), out var code) ? code : otherwise;
}
