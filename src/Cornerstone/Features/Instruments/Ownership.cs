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

/// <summary>Reads the four elements of national ownership from the instruments.</summary>
public static class Ownership
{
    private static readonly InstrumentKind[] Visions = [InstrumentKind.Policy, InstrumentKind.Strategy];
    private static readonly InstrumentKind[] Watching = [InstrumentKind.OversightMechanism, InstrumentKind.Review, InstrumentKind.ExpenditureReview];

    public static IReadOnlyList<OwnershipAnswer> Of(IReadOnlyCollection<Instrument> instruments, IReadOnlyDictionary<Guid, ConsultationCoverage> coverage)
    {
        var inForce = instruments.Where(i => InstrumentPath.IsInForce(i.State)).ToList();
        var visions = inForce.Where(i => Visions.Contains(i.Kind)).ToList();
        var coordinating = inForce.Where(i => i.Kind == InstrumentKind.CoordinationMechanism).ToList();
        var watching = inForce.Where(i => Watching.Contains(i.Kind)).ToList();
        return
        [
            Vision(visions, coverage),
            new(OwnershipElement.Coordination, coordinating.Count > 0, coordinating, null),
            Resources(inForce),
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

    // A funded share may hold foreign money; the plan's own page tells national allocations apart.
    private static OwnershipAnswer Resources(List<Instrument> inForce)
    {
        var costed = inForce.Where(i => i is { IsCosted: true, FundedShare: not null }).ToList();
        return new(OwnershipElement.OwnResources, costed.Any(i => i.FundedShare > 0), costed, costed.Max(i => i.FundedShare));
    }
}
