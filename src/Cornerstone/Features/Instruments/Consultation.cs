using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Features.Instruments;

/// <summary>People of one region heard about an instrument, on one day.</summary>
public sealed class Consultation : IRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid InstrumentId { get; init; }

    public required string Country { get; init; }

    public required Classification Classification { get; init; }

    public Guid? Compartment { get; init; }

    /// <summary>Code of the region; null for a consultation of the whole country, online or in the capital.</summary>
    public string? RegionCode { get; init; }

    public required DateOnly HeldOn { get; init; }

    public string? Place { get; init; }

    /// <summary>Null where nobody counted: unknown is not zero.</summary>
    public int? Women { get; init; }

    public int? Men { get; init; }

    /// <summary>Young people among the women and men.</summary>
    public int? Youth { get; init; }

    public string? Note { get; init; }

    public int? Participants => Women is null && Men is null ? null : (Women ?? 0) + (Men ?? 0);

    /// <summary>Young people are counted among the women and men, so they cannot be more.</summary>
    public static Refusal? Check(int? women, int? men, int? youth) =>
        youth > (women ?? 0) + (men ?? 0) && women is not null && men is not null ? new Refusal("instruments.more-youth-than-people") : null;
}

/// <summary>Which first-level regions were heard. Without a list of regions, one consultation must at least have taken place.</summary>
public sealed record ConsultationCoverage(IReadOnlyList<string> Heard, IReadOnlyList<string> NotHeard, int Consultations)
{
    public bool IsComplete => Consultations > 0 && NotHeard.Count == 0;

    public int Regions => Heard.Count + NotHeard.Count;

    /// <param name="firstLevel">For each region its first-level region; a first-level region is its own.</param>
    public static ConsultationCoverage Of(IEnumerable<Consultation> consultations, IReadOnlyDictionary<string, string> firstLevel)
    {
        var held = consultations.ToList();
        var heard = held.Select(c => c.RegionCode is { } code ? firstLevel.GetValueOrDefault(code) : null).OfType<string>().ToHashSet();
        var all = firstLevel.Values.Distinct().Order(StringComparer.Ordinal).ToList();
        return new([.. all.Where(heard.Contains)], [.. all.Where(r => !heard.Contains(r))], held.Count);
    }
}

/// <summary>Women, men and youth heard, together; null where no consultation counted them.</summary>
public sealed record Voices(int? Women, int? Men, int? Youth)
{
    public static Voices Of(IReadOnlyCollection<Consultation> consultations) => new(
        Sum(consultations.Select(c => c.Women)), Sum(consultations.Select(c => c.Men)), Sum(consultations.Select(c => c.Youth)));

    private static int? Sum(IEnumerable<int?> counts)
    {
        var known = counts.OfType<int>().ToList();
        return known.Count == 0 ? null : known.Sum();
    }
}
