using Cornerstone.Languages;
using Cornerstone.Sheets;
using Cornerstone.Ui.Tags;

namespace Cornerstone.Workbooks;

/// <summary>The words of files, rows and findings.</summary>
internal static class WorkbookWords
{
    /// <summary>Why a file is refused as a whole, and where that showed.</summary>
    public static string Of(this Text T, UnreadableSheetException fault)
    {
        var sentence = fault.Rule switch
        {
            UnreadableSheet.UnknownForm => T["The file is not a table that can be read. Excel workbooks (.xlsx, without a password) and CSV are."],
            UnreadableSheet.HostilePackage => T["The file is refused: it is built to unpack into far more than it seems, or its parts lead outside or stand twice."],
            UnreadableSheet.Macros => T["The file is refused: it contains macros. Save it as .xlsx without them."],
            UnreadableSheet.TooLarge => T["The file holds more than is read at once. Send it in parts."],
            UnreadableSheet.WrongEncoding => T["The letters of the file are not Unicode. Save it as UTF-8, or choose its encoding below."],
            _ => T["The file is cut off or damaged."],
        };
        return fault.Place.Length == 0 ? sentence : T["{0} ({1})", sentence, fault.Place];
    }

    public static string Of(this Text T, FindingGrade grade) => grade switch
    {
        FindingGrade.Error => T["Refused"],
        FindingGrade.Warning => T["Doubtful"],
        _ => T["Note"],
    };

    public static Tone ToneOf(FindingGrade grade) => grade switch
    {
        FindingGrade.Error => Tone.Bad,
        FindingGrade.Warning => Tone.Warning,
        _ => Tone.Neutral,
    };
}
