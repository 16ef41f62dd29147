using Cornerstone.Features.Institutions;
using Cornerstone.Values;

namespace Cornerstone.Features.InstitutionEditing;

/// <summary>
/// A merger, split or replacement: predecessors end the day before, successors go on, and whoever stood under a predecessor or was
/// watched by one stands under its one successor from the day on. Earlier days stay as they were.
/// </summary>
public sealed record Succession(SuccessionKind Kind, DateOnly Day, IReadOnlyList<Institution> Predecessors, IReadOnlyList<Institution> Successors, string? Note)
{
    public Refusal? Check() =>
        Predecessors.Count == 0 || Successors.Count == 0 ? new Refusal("institutions.succession-needs-both")
        : Kind != SuccessionKind.Split && Successors.Count > 1 ? new Refusal("institutions.one-successor")
        : Kind == SuccessionKind.Split && Predecessors.Count > 1 ? new Refusal("institutions.one-predecessor")
        : Ending.Count == 0 && Kind != SuccessionKind.Split ? new Refusal("institutions.nobody-ends")
        : null;

    /// <summary>Predecessors that do not go on as a successor: the ministry that takes another in remains.</summary>
    public IReadOnlyList<Institution> Ending => [.. Predecessors.Where(p => Successors.All(s => s.Id != p.Id))];

    /// <summary>Ends the predecessors and carries the others over.</summary>
    /// <param name="profiles">All profiles of the country that hold on the day or later.</param>
    /// <returns>What is new; the given profiles and institutions are changed.</returns>
    public (Refusal? Refusal, IReadOnlyList<InstitutionProfile> Profiles, IReadOnlyList<InstitutionSuccession> Links) Apply(IReadOnlyList<InstitutionProfile> profiles)
    {
        if (Check() is { } refusal)
        {
            return (refusal, [], []);
        }

        foreach (var ending in Ending)
        {
            if (ending.End(Day.AddDays(-1)) is { } no)
            {
                return (no, [], []);
            }

            foreach (var profile in profiles.Where(p => p.InstitutionId == ending.Id && p.HoldsOn(Day.AddDays(-1))))
            {
                profile.ValidUntil = Day.AddDays(-1);
            }
        }

        var links = from p in Predecessors from s in Successors where p.Id != s.Id select Link(p, s);
        return (null, Successors.Count == 1 ? CarryOver(profiles) : [], [.. links]);
    }

    private List<InstitutionProfile> CarryOver(IReadOnlyList<InstitutionProfile> profiles)
    {
        var (ended, successor) = (Ending.Select(e => e.Id).ToHashSet(), Successors[0].Id);
        var carried = new List<InstitutionProfile>();
        foreach (var profile in profiles.Where(p => p.HoldsOn(Day) && !ended.Contains(p.InstitutionId)))
        {
            var isUnder = profile.ParentId is { } parent && ended.Contains(parent);
            if (!isUnder && !profile.OversightIds.Exists(ended.Contains))
            {
                continue;
            }

            // A profile that begins on the day itself is changed, not continued: there is nothing before it.
            var next = profile.ValidFrom == Day ? profile : profile.ContinueFrom(Day);
            next.ParentId = !isUnder ? profile.ParentId : profile.InstitutionId == successor ? null : successor;
            next.OversightIds = [.. next.OversightIds.Select(id => ended.Contains(id) ? successor : id).Where(id => id != next.InstitutionId).Distinct()];
            if (next != profile)
            {
                carried.Add(next);
            }
        }

        return carried;
    }

    private InstitutionSuccession Link(Institution from, Institution to) => new()
    {
        Country = from.Country,
        Classification = (Classification)Math.Max((int)from.Classification, (int)to.Classification),
        FromId = from.Id,
        ToId = to.Id,
        Day = Day,
        Kind = Kind,
        Note = Note,
    };
}
