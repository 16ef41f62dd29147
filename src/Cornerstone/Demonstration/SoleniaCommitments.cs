using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Commitments;
using Cornerstone.Features.Library;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Demonstration;

/// <summary>What the secretariat of the invented Solenia follows: some obligations accepted, some dismissed, one delivered late.</summary>
internal static class SoleniaCommitments
{
    private const string Mandate = "S/RES/9901 (2025)";
    private const string Report = "S/2026/9904";
    private const string Secretariat = "National Security Sector Reform Secretariat";

    private static readonly (string Path, string What, string Responsible)[] Followed =
    [
        ("op/3", "Conclude the protocol on the integration of former combatants", "Follow-up committee of the Velmar Agreement"),
        ("op/4", "Adopt a national security sector reform strategy that takes up the results of the National Dialogue", Secretariat),
        ("op/5", "Remove barriers to women's participation; 20 per cent of women among new police recruits", "Solenian National Police"),
        ("op/8", "Report partners' activities to the National Secretariat in time and openly", Secretariat),
        ("op/11", "Report to the Council on security institutions and on safe storage of weapons", "Ministry of Defence"),
        ("op/12", "Submit benchmarks for progress in security sector reform", "UNAMSOL"),
        ("op/14", "Approve vetting guidelines with a fair hearing and an appeal", "Ministry of the Interior"),
        ("op/15", "Complete a public expenditure review of the security and justice sectors", "Ministry of Finance"),
        ("op/17", "Submit a transition plan prepared with the Government, the country team and civil society", "UNAMSOL"),
        ("op/18", "Conduct a strategic review of UNAMSOL and report its findings", "UNAMSOL"),
        ("op/21", "Report to the Council on the implementation of the mandate", "UNAMSOL"),
    ];

    private static readonly (string Path, string Reason)[] Dismissed =
    [
        ("op/16", "Addressed to Member States that may contribute; nothing for Solenia to deliver."),
        ("op/19", "The Southern Seas Community follows this itself."),
    ];

    /// <summary>Adds them once, when the library holds the mandate; safe to repeat.</summary>
    public static async Task AddAsync(Database database, string country, TimeProvider clock, CancellationToken ct)
    {
        await using var db = await database.AsAsync(Reader.Operator, ct);
        var mandate = await db.DocumentsIn(country).FirstOrDefaultAsync(d => d.Symbol == Mandate, ct);
        if (mandate is null || await db.Obligations.AnyAsync(o => o.Country == country, ct))
        {
            return;
        }

        var provisions = (await db.ProvisionsOfAsync(mandate.Id, ct)).ToDictionary(p => p.Path);
        Obligation Draft(string path) => Proposal.Draft(provisions[path], mandate, country, Classification.Partner);

        await FollowAsync(db, country, Draft, clock, ct);
        foreach (var (path, reason) in Dismissed)
        {
            var obligation = Draft(path);
            obligation.Dismiss(reason);
            db.Obligations.Add(obligation);
            await db.SaveAsync(new Act("commitments.dismiss", country, clock.GetUtcNow(), reason), ct);
        }
    }

    private static async Task FollowAsync(AppDb db, string country, Func<string, Obligation> draft, TimeProvider clock, CancellationToken ct)
    {
        var followed = Followed.Select(f =>
        {
            var obligation = draft(f.Path);
            (obligation.What, obligation.Responsible) = (f.What, f.Responsible);
            obligation.Accept(asks: true, reason: null);
            return obligation;
        }).ToDictionary(o => o.ProvisionPath);
        db.Obligations.AddRange(followed.Values);
        db.ProvisionsServed.Add(new ProvisionServed
        {
            Country = country,
            Classification = Classification.Partner,
            RecordType = nameof(Obligation),
            RecordId = followed["op/12"].Id,
            Provision = "/un/sc/res/2553/2020/op/20/e",
            Relation = ServiceRelation.Implements,
        });
        await db.SaveAsync(new Act("commitments.accept", country, clock.GetUtcNow()), ct);
        await ShowAsync(db, country, followed, clock, ct);
    }

    // The benchmarks came with the report of 28 April 2026, four weeks after their date; the reports themselves came in time.
    private static async Task ShowAsync(AppDb db, string country, Dictionary<string, Obligation> followed, TimeProvider clock, CancellationToken ct)
    {
        var report = await db.DocumentsIn(country).FirstOrDefaultAsync(d => d.Symbol == Report, ct);
        Evidence Shown(string path, DateOnly day, string note, Guid? document) => new()
        {
            ObligationId = followed[path].Id,
            Country = country,
            Classification = followed[path].Classification,
            DocumentId = document,
            Note = note,
            DeliveredOn = day,
            AddedAt = clock.GetUtcNow(),
        };

        db.Evidence.AddRange(
            Shown("op/12", new DateOnly(2026, 4, 28), "Benchmarks in paragraph 19 of the report", report?.Id),
            Shown("op/21", new DateOnly(2026, 1, 29), "First report, before those the library holds", null),
            Shown("op/21", new DateOnly(2026, 4, 28), "Second report", report?.Id),
            Shown("op/21", new DateOnly(2026, 7, 27), "Third report", null),
            Shown("op/21", new DateOnly(2026, 10, 24), "Fourth report", null),
            Shown("op/11", new DateOnly(2026, 4, 20), "First six-monthly report, received by the Council", null));
        await db.SaveAsync(new Act("commitments.evidence", country, clock.GetUtcNow()), ct);
    }
}
