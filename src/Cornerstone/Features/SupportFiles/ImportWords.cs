using Cornerstone.Features.Support;
using Cornerstone.Features.SupportImport;
using Cornerstone.Languages;
using Cornerstone.Ui.Tags;

namespace Cornerstone.Features.SupportFiles;

/// <summary>What becomes of files and their activities, in words.</summary>
public static class ImportWords
{
    public static string Of(this Text T, RecordOutcome outcome) => outcome switch
    {
        RecordOutcome.Added => T["New"],
        RecordOutcome.Changed => T["Changed"],
        RecordOutcome.Unchanged => T["Already so"],
        _ => T["Refused"],
    };

    public static Tone ToneOf(RecordOutcome outcome) => outcome switch
    {
        RecordOutcome.Added => Tone.Good,
        RecordOutcome.Changed => Tone.Information,
        RecordOutcome.Unchanged => Tone.Neutral,
        _ => Tone.Bad,
    };

    public static string Of(this Text T, ImportState state) => state switch
    {
        ImportState.Done => T["Brought in"],
        ImportState.Stopped => T["Broken off: send it again, and it goes on"],
        _ => T["Being brought in"],
    };

    public static Tone ToneOf(ImportState state) => state switch
    {
        ImportState.Done => Tone.Good,
        ImportState.Stopped => Tone.Warning,
        _ => Tone.Information,
    };

    /// <summary>Names of fields as a person says them, in a row.</summary>
    public static string FieldsOf(this Text T, IEnumerable<string> fields) => string.Join(T[", "], fields.Select(f => T.FieldOf(f)));
}
