using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Features.Benchmarks;

/// <summary>A dimension of the country's own, beside the standard ones.</summary>
public sealed class OwnDimension : IRecord, IVersioned
{
    public const int LongestCode = 30;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Country { get; init; }

    public Classification Classification { get; init; } = Classification.Public;

    /// <summary>The key in a point's dimensions: "unit-type".</summary>
    public required string Code { get; set; }

    public required Wording Names { get; set; }

    /// <summary>Its parts, in the order people read them; "unknown" is always one more of them.</summary>
    public DimensionMembers Members { get; set; } = DimensionMembers.None;

    /// <summary>Community, ethnicity and the like: off unless a card asks for it, never beside names (domain handbook §4.2).</summary>
    public bool IsSensitive { get; set; }

    public int Version { get; set; } = 1;
}

/// <summary>One part of a dimension. A retired one takes no new values and stays readable in old ones.</summary>
public sealed record DimensionMember(string Code, Wording Name, bool IsRetired = false)
{
    public override string ToString() => IsRetired ? $"({Code}) {Name}" : $"{Code} {Name}";
}

/// <summary>The parts of a dimension in their order.</summary>
public sealed record DimensionMembers(IReadOnlyList<DimensionMember> All) : IFormattable
{
    public static readonly DimensionMembers None = new([]);

    public bool Equals(DimensionMembers? other) => other is not null && All.SequenceEqual(other.All);

    public override int GetHashCode() => All.Count;

    /// <summary>As the journal repeats it.</summary>
    public override string ToString() => string.Join(" | ", All);

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString();
}
