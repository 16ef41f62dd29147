using System.Collections.Concurrent;
using Cornerstone.Features.Support;

namespace Cornerstone.Features.OdaEligibility;

/// <summary>Judges lines of money by the table, on what is known of each. The same facts are judged once: many lines share them.</summary>
public sealed class OdaJudge(OdaUnits units)
{
    private readonly ConcurrentDictionary<(string? Sector, SupportForm? Form, bool IsNamed, OdaRecipient? Recipient, bool? Forces, string? Said, OdaFacts? Answered, decimal? Share), OdaJudgement> known = [];

    /// <param name="transaction">Null for an activity of which no money is told.</param>
    /// <param name="sector">Of the vocabulary that answers for the component; null where nobody said, or where several share the money.</param>
    /// <param name="answer">Of a person; null where nobody answered.</param>
    public OdaJudgement Of(Activity activity, Transaction? transaction, string? sector, OdaAnswer? answer = null)
    {
        var unit = units.Of(transaction?.RecipientUnitId, transaction?.Date);
        // What a transaction says goes before what its activity says of all of them (IATI 2.03).
        var key = (sector, transaction?.Form, unit is not null, unit?.Recipient, activity.SupportsForces, transaction?.FlowType ?? activity.FlowType, answer?.Facts, answer?.Share);
        return known.TryGetValue(key, out var judged) ? judged
            : known[key] = new(OdaDecision.Of(LineFacts.Of(sector, transaction?.Form, unit, activity.SupportsForces, answer?.Facts)).With(answer?.Share), key.Item6);
    }

    /// <summary>What the form and the receiver say by themselves: nobody is asked for it.</summary>
    public OdaFacts Told(Transaction? transaction) => LineFacts.Of(null, transaction?.Form, units.Of(transaction?.RecipientUnitId, transaction?.Date), null);

    /// <summary>Whether all it judged would be judged the same by the other one.</summary>
    public bool AnswersAs(OdaJudge other) => units.AnswersAs(other.Units);

    private OdaUnits Units => units;
}
