namespace Cornerstone.Data;

/// <summary>Who changes the record, when, and why. Nothing is saved without one.</summary>
/// <param name="Name">What is done, as "room.verb": "library.import", "commitments.accept".</param>
/// <param name="Country">The workspace it is done in; <see cref="Access.Workspace.Shared"/> for the shared layer and accounts.</param>
/// <param name="Reason">The person's own words, where the act asks for them.</param>
public sealed record Act(string Name, string Country, DateTimeOffset At, string? Reason = null)
{
    public Guid Id { get; } = OrderedId.At(At);
}
