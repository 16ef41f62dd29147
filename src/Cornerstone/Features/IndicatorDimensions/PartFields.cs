namespace Cornerstone.Features.IndicatorDimensions;

/// <summary>Selects for the part of the whole that a value or a target is about, one for each dimension; empty is all of it.</summary>
/// <param name="Prefix">Name of the dictionary in the form: "Form.Parts".</param>
/// <param name="Chosen">Code by dimension, as it stands or was typed.</param>
public sealed record PartFields(string Prefix, IReadOnlyList<NamedDimension> Dimensions, IReadOnlyDictionary<string, string?> Chosen)
{
    public string FieldOf(NamedDimension dimension) => $"{Prefix}[{dimension.Key}]";

    public string? ChosenOf(NamedDimension dimension) => Chosen.GetValueOrDefault(dimension.Key);

    /// <summary>What may be chosen: a retired part only where it was chosen before.</summary>
    public IEnumerable<NamedPart> ChoicesOf(NamedDimension dimension) => dimension.Parts.Where(p => !p.IsRetired || p.Code == ChosenOf(dimension));
}
