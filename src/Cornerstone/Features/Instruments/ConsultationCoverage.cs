namespace Cornerstone.Features.Instruments;

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
