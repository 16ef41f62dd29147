using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Features.Legislation;

/// <summary>A law of the sector, wanted, on its way, or in force; domain handbook §3.6.</summary>
public sealed class Law : IRecord, IVersioned
{
    public const int LongestText = 2_000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Country { get; init; }

    public required Classification Classification { get; set; }

    public Guid? Compartment { get; init; }

    /// <summary>Short and stable, in the country's own way; spreadsheets name it by this.</summary>
    public required string Code { get; set; }

    public required Wording Title { get; set; }

    /// <summary>The official number: "Act 12/2024".</summary>
    public string? Number { get; set; }

    public string? Subject { get; set; }

    /// <summary>Codes of the component list and its national extension (domain handbook §3.4).</summary>
    public List<string> Components { get; set; } = [];

    /// <summary>Codes of the functions it touches.</summary>
    public List<string> Functions { get; set; } = [];

    /// <summary>The institution that answers for the draft or applies the law.</summary>
    public Guid? LeadInstitutionId { get; set; }

    public DateOnly? PublishedOn { get; set; }

    public DateOnly? EffectiveOn { get; set; }

    /// <summary>Where the text can be read.</summary>
    public string? Url { get; set; }

    public LawState State { get; private set; }

    public DateOnly StateSince { get; private set; }

    public int Version { get; set; } = 1;

    /// <summary>Enters the law as it stands: an act of 1998 is in force without its years in parliament being told.</summary>
    public Refusal? Open(LawMove move, DateOnly today) => FactsMissing(move, today);

    /// <summary>Whether the law may take this step after those it has taken.</summary>
    public Refusal? MayMove(LawMove move, LawStep? last, DateOnly today) => move switch
    {
        _ when !LawPath.From(State).Contains(move.To) => new Refusal("legislation.no-such-step"),
        _ when last is not null && move.On < last.HappenedOn => new Refusal("legislation.step-before-last", last.HappenedOn),
        { Reason: null } when LawPath.IsBack(State, move.To) => new Refusal("legislation.reason-for-return"),
        _ => FactsMissing(move, today),
    };

    /// <summary>Takes a step the rules allow, and gives the row that keeps it for ever.</summary>
    public LawStep Take(LawMove move, bool isFirst, Guid person, DateTimeOffset now)
    {
        var step = Step(move, isFirst ? null : State, null, person, now);
        (State, StateSince) = (move.To, move.On);
        Number = move.Number ?? Number;
        PublishedOn = move.PublishedOn ?? PublishedOn;
        EffectiveOn = move.EffectiveOn ?? EffectiveOn;
        return step;
    }

    /// <summary>Whether the latest step may be taken back as a mistake: it stays on record, voided.</summary>
    public static Refusal? MayVoid(IReadOnlyList<LawStep> effective, string? reason) => effective switch
    {
        { Count: < 2 } => new Refusal("legislation.first-step-stays"),
        _ when string.IsNullOrWhiteSpace(reason) => new Refusal("legislation.reason-for-correction"),
        _ => null,
    };

    public LawStep Void(IReadOnlyList<LawStep> effective, string reason, Guid person, DateTimeOffset now)
    {
        var (before, mistaken) = (effective[^2], effective[^1]);
        var step = Step(new LawMove(before.ToState, mistaken.HappenedOn) { Reason = reason }, State, mistaken.Id, person, now);
        (State, StateSince) = (before.ToState, before.HappenedOn);
        return step;
    }

    private Refusal? FactsMissing(LawMove move, DateOnly today) => move switch
    {
        _ when move.On > today => new Refusal("legislation.step-in-future"),
        { To: LawState.Passed, Body: null } => new Refusal("legislation.passed-by-whom"),
        { To: LawState.Promulgated, Reference: null } when (move.Number ?? Number) is null => new Refusal("legislation.promulgated-without-number"),
        { To: LawState.InForce or LawState.Amended } => NotBinding(move),
        { To: LawState.Repealed, ByLawId: null, Reason: null } => new Refusal("legislation.by-which-law"),
        _ when move.ByLawId == Id => new Refusal("legislation.by-itself"),
        _ => null,
    };

    // A law nobody could read binds nobody: in force from its publication, or from the later day it names itself.
    private Refusal? NotBinding(LawMove move) => (move.EffectiveOn ?? EffectiveOn ?? move.PublishedOn ?? PublishedOn) switch
    {
        null => new Refusal("legislation.in-force-unpublished"),
        { } binds when move.On < binds => new Refusal("legislation.in-force-too-early", binds),
        _ when move.ByLawId == Id => new Refusal("legislation.by-itself"),
        _ when move is { To: LawState.Amended, ByLawId: null, Reason: null } => new Refusal("legislation.by-which-law"),
        _ => null,
    };

    private LawStep Step(LawMove move, LawState? from, Guid? voids, Guid person, DateTimeOffset now) => new()
    {
        LawId = Id,
        Country = Country,
        Classification = Classification,
        Compartment = Compartment,
        FromState = from,
        ToState = move.To,
        HappenedOn = move.On,
        Body = move.Body,
        Reference = move.Reference,
        ByLawId = move.ByLawId,
        Reason = move.Reason,
        VoidsStepId = voids,
        RecordedBy = person,
        RecordedAt = now,
    };
}
