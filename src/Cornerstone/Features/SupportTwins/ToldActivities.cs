using Cornerstone.Data;
using Cornerstone.Features.ExchangeRates;
using Cornerstone.Features.Partners;
using Cornerstone.Features.Support;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.SupportTwins;

/// <summary>The register as the search for likeness reads it.</summary>
internal static class ToldActivities
{
    public static async Task<List<ToldActivity>> ToldActivitiesAsync(this AppDb db, string country, CancellationToken ct)
    {
        var (rates, partners) = (await db.RateBookAsync(country, ct), await db.PartnerIndexAsync(country, ct));
        var paid = (await db.Transactions.AsNoTracking().Where(t => t.Country == country && t.Type != null)
            .Select(t => new { t.ActivityId, t.Type, t.Amount, t.Currency, Day = t.ValueDate ?? t.Date }).ToListAsync(ct)).ToLookup(t => t.ActivityId);
        decimal? Sum(Guid activity, params TransactionType[] types)
        {
            var lines = paid[activity].Where(t => types.Contains(t.Type!.Value))
                .Select(t => t.Amount is { } amount && t.Day is { } day && Currency.TryParse(t.Currency, out var currency) ? rates.Convert(new Money(amount, currency), day, Currency.UsDollar).Result?.Amount : null).ToList();
            return lines.Count == 0 || lines.Contains(null) ? null : lines.Sum();
        }

        return [.. (await db.Activities.AsNoTracking().Where(a => a.Country == country)
                .Select(a => new { a.Id, a.SourceId, a.Identifier, a.OtherIdentifiers, a.Title, a.ReporterId, a.Parties, a.PlannedStart, a.ActualStart, a.PlannedEnd, a.ActualEnd }).ToListAsync(ct))
            .Select(a => new ToldActivity(a.Id, a.SourceId, a.Identifier)
            {
                OtherIdentifiers = a.OtherIdentifiers,
                Title = a.Title?.In(a.Title.Original) ?? "",
                Organisations = a.Parties.Select(p => p.PartnerId).Append(a.ReporterId).Select(p => partners.Of(p)?.Id).OfType<Guid>().ToHashSet(),
                Starts = a.ActualStart ?? a.PlannedStart,
                Ends = a.ActualEnd ?? a.PlannedEnd,
                Committed = Sum(a.Id, TransactionType.OutgoingCommitment),
                Paid = Sum(a.Id, TransactionType.Disbursement, TransactionType.Expenditure),
            })];
    }
}
