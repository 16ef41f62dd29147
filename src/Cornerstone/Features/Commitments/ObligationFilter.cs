using Microsoft.AspNetCore.WebUtilities;

namespace Cornerstone.Features.Commitments;

/// <summary>What a list of obligations is narrowed to; all of it stands in the address.</summary>
public sealed record ObligationFilter
{
    public ObligationState State { get; init; } = ObligationState.Accepted;

    public Guid? Document { get; init; }

    /// <summary>Code of an addressee.</summary>
    public string? Addressee { get; init; }

    public DeadlineStatus? Status { get; init; }

    public string? Responsible { get; init; }

    /// <summary>Code of a theme.</summary>
    public string? Theme { get; init; }

    public bool IsNarrow => Document is not null || Addressee is not null || Status is not null || Responsible is not null || Theme is not null;

    public bool Admits(FollowedObligation followed) =>
        (Document is null || followed.Source.DocumentId == Document)
        && (Addressee is null || followed.Obligation.Addressees.Contains(Addressee))
        && (Status is null || followed.Deadline.Status == Status)
        && (Responsible is null || string.Equals(followed.Obligation.Responsible, Responsible, StringComparison.OrdinalIgnoreCase))
        && (Theme is null || followed.Obligation.Themes.Contains(Theme));

    public string AddressOn(string path) => QueryHelpers.AddQueryString(path, new Dictionary<string, string?>
    {
        ["state"] = State == ObligationState.Accepted ? null : State.ToString(),
        ["document"] = Document?.ToString(),
        ["addressee"] = Addressee,
        ["status"] = Status?.ToString(),
        ["responsible"] = Responsible,
        ["theme"] = Theme,
    });
}
