using Cornerstone.Values;

namespace Cornerstone.Features.Benchmarks;

/// <summary>Who may bring a value from one state to the next. Nobody verifies their own (domain handbook §0.3, four eyes).</summary>
public sealed partial class SeriesPoint
{
    private const int QualityDimensions = 6;
    private const decimal HighestQuality = 3m;

    /// <summary>Everything but a value that was corrected or retracted.</summary>
    public bool IsLive => State is not (PointState.Corrected or PointState.Retracted);

    /// <summary>Still in the hands of its authors: its figures may be changed.</summary>
    public bool IsOpen => State is PointState.Entered or PointState.Returned;

    /// <summary>Sum of the six judgements over eighteen; null before anybody judged (domain handbook §4.4).</summary>
    public Percentage? QualityScore => ScoreOf(Quality);

    public static Percentage? ScoreOf(List<short>? quality) =>
        quality is { Count: QualityDimensions } ? new Percentage(quality.Sum(s => (decimal)s) / (QualityDimensions * HighestQuality)) : null;

    public Refusal? Submit(Guid person)
    {
        if (!IsOpen)
        {
            return WrongState();
        }

        (State, SubmittedBy, Reason) = (PointState.Submitted, person, null);
        return null;
    }

    /// <summary>Evidence is a file or an address; without any, a written reason stands in its place.</summary>
    public Refusal? Verify(Guid person, DateTimeOffset at, bool hasEvidence)
    {
        if (State != PointState.Submitted)
        {
            return WrongState();
        }

        if (person == EnteredBy || person == SubmittedBy)
        {
            return new Refusal("benchmarks.own-value", Period);
        }

        if (!hasEvidence && string.IsNullOrWhiteSpace(NoEvidenceBecause))
        {
            return new Refusal("benchmarks.no-evidence", Period);
        }

        (State, VerifiedBy, VerifiedAt, Reason) = (PointState.Verified, person, at, null);
        return null;
    }

    /// <summary>A verified value may come back too, until it is published.</summary>
    public Refusal? Return(Guid person, string? reason)
    {
        if (State is not (PointState.Submitted or PointState.Verified))
        {
            return WrongState();
        }

        if (person == EnteredBy || person == SubmittedBy)
        {
            return new Refusal("benchmarks.own-value", Period);
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return new Refusal("benchmarks.reason-for-return", Period);
        }

        (State, VerifiedBy, VerifiedAt, Reason) = (PointState.Returned, null, null, reason.Trim());
        return null;
    }

    /// <summary>Everybody reads it from now on. <paramref name="corrected"/> is the published value it corrects, if it corrects one.</summary>
    public Refusal? Publish(DateTimeOffset at, Percentage lowestQuality, SeriesPoint? corrected = null)
    {
        if (State != PointState.Verified || VerifiedBy is null)
        {
            return WrongState();
        }

        if (QualityScore is { } quality && quality < lowestQuality)
        {
            return new Refusal("benchmarks.quality-too-low", Period, quality, lowestQuality);
        }

        if (Corrects != corrected?.Id || corrected is { State: not PointState.Published })
        {
            return new Refusal("benchmarks.correction-overtaken", Period);
        }

        corrected?.GiveWayTo(this, at);
        (State, PublishedAt) = (PointState.Published, at);
        return null;
    }

    public Refusal? Retract(string? reason, DateTimeOffset at)
    {
        if (State != PointState.Published)
        {
            return WrongState();
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return new Refusal("benchmarks.reason-for-retracting", Period);
        }

        (State, EndedAt, Reason) = (PointState.Retracted, at, reason.Trim());
        return null;
    }

    private void GiveWayTo(SeriesPoint next, DateTimeOffset at) =>
        (State, EndedAt, ReplacedBy, Reason) = (PointState.Corrected, at, next.Id, next.Note);

    private Refusal WrongState() => new("benchmarks.value-state", Period, State);
}
