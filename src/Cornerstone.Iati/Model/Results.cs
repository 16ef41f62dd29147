namespace Cornerstone.Iati;

/// <summary>Type: 1 output, 2 outcome, 3 impact, 9 other.</summary>
public sealed record Result(string? Type, bool? IsAggregable, Items<Narrative> Title, Items<Narrative> Description)
{
    public Items<DocumentLink> Documents { get; init; }
    public Items<ResultReference> References { get; init; }
    public Items<ResultIndicator> Indicators { get; init; }
}

public sealed record ResultReference(string? Code, string? Vocabulary, string? Uri);

/// <summary>Measure: 1 unit, 2 percentage, 3 nominal, 4 ordinal, 5 qualitative. Not ascending: less is better.</summary>
public sealed record ResultIndicator(string? Measure, bool? IsAscending, bool? IsAggregable, Items<Narrative> Title, Items<Narrative> Description)
{
    public Items<DocumentLink> Documents { get; init; }
    public Items<ResultReference> References { get; init; }
    public Items<ResultBaseline> Baselines { get; init; }
    public Items<ResultPeriod> Periods { get; init; }
}

public sealed record ResultBaseline(string? Year, DateOnly? Day, ResultValue Value);

public sealed record ResultPeriod(DateOnly? Start, DateOnly? End, Items<ResultValue> Targets, Items<ResultValue> Actuals);

/// <summary>A value as written: a number where the indicator is measured, words where it is not, null where there is none.</summary>
public sealed record ResultValue(string? Value, Items<Narrative> Comment)
{
    /// <summary>Identifiers of locations of the activity.</summary>
    public Items<string> Locations { get; init; }
    public Items<ResultDimension> Dimensions { get; init; }
    public Items<DocumentLink> Documents { get; init; }
}

/// <summary>What the value is broken down by: ("sex", "female").</summary>
public sealed record ResultDimension(string? Name, string? Value);
