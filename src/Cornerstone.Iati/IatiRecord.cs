namespace Cornerstone.Iati;

/// <summary>One record of a file: an activity, an organisation, or neither when it could not be read; and what was found in it.</summary>
/// <param name="Number">Its place in the file, counted from one.</param>
/// <param name="Line">The line it begins on.</param>
public sealed record IatiRecord(RecordKind Kind, int Number, long Line, Activity? Activity, Organisation? Organisation, IReadOnlyList<Finding> Findings)
{
    public bool IsBroken => Activity is null && Organisation is null;

    /// <summary>The record as UTF-8, from its tag to the end of its closing tag, where <see cref="IatiOptions.KeepBytes"/> asked for it.</summary>
    public ReadOnlyMemory<byte> Bytes { get; init; }
}

/// <summary>The two kinds of records the standard knows.</summary>
public enum RecordKind
{
    Activity,
    Organisation,
}
