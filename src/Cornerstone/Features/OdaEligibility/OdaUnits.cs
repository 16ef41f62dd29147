using System.Collections.Concurrent;
using Cornerstone.Features.Institutions;
using Cornerstone.Values;

namespace Cornerstone.Features.OdaEligibility;

/// <summary>Who an institution is in the words of the table, from one day to another.</summary>
/// <param name="Recipient">Null where its kind does not tell: an armed border force is neither army nor police by it.</param>
public sealed record OdaUnit(Guid Id, DateOnly From, DateOnly? Until, OdaRecipient? Recipient)
{
    public static OdaUnit Of(Guid id, DateOnly from, DateOnly? until, InstitutionType type, string component, IReadOnlyCollection<string> also, bool isArmed) =>
        new(id, from, until, RecipientOf(type, component, also, isArmed));

    private static OdaRecipient? RecipientOf(InstitutionType type, string component, IReadOnlyCollection<string> also, bool isArmed) => (type, component) switch
    {
        (InstitutionType.CivilSociety, _) => OdaRecipient.CivilSociety,
        (_, nameof(Component.INT)) => OdaRecipient.Intelligence,
        // A force of both is police and army: which of them is meant nobody said.
        (InstitutionType.Force, nameof(Component.DEF)) => also.Contains(nameof(Component.POL)) ? null : OdaRecipient.Military,
        (InstitutionType.Force, nameof(Component.POL)) => also.Contains(nameof(Component.DEF)) ? null : OdaRecipient.Police,
        (InstitutionType.Court, _) => OdaRecipient.Judiciary,
        (_, nameof(Component.COR)) => OdaRecipient.Corrections,
        (InstitutionType.Force or InstitutionType.Company or InstitutionType.CustomaryBody, _) => null,
        _ => isArmed ? null : OdaRecipient.CivilianBody,
    };
}

/// <summary>The country's institutions as receivers of support, as far as the reader may see them.</summary>
public sealed class OdaUnits(IEnumerable<OdaUnit> units)
{
    public static readonly OdaUnits None = new([]);

    private readonly ILookup<Guid, OdaUnit> byId = units.OrderBy(u => u.From).ToLookup(u => u.Id);
    private readonly ConcurrentDictionary<Guid, bool> asked = [];

    /// <summary>Null where none is named, or what it was on that day is not known.</summary>
    public OdaUnit? Of(Guid? id, DateOnly? day)
    {
        if (id is not { } named || day is null) return null;
        asked[named] = true;
        return byId[named].FirstOrDefault(u => u.From <= day && (u.Until is null || day <= u.Until));
    }

    /// <summary>Whether whoever was asked for would be the same by the other register.</summary>
    public bool AnswersAs(OdaUnits other) => asked.Keys.All(id => byId[id].SequenceEqual(other.byId[id]));
}
