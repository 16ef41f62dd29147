using Cornerstone.Features.Support;

namespace Cornerstone.Features.CountedSupport;

/// <summary>How a record stands to what givers tell the OECD. Whoever joined the records said that they tell of one activity.</summary>
public enum CrsStanding
{
    /// <summary>Told to the OECD, and by no other source.</summary>
    Alone,

    /// <summary>Told to the OECD; another source tells of the same activity.</summary>
    Joined,

    /// <summary>Told by another source; the OECD was told of the same activity.</summary>
    Twin,
}

/// <summary>What the ledger keeps of an activity that is told to the OECD, as one word: "Joined 15132". The purpose is the one told there.</summary>
internal static class CrsWord
{
    private const int DigitsOfPurpose = 5;
    private const int DigitsOfCategory = 3;

    public static CrsStanding StandingOf(string word) => Enum.Parse<CrsStanding>(word.Split(' ')[0]);

    /// <summary>Null where none is told, or several.</summary>
    public static string? PurposeOf(string word) => word.Split(' ') is [_, var purpose] ? purpose : null;

    /// <summary>The one purpose among <see cref="Activity.SectorCodes"/>; a category only where no purpose is told.</summary>
    public static string? PurposeIn(IEnumerable<string> codes)
    {
        var numbers = codes.Where(c => c.All(char.IsAsciiDigit)).Distinct().ToLookup(c => c.Length);
        return Single(numbers[DigitsOfPurpose].ToList(), () => Single(numbers[DigitsOfCategory].ToList(), () => null));
    }

    /// <param name="sameAs">Of records that give way, the one that stands for both.</param>
    /// <param name="sources">That are tables of the CRS.</param>
    public static IReadOnlyDictionary<Guid, string> Of(IReadOnlyCollection<Activity> activities, IReadOnlyDictionary<Guid, Guid> sameAs, IReadOnlySet<Guid> sources)
    {
        var words = new Dictionary<Guid, string>();
        if (sources.Count == 0) return words;
        foreach (var one in activities.GroupBy(a => sameAs.TryGetValue(a.Id, out var standing) ? standing : a.Id))
        {
            var told = one.ToLookup(a => sources.Contains(a.SourceId));
            if (!told.Contains(true)) continue;
            var purpose = Single(told[true].Select(a => PurposeIn(a.SectorCodes)).OfType<string>().Distinct().ToList(), () => null);
            foreach (var activity in told[true]) words[activity.Id] = Word(told.Contains(false) ? CrsStanding.Joined : CrsStanding.Alone, purpose);
            foreach (var activity in told[false]) words[activity.Id] = Word(CrsStanding.Twin, purpose);
        }

        return words;
    }

    private static string Word(CrsStanding standing, string? purpose) => $"{standing} {purpose}".TrimEnd();

    private static string? Single(List<string> codes, Func<string?> orElse) => codes switch
    {
        [var only] => only,
        [] => orElse(),
        _ => null,
    };
}
