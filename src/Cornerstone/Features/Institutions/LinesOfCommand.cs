using Cornerstone.Values;

namespace Cornerstone.Features.Institutions;

/// <summary>Who stands under whom, and who watches from outside, among the institutions of one day.</summary>
public sealed class LinesOfCommand(IReadOnlyCollection<InstitutionOn> institutions)
{
    private readonly Dictionary<Guid, InstitutionOn> byId = institutions.ToDictionary(i => i.Id);

    public IReadOnlyCollection<InstitutionOn> Institutions => institutions;

    public InstitutionOn? Of(Guid id) => byId.GetValueOrDefault(id);

    /// <summary>The institution, what it stands under, and so on to the top.</summary>
    public IEnumerable<InstitutionOn> Upward(Guid id)
    {
        var seen = new HashSet<Guid>();
        for (var at = byId.GetValueOrDefault(id); at is not null && seen.Add(at.Id); at = at.ParentId is { } parent ? byId.GetValueOrDefault(parent) : null)
        {
            yield return at;
        }
    }

    /// <summary>
    /// Oversight is external when the body stands outside the line of command: neither above nor below, nor under the same
    /// ministry. An inspectorate of the ministry that leads the police is useful and internal.
    /// </summary>
    public bool IsExternal(Guid body, InstitutionOn overseen)
    {
        if (!byId.ContainsKey(body))
        {
            return false;
        }

        var above = Upward(overseen.Id).ToList();
        var ministry = above.Find(i => i.Type == InstitutionType.Ministry);
        return above.TrueForAll(i => i.Id != body)
            && Upward(body).All(i => i.Id != overseen.Id && i.Id != ministry?.Id);
    }

    public IReadOnlyList<Guid> ExternalOversightOf(InstitutionOn institution) => [.. institution.OversightIds.Where(b => IsExternal(b, institution))];

    /// <summary>Armed institutions watched from outside, of all armed institutions; null where nobody is armed.</summary>
    public Percentage? OversightCoverage => Percentage.Of(
        institutions.Count(i => i.Armed && ExternalOversightOf(i).Count > 0), institutions.Count(i => i.Armed));

    /// <summary>A new parent that already stands under the institution would close a circle.</summary>
    public Refusal? MayStandUnder(Guid institution, Guid? parent)
    {
        if (parent is not { } above)
        {
            return null;
        }

        var line = Upward(above).ToList();
        var at = line.FindIndex(i => i.Id == institution);
        return at < 0 ? null
            : at == 0 ? new Refusal("institutions.own-parent")
            : new Refusal("institutions.parent-circle", string.Join(" › ", line.Take(at + 1).Select(i => i.Code).Append(line[0].Code)));
    }
}
