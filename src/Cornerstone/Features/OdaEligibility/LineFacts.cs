using Cornerstone.Features.Support;
using Cornerstone.Sheets;
using Cornerstone.Values;

namespace Cornerstone.Features.OdaEligibility;

/// <summary>
/// What is known of a line of money, in the questions of the table. A purpose says what its definition says; what a person answered
/// goes before that, and the form in which support came and the receiver who is named go before both, because rifles stay rifles
/// under any purpose. What nobody said stays open.
/// </summary>
public static class LineFacts
{
    private static readonly Dictionary<string, OdaFacts> Codes = NamedRows.Within(typeof(LineFacts).Assembly, "OdaEligibility/codes.csv").ToDictionary(r => r["code"], Read);

    private static readonly OdaFacts Nothing = new();

    /// <summary>Purposes and components whose definition answers anything.</summary>
    public static IEnumerable<string> Known => Codes.Keys;

    /// <param name="sector">Of the vocabulary that answers for the component; null where nobody said, or where several share the money.</param>
    /// <param name="unit">The institution that receives it, where one is named.</param>
    /// <param name="forces">Whether the country says that the activity supports security forces.</param>
    /// <param name="answered">By a person; null where nobody answered.</param>
    public static OdaFacts Of(string? sector, SupportForm? form, OdaUnit? unit, bool? forces, OdaFacts? answered = null)
    {
        var said = sector is null ? Nothing : Codes.GetValueOrDefault(sector, Nothing);
        var answer = answered ?? Nothing;
        var recipient = unit?.Recipient ?? answer.Recipient
            ?? (unit is not null ? null : forces == true && sector == nameof(Component.DEF) ? OdaRecipient.Military : said.Recipient);
        // What forces get under a civilian purpose is for a person to look at; a gift of what, a loan for what: nobody said.
        var isDefined = form is not (SupportForm.GiftInKind or SupportForm.Loan) && forces != true && recipient is not (OdaRecipient.Military or OdaRecipient.Intelligence);
        var support = Told(form) ?? answer.Support ?? (isDefined ? said.Support : null);
        return answer with
        {
            Recipient = recipient,
            Support = support,
            Civilian = answer.Civilian ?? (isDefined && support is OdaSupport.ArmsControl ? said.Civilian : null),
        };
    }

    private static OdaSupport? Told(SupportForm? form) => form switch
    {
        SupportForm.Equipment => OdaSupport.Equipment,
        SupportForm.Stipends => OdaSupport.Salaries,
        SupportForm.Offset => OdaSupport.Offset,
        _ => null,
    };

    private static OdaFacts Read(IReadOnlyDictionary<string, string> row) => new(
        row["recipient"].Length > 0 ? Enum.Parse<OdaRecipient>(row["recipient"]) : null,
        row["support"].Length > 0 ? Enum.Parse<OdaSupport>(row["support"]) : null,
        Civilian: row["civilian"] == "yes" ? true : null);
}
