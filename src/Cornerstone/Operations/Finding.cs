namespace Cornerstone.Operations;

public enum Wellness
{
    Good,

    /// <summary>Works, and should be looked at.</summary>
    Warning,

    /// <summary>Something promised is not so.</summary>
    Bad,
}

/// <summary>One thing that was looked at, and what was seen.</summary>
internal sealed record Finding(string What, Wellness State, string Says)
{
    public static Finding Good(string what, string says) => new(what, Wellness.Good, says);

    public static Finding Warning(string what, string says) => new(what, Wellness.Warning, says);

    public static Finding Bad(string what, string says) => new(what, Wellness.Bad, says);
}
