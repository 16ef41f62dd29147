using Cornerstone.Languages;
using Cornerstone.Texts;
using Cornerstone.Ui.Tags;

namespace Cornerstone.Features.Commitments;

/// <summary>The words of this room's values.</summary>
internal static class CommitmentWords
{
    public static string Of(this Text T, ObligationState state) => state switch
    {
        ObligationState.Proposed => T["Proposed"],
        ObligationState.Accepted => T["Accepted"],
        _ => T["Dismissed"],
    };

    public static string Of(this Text T, DeadlineStatus status) => status switch
    {
        DeadlineStatus.NoDate => T["No date"],
        DeadlineStatus.Upcoming => T["Upcoming"],
        DeadlineStatus.DueSoon => T["Due soon"],
        DeadlineStatus.Overdue => T["Overdue"],
        DeadlineStatus.DeliveredOnTime => T["Delivered on time"],
        DeadlineStatus.DeliveredLate => T["Delivered late"],
        _ => T["Superseded"],
    };

    public static Tone ToneOf(DeadlineStatus status) => status switch
    {
        DeadlineStatus.Overdue => Tone.Bad,
        DeadlineStatus.DueSoon or DeadlineStatus.DeliveredLate => Tone.Warning,
        DeadlineStatus.DeliveredOnTime => Tone.Good,
        DeadlineStatus.Upcoming => Tone.Information,
        _ => Tone.Neutral,
    };

    public static Tone ToneOf(ObligationState state) => state switch
    {
        ObligationState.Accepted => Tone.Good,
        ObligationState.Proposed => Tone.Information,
        _ => Tone.Neutral,
    };

    /// <summary>"166 days late", "in 55 days"; null when there is nothing to count.</summary>
    public static string? DaysOf(this Text T, Deadline deadline) => (deadline.Status, deadline.Days) switch
    {
        (_, null) => null,
        (DeadlineStatus.Overdue or DeadlineStatus.DeliveredLate, { } days) => T.Plural(days, "{0} day late", "{0} days late"),
        (_, 0) => T["today"],
        (_, { } days) => T.Plural(days, "in {0} day", "in {0} days"),
    };

    /// <summary>"para. 20 (k)", "preambular para. 7", "recommendation 10", from the address inside the document.</summary>
    public static string Paragraph(this Text T, string path)
    {
        var parts = path.Split('/');
        var points = string.Concat(parts.Skip(2).Select(p => $" ({p})"));
        var number = parts.Length > 1 ? parts[1] + points : points;
        return parts[0] switch
        {
            "pp" => T["preambular para. {0}", number],
            "rec" => T["recommendation {0}", number],
            "fn" => T["footnote {0}", number],
            "summary" => T["summary"],
            _ => T["para. {0}", number],
        };
    }

    public static string? RecurrenceOf(this Text T, string? code) => !Recurrence.TryParse(code, null, out var recurrence) ? null : recurrence.Unit switch
    {
        RecurrenceUnit.Days => T.Plural(recurrence.Number, "every {0} day", "every {0} days"),
        RecurrenceUnit.Weeks => T.Plural(recurrence.Number, "every {0} week", "every {0} weeks"),
        RecurrenceUnit.Months => T.Plural(recurrence.Number, "every {0} month", "every {0} months"),
        _ => T.Plural(recurrence.Number, "every {0} year", "every {0} years"),
    };

    public static string Of(this Text T, RecurrenceUnit unit) => unit switch
    {
        RecurrenceUnit.Days => T["days"],
        RecurrenceUnit.Weeks => T["weeks"],
        RecurrenceUnit.Months => T["months"],
        _ => T["years"],
    };

    public static string Of(this Text T, DatePrecision precision) => precision switch
    {
        DatePrecision.Day => T["Day"],
        DatePrecision.Month => T["Month"],
        DatePrecision.Quarter => T["Quarter"],
        _ => T["Year"],
    };

    public static string Of(this Text T, ServiceRelation relation) => relation switch
    {
        ServiceRelation.Implements => T["implements it"],
        ServiceRelation.Measures => T["measures it"],
        ServiceRelation.Finances => T["finances it"],
        ServiceRelation.Safeguards => T["safeguards it"],
        _ => T["reports on it"],
    };

    /// <summary>A document's name inside a sentence: isolated, so that "S/RES/2553 (2020)" keeps its order in Arabic.</summary>
    public static string NameOf(this Text T, string? name) => name is null ? T["Untitled document"] : $"\u2068{name}\u2069";

    public static string AddresseesOf(this Text T, IEnumerable<string> codes) => string.Join(T[", "], codes.Select(c => T[Addressees.NameOf(c)]));
}
