using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Features.Instruments;

/// <summary>A dialogue, review, policy, strategy, plan or mechanism of the reform, from its proposal to its end; domain handbook §3.2.</summary>
public sealed class Instrument : IRecord, IVersioned
{
    public const int LongestText = 2_000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Country { get; init; }

    public required Classification Classification { get; set; }

    public Guid? Compartment { get; init; }

    /// <summary>Short and stable, in the country's own way; spreadsheets name it by this.</summary>
    public required string Code { get; set; }

    public required InstrumentKind Kind { get; set; }

    public required Wording Title { get; set; }

    public Guid? LeadInstitutionId { get; set; }

    public List<string> Components { get; set; } = [];

    /// <summary>When the work on it began.</summary>
    public DateOnly? StartedOn { get; set; }

    public DateOnly? AdoptedOn { get; private set; }

    public string? AdoptingAuthority { get; private set; }

    public DateOnly? PublishedOn { get; set; }

    public DateOnly? EffectiveOn { get; set; }

    public DateOnly? ValidFrom { get; set; }

    public DateOnly? ValidUntil { get; set; }

    /// <summary>Per cent of the drafting done by nationals; the rest is foreign. Null when nobody has said.</summary>
    public decimal? NationalShare { get; set; }

    /// <summary>Who drafted it, in words: ministries, commissions, foreign experts and who paid them.</summary>
    public string? Authors { get; set; }

    /// <summary>Null when nobody has said; "no" is an answer of its own.</summary>
    public bool? HasGenderAnalysis { get; set; }

    public string? GenderAnalysisUrl { get; set; }

    public bool? HasConflictAnalysis { get; set; }

    public bool? IsCosted { get; set; }

    public decimal? CostAmount { get; set; }

    public string? CostCurrency { get; set; }

    /// <summary>Per cent of the cost for which money is allocated or committed.</summary>
    public decimal? FundedShare { get; set; }

    public string? Url { get; set; }

    /// <summary>The later instrument that took its place.</summary>
    public Guid? ReplacedById { get; private set; }

    public InstrumentState State { get; private set; }

    public DateOnly StateSince { get; private set; }

    /// <summary>Where a suspended instrument was, and the only place it may return to.</summary>
    public InstrumentState? FormerState { get; private set; }

    public int Version { get; set; } = 1;

    /// <summary>Enters the instrument as it stands: a strategy of 2019 is in force without its years being told.</summary>
    public Refusal? Open(InstrumentMove move, DateOnly today) => move.To == InstrumentState.Suspended
        ? new Refusal("instruments.no-such-step")
        : FactsMissing(move, today);

    /// <summary>Whether it may take this step after those it has taken.</summary>
    public Refusal? MayMove(InstrumentMove move, InstrumentStep? last, ConsultationCoverage coverage, DateOnly today) => move switch
    {
        _ when !InstrumentPath.From(State, FormerState).Contains(move.To) => new Refusal("instruments.no-such-step"),
        _ when last is not null && move.On < last.HappenedOn => new Refusal("instruments.step-before-last", last.HappenedOn),
        { Reason: null } when InstrumentPath.IsBack(State, move.To) => new Refusal("instruments.reason-for-return"),
        { To: InstrumentState.Validation, Reason: null } when !coverage.IsComplete => new Refusal("instruments.regions-not-heard", coverage.NotHeard.Count),
        _ => FactsMissing(move, today),
    };

    /// <summary>Takes a step the rules allow, and gives the row that keeps it for ever.</summary>
    public InstrumentStep Take(InstrumentMove move, bool isFirst, IReadOnlyList<string> notHeard, Guid person, DateTimeOffset now)
    {
        var step = Step(move, isFirst ? null : State, null, move.To == InstrumentState.Validation ? notHeard : [], person, now);
        FormerState = move.To == InstrumentState.Suspended ? State : null;
        (State, StateSince) = (move.To, move.On);
        if (InstrumentPath.IsAdopted(move.To) && AdoptedOn is null)
        {
            (AdoptedOn, AdoptingAuthority) = (move.AdoptedOn ?? move.On, move.Authority);
        }

        (PublishedOn, EffectiveOn) = (move.PublishedOn ?? PublishedOn, move.EffectiveOn ?? EffectiveOn);
        ReplacedById = move.To == InstrumentState.Replaced ? move.ReplacedBy : ReplacedById;
        return step;
    }

