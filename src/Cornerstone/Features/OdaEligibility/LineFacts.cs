using Cornerstone.Features.Support;
using Cornerstone.Sheets;
using Cornerstone.Values;

namespace Cornerstone.Features.OdaEligibility;

/// <summary>
/// What is known of a line of money, in the questions of the table. A purpose says what its definition says; the form in which
/// support came goes before it, because rifles stay rifles under any purpose. What nobody said stays open.
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
    public static OdaFacts Of(string? sector, SupportForm? form, OdaUnit? unit, bool? forces)
    {
        var said = sector is null ? Nothing : Codes.GetValueOrDefault(sector, Nothing);
        var recipient = unit is not null ? unit.Recipient
            : forces == true && sector == nameof(Component.DEF) ? OdaRecipient.Military
            : said.Recipient;
        var support = form switch
        {
            SupportForm.Equipment => OdaSupport.Equipment,
            SupportForm.Stipends => OdaSupport.Salaries,
            SupportForm.Offset => OdaSupport.Offset,
            // A gift of what, a loan for what: nobody said.
            SupportForm.GiftInKind or SupportForm.Loan => null,
            // What forces get under a civilian purpose is for a person to look at.
            _ => forces == true || recipient is OdaRecipient.Military or OdaRecipient.Intelligence ? null : said.Support,
        };
        return new(recipient, support, Civilian: support is OdaSupport.ArmsControl ? said.Civilian : null);
    }

    private static OdaFacts Read(IReadOnlyDictionary<string, string> row) => new(
        row["recipient"].Length > 0 ? Enum.Parse<OdaRecipient>(row["recipient"]) : null,
        row["support"].Length > 0 ? Enum.Parse<OdaSupport>(row["support"]) : null,
        Civilian: row["civilian"] == "yes" ? true : null);
}
