using System.Text.Encodings.Web;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Publications;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportPublishing;
using Cornerstone.Languages;
using Cornerstone.Published;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cornerstone.Demonstration;

/// <summary>The first edition: what the secretariat proposed and the finance ministry published, so that everybody has something to read.</summary>
internal static class SoleniaEdition
{
    // Those that count no people, or estimate from a sample; of the others, numbers of people are protected.
    private static readonly string[] AsRecorded =
        ["SL-01", "SL-04", "SL-08", "SL-09", "SL-13", "SL-15", "SL-16", "SL-17", "SL-18", "SL-24", "SL-27", "SL-28", "SL-30", "SL-39", "SL-41", "SL-49"];

    private static readonly string[] Protected = ["SL-06", "SL-23", "SL-26", "SL-42", "SL-45", "SL-46", "SL-52", "SL-55", "SL-60"];

    public static async Task AddAsync(Database database, string country, TimeProvider clock, CancellationToken ct)
    {
        var people = await PeopleAsync(database, ct);
        Guid id;
        await using (var db = await database.AsAsync(people.Secretariat, ct))
        {
            if (await db.Publications.AnyAsync(p => p.Country == country, ct))
            {
                return;
            }

            var chosen = AsRecorded.Select(code => new ChosenIndicator(code, CountsPeople: false)).Concat(Protected.Select(code => new ChosenIndicator(code, CountsPeople: true)));
            var order = new EditionOrder("CC BY 4.0", "National Security Sector Reform Secretariat", "The first public figures of the plan.", [.. chosen.OrderBy(c => c.Code, StringComparer.Ordinal)], WithPlan: true) { SupportWithout = [], WithBenchmarks = true, WithCommitments = true };
            await WithholdAsync(db, country, people.Secretariat.Id, clock.GetUtcNow(), ct);
            id = (await new ProposeEdition(db, clock, new Text(new Catalogue([], NullLogger<Catalogue>.Instance), HtmlEncoder.Default)).ProposeAsync(country, order, ct))!.Id;
        }

        await using (var db = await database.AsAsync(people.Finance, ct))
        {
            var proposed = await db.Publications.SingleAsync(p => p.Id == id, ct);
            var hash = await db.HashAsync(id, ct);
            if (proposed.Publish(people.Finance.Id, clock.GetUtcNow(), hash, hash, proposed.Number - 1) is { } refusal)
            {
                throw new InvalidOperationException(refusal.Code);
            }

            await db.SaveAsync(new Act("publications.publish", country, clock.GetUtcNow()), ct);
        }
    }

    // A building contract in dispute, and the places of a programme for witnesses.
    private static async Task WithholdAsync(AppDb db, string country, Guid person, DateTimeOffset now, CancellationToken ct)
    {
        var contract = await db.Activities.Where(a => a.Country == country && a.Identifier == "XM-EX-SSC-SOL-24-006").Select(a => new { a.Id, a.Classification }).SingleAsync(ct);
        var amount = await db.Transactions.Where(t => t.ActivityId == contract.Id && t.Type == TransactionType.Disbursement).OrderBy(t => t.Number).Select(t => t.Id).FirstAsync(ct);
        var places = await db.Activities.Where(a => a.Country == country && a.Identifier == "XM-EX-AV-106").Select(a => new { a.Id, a.Classification }).SingleAsync(ct);
        SupportWithholding Kept(Guid activity, Classification level, PublicPart part, Guid? line, PublicGround ground) => new()
        {
            ActivityId = activity,
            Country = country,
            Classification = level,
            Part = part,
            LineId = line,
            Ground = ground,
            DecidedBy = person,
            DecidedAt = now,
        };
        db.Add(Kept(contract.Id, contract.Classification, PublicPart.Amounts, amount, PublicGround.CommercialConfidence));
        db.Add(Kept(places.Id, places.Classification, PublicPart.Places, null, PublicGround.SafetyOfPersons));
        await db.SaveAsync(new Act("support.withhold", country, now), ct);
    }

    private static async Task<SoleniaPeople> PeopleAsync(Database database, CancellationToken ct)
    {
        await using var db = await database.AsAsync(Reader.Operator, ct);
        return await SoleniaPeople.OfAsync(db, ct);
    }
}