    public static Refusal? MayVoid(IReadOnlyList<InstrumentStep> effective, string? reason) => effective switch
    {
        { Count: < 2 } => new Refusal("instruments.first-step-stays"),
        _ when string.IsNullOrWhiteSpace(reason) => new Refusal("instruments.reason-for-correction"),
        _ => null,
    };

    /// <summary>Takes the latest step back as a mistake; the mistake stays on record.</summary>
    public InstrumentStep Void(IReadOnlyList<InstrumentStep> effective, string reason, Guid person, DateTimeOffset now)
    {
        var (before, mistaken) = (effective[^2], effective[^1]);
        var step = Step(new InstrumentMove(before.ToState, mistaken.HappenedOn) { Reason = reason }, State, mistaken.Id, [], person, now);
        (State, StateSince) = (before.ToState, before.HappenedOn);
        FormerState = before.ToState == InstrumentState.Suspended ? before.FromState : null;
        ReplacedById = null;
        if (mistaken.ToState == InstrumentState.Adopted)
        {
            (AdoptedOn, AdoptingAuthority) = (null, null);
        }

        return step;
    }

    private Refusal? FactsMissing(InstrumentMove move, DateOnly today) => move switch
    {
        _ when move.On > today => new Refusal("instruments.step-in-future"),
        { Authority: null } when InstrumentPath.IsAdopted(move.To) && AdoptingAuthority is null => new Refusal("instruments.adopted-by-whom"),
        _ when move.AdoptedOn > move.On => new Refusal("instruments.adopted-after-step"),
        { To: InstrumentState.InForce } => NotBinding(move),
        { To: InstrumentState.Suspended, Reason: null } => new Refusal("instruments.reason-for-suspension"),
        { To: InstrumentState.Replaced, ReplacedBy: null } => new Refusal("instruments.replaced-by-what"),
        { To: InstrumentState.Replaced } when move.ReplacedBy == Id => new Refusal("instruments.replaced-by-itself"),
        { To: InstrumentState.Lapsed, Reason: null } when ValidUntil is null || ValidUntil > move.On => new Refusal("instruments.reason-for-lapse"),
        _ => null,
    };

    // Domain handbook §3.2: not in force before its publication or, where it names one, the day of its legal effect.
    private Refusal? NotBinding(InstrumentMove move) => (move.EffectiveOn ?? EffectiveOn ?? move.PublishedOn ?? PublishedOn) switch
    {
        null => new Refusal("instruments.in-force-unpublished"),
        { } binds when move.On < binds => new Refusal("instruments.in-force-too-early", binds),
        _ => null,
    };

    private InstrumentStep Step(InstrumentMove move, InstrumentState? from, Guid? voids, IReadOnlyList<string> notHeard, Guid person, DateTimeOffset now) => new()
    {
        InstrumentId = Id,
        Country = Country,
        Classification = Classification,
        Compartment = Compartment,
        FromState = from,
        ToState = move.To,
        HappenedOn = move.On,
        Authority = move.Authority,
        Reason = move.Reason,
        RegionsNotHeard = [.. notHeard],
        VoidsStepId = voids,
        RecordedBy = person,
        RecordedAt = now,
    };
}

/// <summary>Follows an instrument to what replaced it, and what replaced that.</summary>
public static class ReplacedBy
{
    /// <summary>The chain after this instrument, nearest first. A circle, which bad input can make, ends it.</summary>
    public static IReadOnlyList<Guid> Chain(Guid start, IReadOnlyDictionary<Guid, Guid> successors)
    {
        var chain = new List<Guid>();
        var next = start;
        while (successors.TryGetValue(next, out next) && next != start && !chain.Contains(next))
        {
            chain.Add(next);
        }

        return chain;
    }

    /// <summary>Whether naming this successor would close a circle.</summary>
    public static bool WouldCircle(Guid replaced, Guid successor, IReadOnlyDictionary<Guid, Guid> successors) =>
        successor == replaced || Chain(successor, successors).Contains(replaced);
}
