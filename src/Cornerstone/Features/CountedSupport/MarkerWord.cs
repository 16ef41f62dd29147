using System.Globalization;
using Cornerstone.Features.Support;

namespace Cornerstone.Features.CountedSupport;

/// <summary>Policy markers of one activity as one word: "1=2;9=0". Only those of the DAC, which mean the same in every file.</summary>
public static class MarkerWord
{
    private const string Dac = "1";

    public static string? Write(IEnumerable<ActivityMarker> markers)
    {
        var said = markers.Where(m => m.Vocabulary is null or Dac && m.Significance is not null && !m.Code.AsSpan().ContainsAny(";=")).GroupBy(m => m.Code, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Key}={g.Max(m => m.Significance)}")).ToList();
        return said.Count == 0 ? null : string.Join(';', said);
    }

    public static IEnumerable<(string Code, string Significance)> Read(string word) => word.Split(';').Select(w => w.Split('=')).Select(w => (w[0], w[1]));
}

/// <summary>Where an activity is at work, as one word: the region, several of them, all of the country, or null where it is not known.</summary>
public static class LedgerRegion
{
    public const string Several = "several";
    public const string WholeCountry = "all";

    public static string? WordOf(WorkPlaces places) => places switch
    {
        { Regions: [var only], HasUnknown: false } => only,
        { Regions.Count: > 0 } => Several,
        { IsWholeCountry: true } => WholeCountry,
        _ => null,
    };
}
