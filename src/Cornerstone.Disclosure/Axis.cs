namespace Cornerstone.Disclosure;

/// <summary>One way of splitting people: sex, age, region.</summary>
public sealed record Axis(string Key, IReadOnlyList<AxisPart> Parts)
{
    /// <summary>An axis of parts that stand side by side.</summary>
    public static Axis Of(string key, params IEnumerable<string> codes) => new(key, [.. codes.Select(c => new AxisPart(c))]);

    internal AxisPart PartOf(string code) => Parts.FirstOrDefault(p => p.Code == code) ?? new AxisPart(code);
}

/// <param name="Under">The part it is a part of, such as the province of a district; null at the top.</param>
/// <param name="Across">For a part that crosses others, such as youth across bands of age: those it holds whole.</param>
/// <param name="Cuts">And the one it holds a piece of.</param>
public sealed record AxisPart(string Code, string? Under = null, IReadOnlyList<string>? Across = null, string? Cuts = null);

/// <summary>Which part of the whole a number is about: by axis the code of the part, and nothing for all. One place has one written form.</summary>
public sealed record Place
{
    public static readonly Place Whole = new([]);

    private readonly SortedDictionary<string, string> parts;

    private Place(SortedDictionary<string, string> parts)
    {
        this.parts = parts;
        Key = string.Join(';', parts.Select(p => $"{p.Key}={p.Value}"));
    }

    public string Key { get; }

    public IReadOnlyDictionary<string, string> Parts => parts;

    public static Place Of(params IEnumerable<(string Axis, string Code)> parts) =>
        new(new SortedDictionary<string, string>(parts.ToDictionary(p => p.Axis, p => p.Code), StringComparer.Ordinal));

    /// <summary>The same place with one axis set to a part, or to all of it.</summary>
    public Place With(string axis, string? code) =>
        Of(parts.Where(p => p.Key != axis).Select(p => (p.Key, p.Value)).Concat(code is null ? [] : [(axis, code)]));

    public bool Equals(Place? other) => other?.Key == Key;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Key);

    public override string ToString() => Key;
}
