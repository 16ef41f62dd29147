using Cornerstone.Languages;
using Cornerstone.Published;
using Cornerstone.Ui.Tags;

namespace Cornerstone.Features.Publications;

/// <summary>The words of this room.</summary>
internal static class PublicationsWords
{
    public static string Of(this Text T, PublicationState state) => state switch
    {
        PublicationState.Proposed => T["Waits for a second person"],
        PublicationState.Published => T["Published"],
        PublicationState.Refused => T["Refused"],
        _ => T["Taken back"],
    };

    public static Tone ToneOf(PublicationState state) => state switch
    {
        PublicationState.Proposed => Tone.Warning,
        PublicationState.Published => Tone.Good,
        PublicationState.Refused => Tone.Bad,
        _ => Tone.Neutral,
    };

    /// <summary>Why a number is not told: for those who approve.</summary>
    public static string Of(this Text T, RowTelling telling) => telling switch
    {
        RowTelling.TooFew => T["Fewer than ten people"],
        RowTelling.WouldGiveAway => T["Another number could be found by subtracting"],
        RowTelling.TableWithheld => T["The parts and their whole cannot be checked together: only one of the two is told"],
        RowTelling.NotChecked => T["The numbers of people behind it are not recorded"],
        RowTelling.Kept => T["Kept back by a person"],
        _ => T["Told"],
    };
}
