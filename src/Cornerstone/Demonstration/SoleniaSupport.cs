using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.ExchangeRates;
using Cornerstone.Features.Plan;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportImport;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Demonstration;

/// <summary>
/// Who supports the invented country: twelve invented publishers, one of them silent since 2024, projects two of them tell of, two
/// funds between donors and agencies; two tables of other systems; and beside them what nobody publishes. Added once. In it lies each
/// trap of counting (domain handbook §5.7): chains, parents and parts, co-funding, stages, refunds, shares that do not add up.
/// </summary>
internal static class SoleniaSupport
{
    private static readonly string[] Publishers = ["arvenna", "tavros", "southern-seas", "lorne", "trust-fund", "agency", "velmar-institute", "open-precincts", "halden", "ostrand", "meridian", "peace-facility"];

    public static async Task AddAsync(Database database, string country, TimeProvider clock, CancellationToken ct)
    {
        await using var db = await database.AsAsync(Reader.Operator, ct);
        var people = await SoleniaPeople.OfAsync(db, ct);
        await db.BeginAsync(people.Secretariat, ct);
        if (await db.SupportSources.AnyAsync(s => s.Country == country, ct))
        {
            return;
        }

        await AddRatesAsync(db, country, people, clock.GetUtcNow(), ct);
        var import = new ImportIati(database, clock);
        foreach (var publisher in Publishers)
        {
            await import.ImportAsync(FileOf(publisher), new SupportOrder(people.Secretariat, country, Classification.Public), null, ct);
        }

        await SoleniaTables.AddAsync(db, import, country, people.Secretariat, clock.GetUtcNow(), ct);
        await SoleniaRegister.AddAsync(db, country, people.Secretariat.Id, clock.GetUtcNow(), ct);
        await SoleniaTables.JoinAsync(db, country, people.Secretariat.Id, clock.GetUtcNow(), ct);
        await JudgeAsync(db, country, clock.GetUtcNow(), ct);
        await AlignAsync(db, country, people, clock.GetUtcNow(), ct);
    }

    private static SupportFile FileOf(string publisher)
    {
        using var content = SoleniaFile.Open($"support-{publisher}.xml");
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        return SupportFile.Of($"{publisher}.xml", copy.ToArray());
    }

    private static async Task AddRatesAsync(AppDb db, string country, SoleniaPeople people, DateTimeOffset now, CancellationToken ct)
    {
        var bank = new RateSource
        {
            Country = country,
            Classification = Classification.Public,
            Code = "central-bank",
            Name = "Reference rates",
            Publisher = "Central Bank of Solenia",
            Method = RateMethod.Average,
            Base = Currency.UsDollar,
            Order = 1,
            Note = "Invented, as everything here.",
        };
        db.Add(bank);
        db.AddRange(SoleniaFile.Rows("rates.csv").Select(row => (Row: row, Period: Period.Parse(row["Period"], null))).Select(r => new ExchangeRate
        {
            SourceId = bank.Id,
            Country = country,
            Classification = bank.Classification,
            Currency = Currency.Parse(r.Row["Currency"], null),
            FromDay = r.Period.From,
            UntilDay = r.Period.Until,
            Precision = r.Period.Precision,
            Units = r.Row.Decimal("Units"),
            EnteredBy = people.Finance.Id,
            EnteredAt = now,
        }));
        await db.SaveAsync(new Act("demonstration.rates", country, now), ct);
    }

    /// <summary>What agents of funds keep, and how likely pledges are.</summary>
    private static async Task JudgeAsync(AppDb db, string country, DateTimeOffset now, CancellationToken ct)
    {
        var rows = SoleniaFile.Rows("support-funds.csv").ToDictionary(r => r["Activity"]);
        var known = rows.Keys.ToList();
        foreach (var activity in await db.Activities.Where(a => a.Country == country && known.Contains(a.Identifier)).ToListAsync(ct))
        {
            var row = rows[activity.Identifier];
            activity.FeeShare = row.Maybe("Fee") is null ? null : row.Decimal("Fee") / 100m;
            activity.PledgeProbability = row.Maybe("Probability") is null ? null : row.Decimal("Probability") / 100m;
            activity.Version++;
        }

        await db.SaveAsync(new Act("demonstration.funds", country, now), ct);
    }

    /// <summary>Whoever proposes what an activity serves does not judge it: partners propose, the secretariat judges.</summary>
    private static async Task AlignAsync(AppDb db, string country, SoleniaPeople people, DateTimeOffset now, CancellationToken ct)
    {
        var plan = await db.PlanInForceAsync(country, ct) ?? throw new InvalidOperationException("The invented country has a plan.");
        var nodes = (await db.NodesOfAsync(plan.Version.Id, ct)).ToDictionary(n => n.Code, n => n.Lineage);
        var activities = await db.Activities.AsNoTracking().Where(a => a.Country == country).Select(a => new { a.Id, a.Identifier, a.Classification }).ToDictionaryAsync(a => a.Identifier, ct);
        var partner = DemonstrationPerson.All.Single(p => p.Role == Role.DevelopmentPartner).Id;
        foreach (var row in SoleniaFile.Rows("support-alignment.csv"))
        {
            var activity = activities[row["Activity"]];
            var alignment = new ActivityAlignment
            {
                ActivityId = activity.Id,
                Country = country,
                Classification = activity.Classification,
                Lineage = nodes[row["Node"]],
                Share = row.Maybe("Share") is null ? null : row.Decimal("Share"),
                ProposedBy = partner,
                ProposedAt = now,
            };
            if (row.Word<AlignmentState>("State") is var state and not AlignmentState.Proposed)
            {
                _ = alignment.Judge(state == AlignmentState.Agreed, people.Secretariat.Id, now);
            }

            db.Add(alignment);
        }

        await db.SaveAsync(new Act("demonstration.alignment", country, now), ct);
    }
}
