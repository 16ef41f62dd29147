using Cornerstone.Features.Support;
using Cornerstone.Features.SupportLedger;
using Cornerstone.Values;

namespace Cornerstone.Features.OdaEligibility;

/// <summary>Money of one activity that the table judges alike: one sector, one form, one receiver, one word of its reporter.</summary>
/// <param name="Sector">Null where nobody said, or where several share the money and nobody said how much falls to which.</param>
/// <param name="Transactions">How many of them; none where no money is told.</param>
public sealed record OdaLine(string? Component, string? Sector, SupportForm? Form, Guid? Unit, OdaJudgement Judgement, int Transactions)
{
    /// <summary>Divided as the ledger divides it: only what is promised or moved.</summary>
    public static IReadOnlyList<OdaLine> Of(Activity activity, IEnumerable<Transaction> transactions, OdaJudge judge)
    {
        var ofAll = SectorPart.Of(activity.Sectors);
        var money = transactions.Where(t => t.Type is { } type && Enum.GetValues<MoneyStage>().Any(s => s.Holds(type))).Cast<Transaction?>().DefaultIfEmpty();
        var lines =
            from transaction in money
            from part in transaction?.Sectors.Count > 0 ? SectorPart.Of(transaction.Sectors) : ofAll
            from sector in part.Sectors
            group transaction by (part.Component, sector.Code, transaction?.Form, transaction?.RecipientUnitId, Judgement: judge.Of(activity, transaction, sector.Code)) into same
            orderby same.Key.Component is null, same.Key.Component, same.Key.Code, same.Key.Form
            select new OdaLine(same.Key.Component, same.Key.Code, same.Key.Form, same.Key.RecipientUnitId, same.Key.Judgement, same.OfType<Transaction>().Count());
        return [.. lines];
    }
}

/// <summary>The lines of one activity, and the names of who receives them.</summary>
public sealed record OdaLines(IReadOnlyList<OdaLine> Lines, IReadOnlyDictionary<Guid, Wording> Units);
