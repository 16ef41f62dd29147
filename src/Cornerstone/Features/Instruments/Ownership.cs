using Cornerstone.Values;

namespace Cornerstone.Features.Instruments;

/// <summary>The four things that make a reform a country's own (S/RES/2553 (2020), preamble, on the lead role of national authorities).</summary>
public enum OwnershipElement
{
    InclusiveVision,
    Coordination,
    OwnResources,
    Monitoring,
}

/// <summary>What the instruments on record say about one element: how many answer it, and the best of them.</summary>
/// <param name="Share">Per cent, where the element is measured in parts: regions heard, cost funded. Null when not known.</param>
public sealed record OwnershipAnswer(OwnershipElement Element, bool IsMet, IReadOnlyList<Instrument> Instruments, decimal? Share);

/// <summary>What the state itself has put down for the plan in force, of what the plan costs, in one currency.</summary>
public sealed record OwnMoney(Currency Currency, decimal National, decimal? Cost)
{
    /// <summary>Null where the cost is not known: no share is not a share of nothing.</summary>
    public decimal? Percent => Cost is > 0 and var cost ? 100m * National / cost : null;
}

/// <summary>Answered by the room that knows the plan's money.</summary>
public interface IOwnResources
{
    string Needs { get; }

    /// <summary>One answer for each currency of the plan in force; empty without a plan.</summary>
    Task<IReadOnlyList<OwnMoney>> OfAsync(string country, CancellationToken ct);
}

/// <summary>Reads the four elements of national ownership from the instruments.</summary>
public static class Ownership
{
    private static readonly InstrumentKind[] Visions = [InstrumentKind.Policy, InstrumentKind.Strategy];
    private static readonly InstrumentKind[] Watching = [InstrumentKind.OversightMechanism, InstrumentKind.Review, InstrumentKind.ExpenditureReview];

    public static IReadOnlyList<OwnershipAnswer> Of(
        IReadOnlyCollection<Instrument> instruments, IReadOnlyDictionary<Guid, ConsultationCoverage> coverage, IReadOnlyList<OwnMoney> money)
    {
        var inForce = instruments.Where(i => InstrumentPath.IsInForce(i.State)).ToList();
        var visions = inForce.Where(i => Visions.Contains(i.Kind)).ToList();
        var coordinating = inForce.Where(i => i.Kind == InstrumentKind.CoordinationMechanism).ToList();
        var watching = inForce.Where(i => Watching.Contains(i.Kind)).ToList();
        return
        [
            Vision(visions, coverage),
            new(OwnershipElement.Coordination, coordinating.Count > 0, coordinating, null),
            Resources(money),
            new(OwnershipElement.Monitoring, watching.Count > 0, watching, null),
        ];
    }

    // Inclusive means heard in every region, not only adopted.
    private static OwnershipAnswer Vision(List<Instrument> visions, IReadOnlyDictionary<Guid, ConsultationCoverage> coverage)
    {
        var heard = visions.Select(v => coverage.GetValueOrDefault(v.Id)).OfType<ConsultationCoverage>().ToList();
        var best = heard.Where(c => c.Regions > 0).Select(c => (decimal?)(100m * c.Heard.Count / c.Regions)).Max();
        return new(OwnershipElement.InclusiveVision, heard.Any(c => c.IsComplete), visions, best);
    }

    // Only what the state's own budget allocates counts: a funded share may be foreign money. Currencies are not added up.
    private static OwnershipAnswer Resources(IReadOnlyList<OwnMoney> money) =>
        new(OwnershipElement.OwnResources, money.Any(m => m.National > 0), [], money.Max(m => m.Percent));
}
