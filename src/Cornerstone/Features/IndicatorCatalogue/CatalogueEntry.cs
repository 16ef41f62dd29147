using System.Text.Json;
using System.Text.Json.Serialization;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Values;

namespace Cornerstone.Features.IndicatorCatalogue;

/// <summary>An indicator others measure already, with all a definition card needs but who keeps it here (domain handbook §4.5).</summary>
/// <param name="IsContextOnly">Told beside others and never aimed at: no target is set for it.</param>
/// <param name="IsUnverified">Its official wording has not been checked against its source yet.</param>
public sealed record CatalogueEntry(
    string Code, IReadOnlyDictionary<string, string> Name, IndicatorUnit Unit, string? UnitDetail, IndicatorMeasure Measure, Direction Direction,
    string? Numerator, string? Denominator, string Formula, string? Note, string Source, string? SdgCode, string Component, ResultLevel Level,
    IReadOnlyList<string> Disaggregations, SourceType SourceType, Frequency Frequency, int LagDays, StockOrFlow StockOrFlow, bool IsCumulative,
    bool IsContextOnly, bool IsUnverified, IReadOnlyList<string> OrdinalLevels, RollUpRule OverTime, RollUpRule OverAreas, RollUpRule OverDimensions)
{
    internal static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>The starter catalogue, in the order of its codes.</summary>
    public static readonly IReadOnlyList<CatalogueEntry> All = Read<List<CatalogueEntry>>("IndicatorCatalogue/starter.json");

    public Wording Names => new("en", Name);

    /// <summary>A proposed indicator with its card filled in. It has no target: a country sets its own, and none for what is context only.</summary>
    public (Indicator Indicator, IndicatorDefinition Card) ForCountry(string country, Classification classification, string custodian, Guid? custodianId, DateTimeOffset now)
    {
        var indicator = new Indicator { Country = country, Classification = classification, Code = Code };
        return (indicator, new IndicatorDefinition
        {
            IndicatorId = indicator.Id,
            Country = country,
            Classification = classification,
            ValidFrom = now,
            Name = Names,
            Meaning = Wording.Of("en", Note is null ? Formula : $"{Formula}. {Note}"),
            Unit = Unit,
            UnitDetail = UnitDetail,
            Measure = Measure,
            Direction = Direction,
            Numerator = Numerator,
            Denominator = Denominator,
            Method = Formula,
            SourceType = SourceType,
            Source = Source,
            Frequency = Frequency,
            LagDays = LagDays,
            Custodian = custodian,
            CustodianId = custodianId,
            SdgCode = SdgCode,
            Component = Component,
            Level = Level,
            Disaggregations = [.. Disaggregations],
            OverTime = OverTime,
            OverAreas = OverAreas,
            OverDimensions = OverDimensions,
            StockOrFlow = StockOrFlow,
            IsCumulative = IsCumulative,
            IsContextOnly = IsContextOnly,
            OrdinalLevels = [.. OrdinalLevels],
        });
    }

    internal static TRead Read<TRead>(string resource)
    {
        using var stream = typeof(CatalogueEntry).Assembly.GetManifestResourceStream(resource)!;
        return JsonSerializer.Deserialize<TRead>(stream, Form)!;
    }
}
