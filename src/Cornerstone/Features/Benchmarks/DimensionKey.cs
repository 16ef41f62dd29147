using System.Diagnostics.CodeAnalysis;

namespace Cornerstone.Features.Benchmarks;

/// <summary>
/// Which part of the whole a value is about: "age=18-24;sex=F". Keys stand in alphabetical order, so that one part
/// has one written form; empty is all of everything.
/// </summary>
public sealed record DimensionKey
{
    public static readonly DimensionKey All = new([]);

    // Asked for and compared far more often than made.
    private readonly string text;

    private DimensionKey(SortedList<string, string> parts)
    {
        Parts = parts;
        Axes = string.Join(';', parts.Keys);
        text = string.Join(';', parts.Select(p => $"{p.Key}={p.Value}"));
    }

    public IReadOnlyDictionary<string, string> Parts { get; }

    /// <summary>By what it is split: "age;sex".</summary>
    public string Axes { get; }

    public bool IsAll => Parts.Count == 0;

    public static DimensionKey Of(params IEnumerable<(string Key, string Code)> parts) =>
        new(new SortedList<string, string>(parts.ToDictionary(p => p.Key, p => p.Code), StringComparer.Ordinal));

    /// <summary>Null for anything that is not key=code, joined by semicolons, each key once.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out DimensionKey? key)
    {
        var parts = new SortedList<string, string>(StringComparer.Ordinal);
        key = null;
        foreach (var part in (text ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (part.Split('=', 2, StringSplitOptions.TrimEntries) is not [{ Length: > 0 } name, { Length: > 0 } code] || !parts.TryAdd(name.ToLowerInvariant(), code))
            {
                return false;
            }
        }

        key = new(parts);
        return true;
    }

    /// <summary>Reads what storage holds, which was written by <see cref="ToString"/>.</summary>
    public static DimensionKey Parse(string text) => TryParse(text, out var key) ? key : throw new FormatException($"'{text}' names no dimensions.");

    /// <summary>The same part without one of its dimensions: what it adds up to along that axis.</summary>
    public DimensionKey Without(string dimension) => Of(Parts.Where(p => p.Key != dimension).Select(p => (p.Key, p.Value)));

    public bool Equals(DimensionKey? other) => other is not null && text == other.text;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(text);

    public override string ToString() => text;
}
