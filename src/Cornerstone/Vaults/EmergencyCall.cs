using Cornerstone.Languages;

namespace Cornerstone.Vaults;

/// <summary>Why somebody outside has to read at once. It stands in the journal, where free words could tell what the dossier says.</summary>
public enum EmergencyGround
{
    LifeAtRisk,
    ShortTerm,
    UrgentDecision,
    SuspectedBreach,
}

public static class EmergencyGrounds
{
    public static string Of(EmergencyGround ground) => ground switch
    {
        EmergencyGround.LifeAtRisk => Text.Later("Somebody's life or safety is at risk"),
        EmergencyGround.ShortTerm => Text.Later("A court or parliament has set a term of hours"),
        EmergencyGround.UrgentDecision => Text.Later("A decision that cannot wait depends on it"),
        _ => Text.Later("The dossier may have been altered or stolen"),
    };
}

/// <summary>
/// Somebody asks to be let into a sealed group in an emergency. They name the group in words; whether there is one of that name they do not
/// learn. Its members see the call; it lapses after a day.
/// </summary>
public sealed class EmergencyCall
{
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(24);

    public Guid Id { get; init; } = RandomId.New();

    public required string Country { get; init; }

    public required string GroupName { get; init; }

    public required EmergencyGround Ground { get; init; }

    public required Guid AskedBy { get; init; }

    /// <summary>The database sets it by its own clock.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    public DateTimeOffset? WithdrawnAt { get; set; }

    public bool Stands(DateTimeOffset now) => WithdrawnAt is null && now < AskedAt + Lasts;

    public bool Names(string group) => string.Equals(GroupName.Trim(), group.Trim(), StringComparison.OrdinalIgnoreCase);
}
