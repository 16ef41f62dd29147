using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Features.OversightActivities;

public enum RecommendationState
{
    Open,
    Ongoing,
    Implemented,

    /// <summary>The institution refuses: the recommendation stays due, and is never counted as implemented.</summary>
    Refused,
}

/// <summary>What an overseer asks of an institution, by a day, and where the answer stands.</summary>
public sealed class OversightRecommendation : IRecord, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid ActivityId { get; init; }

    public required string Country { get; init; }

    public required Classification Classification { get; init; }

    public Guid? Compartment { get; init; }

    public required string What { get; set; }

    public DateOnly? DueOn { get; set; }

    public RecommendationState State { get; private set; }

    public DateOnly? ImplementedOn { get; private set; }

    public int Version { get; set; } = 1;

    public bool IsDue(DateOnly today) => DueOn <= today;

    public bool IsOverdue(DateOnly today) => DueOn < today && State != RecommendationState.Implemented;

    /// <summary>Says where the answer stands, with the row that keeps it for ever.</summary>
    public Refusal? Answer(RecommendationState to, DateOnly on, string? note, DateOnly today) => to switch
    {
        _ when to == State => new Refusal("oversight.already-so"),
        _ when on > today => new Refusal("oversight.in-future"),
        RecommendationState.Refused or RecommendationState.Open when string.IsNullOrWhiteSpace(note) => new Refusal("oversight.say-why"),
        RecommendationState.Implemented when string.IsNullOrWhiteSpace(note) => new Refusal("oversight.say-what-shows-it"),
        _ => null,
    };

    public RecommendationStep Take(RecommendationState to, DateOnly on, string? note, Guid person, DateTimeOffset now)
    {
        var step = new RecommendationStep
        {
            RecommendationId = Id,
            Country = Country,
            Classification = Classification,
            Compartment = Compartment,
            FromState = State,
            ToState = to,
            HappenedOn = on,
            Note = note,
            RecordedBy = person,
            RecordedAt = now,
        };
        (State, ImplementedOn) = (to, to == RecommendationState.Implemented ? on : null);
        Version++;
        return step;
    }
}

/// <summary>One dated answer to a recommendation, kept for ever.</summary>
public sealed class RecommendationStep : IRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid RecommendationId { get; init; }

    public required string Country { get; init; }

    public required Classification Classification { get; init; }

    public Guid? Compartment { get; init; }

    public required RecommendationState FromState { get; init; }

    public required RecommendationState ToState { get; init; }

    public required DateOnly HappenedOn { get; init; }

    public string? Note { get; init; }

    public required Guid RecordedBy { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}
