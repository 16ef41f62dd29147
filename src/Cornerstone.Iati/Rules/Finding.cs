namespace Cornerstone.Iati;

/// <summary>Something worth saying about a file: which rule, how bad, where, and in which words. It never stops the reading.</summary>
/// <param name="Rule">The number of the official ruleset ("2.1.2"), or one of ours: X for the XML, S for the schema, V for values, C for codes, D for doubles.</param>
/// <param name="Activity">The identifier of the activity or organisation, where there is one.</param>
/// <param name="At">The path: "iati-activity[3]/transaction[2]/value/@currency".</param>
public sealed record Finding(string Rule, Severity Severity, string? Activity, string At, long Line, string Message)
{
    /// <summary>What fills the places of the rule's sentence, for who says it in another language.</summary>
    public Items<string> Facts { get; init; }
}

public enum Severity
{
    /// <summary>Understood, and better said otherwise.</summary>
    Warning,

    /// <summary>Against the standard, or not understood.</summary>
    Error,
}

/// <summary>How often a rule was broken in a file.</summary>
public sealed record RuleCount(string Rule, Severity Severity, long Count);
