using Cornerstone.Languages;
using Cornerstone.Ui.Tags;

namespace Cornerstone.Features.ReportingCalendar;

/// <summary>The words of a duty's status.</summary>
internal static class DutyWords
{
    public static string Of(this Text T, DutyStatus status) => status switch
    {
        DutyStatus.Overdue => T["Overdue"],
        DutyStatus.DueSoon => T["Due soon"],
        _ => T["Upcoming"],
    };

    public static Tone ToneOf(DutyStatus status) => status switch
    {
        DutyStatus.Overdue => Tone.Bad,
        DutyStatus.DueSoon => Tone.Warning,
        _ => Tone.Information,
    };
}
