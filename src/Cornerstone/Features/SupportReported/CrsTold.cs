using System.Globalization;
using Cornerstone.Data;
using Cornerstone.Features.CountedSupport;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportLedger;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.SupportReported;

/// <summary>
/// What givers told the OECD, added up by the database and not by the ledger: so what the two make of the same rows can be held against
/// each other.
/// </summary>
/// <param name="Amount">In the ledger's currency; null where the value or a rate is not known.</param>
/// <param name="AsTold">In the currency of the table.</param>
internal sealed record CrsTold(string Partner, string Year, TransactionType Type, string? Purpose, string? Currency, decimal? Amount, decimal AsTold, int Unknown)
{
    public static async Task<IReadOnlyList<CrsTold>> ReadAsync(AppDb db, LedgerGround ground, CancellationToken ct)
    {
        var types = Enum.GetValues<TransactionType>().Where(t => Enum.GetValues<MoneyStage>().Any(s => s.Holds(t))).ToList();
        var told = from transaction in db.Transactions.AsNoTracking()
                   join activity in db.Activities on transaction.ActivityId equals activity.Id
                   join source in db.SupportSources on activity.SourceId equals source.Id
                   where transaction.Country == ground.Country && source.Kind == SourceKind.Crs && transaction.Type != null && types.Contains(transaction.Type.Value)
                   group transaction by new
                   {
                       transaction.ProviderId,
                       activity.ReporterId,
                       transaction.Type,
                       transaction.Date,
                       transaction.ValueDate,
                       transaction.Currency,
                       activity.SectorCodes,
                   }
                   into rows
                   select new
                   {
                       rows.Key,
                       // Each to the cent, as the ledger takes them.
                       Sum = rows.Sum(t => Math.Round(t.Amount ?? 0m, 2)),
                       Known = rows.Count(t => t.Amount != null),
                       Rows = rows.Count(),
                   };
        return
        [
            .. from sum in await told.ToListAsync(ct)
               let key = sum.Key
               let partner = ground.Partners.Of(key.ProviderId)?.Id ?? ground.Partners.Of(key.ReporterId)?.Id
               let amount = sum.Known == 0 ? null : ground.InCurrency(sum.Sum, key.Currency, key.ValueDate ?? key.Date)
               select new CrsTold(
                   partner?.ToString() ?? LedgerQuestion.Undeclared,
                   key.Date?.Year.ToString(CultureInfo.InvariantCulture) ?? LedgerQuestion.Undeclared,
                   key.Type!.Value,
                   CrsWord.PurposeIn(key.SectorCodes),
                   key.Currency,
                   amount,
                   sum.Sum,
                   amount is null ? sum.Rows : sum.Rows - sum.Known),
        ];
    }
}
