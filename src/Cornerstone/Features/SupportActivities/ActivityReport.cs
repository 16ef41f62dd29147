using Cornerstone.Data;
using Cornerstone.Features.Institutions;
using Cornerstone.Features.Partners;
using Cornerstone.Features.Plan;
using Cornerstone.Features.Support;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.SupportActivities;

/// <summary>Where an activity was read last.</summary>
public sealed record LastReading(Guid ImportId, string FileName, DateTimeOffset At, long Line);

/// <summary>What an activity serves in the plan that is in force.</summary>
public sealed record AlignedNode(ActivityAlignment Alignment, Guid? NodeId, string Code, Wording? Title);

/// <summary>One activity with everything its page shows, as this reader may see it.</summary>
public sealed class ActivityReport
{
    public required Activity Activity { get; init; }

    public required SupportSource Source { get; init; }

    public required PartnerIndex Partners { get; init; }

    public required IReadOnlyList<Transaction> Transactions { get; init; }

    public required IReadOnlyList<PlannedAmount> Planned { get; init; }

    public required IReadOnlyList<StageSum> Sums { get; init; }

    public required IReadOnlyList<SupportCorrection> Corrections { get; init; }

    public required IReadOnlyList<AlignedNode> Aligned { get; init; }

    /// <summary>Records that a person said tell of the same.</summary>
    public required IReadOnlyList<SameActivity> Same { get; init; }

    public required LastReading? Read { get; init; }

    /// <summary>Activities of the register by the identifiers this one names.</summary>
    public required IReadOnlyDictionary<string, Guid> Linked { get; init; }

    public required IReadOnlyDictionary<Guid, Wording> Units { get; init; }

    public bool IsCorrected(string field, Guid? transaction = null) => Corrections.Any(c => c.Field == field && c.TransactionId == transaction);

    /// <summary>Null where there is none, or none this reader may see.</summary>
    public static async Task<ActivityReport?> ReadAsync(AppDb db, string country, Guid id, CancellationToken ct)
    {
        if (await db.Activities.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.Country == country, ct) is not { } activity
            || await db.SupportSources.AsNoTracking().SingleOrDefaultAsync(s => s.Id == activity.SourceId, ct) is not { } source)
        {
            return null;
        }

        var transactions = await db.Transactions.AsNoTracking().Where(t => t.ActivityId == id).OrderBy(t => t.Date).ThenBy(t => t.Number).ToListAsync(ct);
        return new ActivityReport
        {
            Activity = activity,
            Source = source,
            Partners = await db.PartnerIndexAsync(country, ct),
            Transactions = transactions,
            Planned = await db.PlannedAmounts.AsNoTracking().Where(p => p.ActivityId == id).OrderBy(p => p.Kind).ThenBy(p => p.FromDay).ThenBy(p => p.Number).ToListAsync(ct),
            Sums = [.. (await db.StageSumsAsync([id], ct))[id]],
            Corrections = await db.SupportCorrections.AsNoTracking().Where(c => c.ActivityId == id && c.EndedAt == null).OrderBy(c => c.CorrectedAt).ToListAsync(ct),
            Aligned = await AlignedAsync(db, country, id, ct),
            Same = await db.SameActivities.AsNoTracking().Where(s => s.Country == country && s.IsSame && s.EndedAt == null && (s.ActivityId == id || s.StandingId == id)).OrderBy(s => s.DecidedAt).ToListAsync(ct),
            Read = await LastReadAsync(db, id, ct),
            Linked = await LinkedAsync(db, country, Named(activity, transactions), ct),
            Units = await UnitsAsync(db, country, transactions, ct),
        };
    }

    private static IEnumerable<string> Named(Activity activity, IEnumerable<Transaction> transactions) =>
    [
        .. activity.Relations.Select(r => r.Identifier),
        .. activity.Parties.Select(p => p.Activity).OfType<string>(),
        .. transactions.SelectMany(t => new[] { t.ProviderActivity, t.ReceiverActivity }).OfType<string>(),
    ];

    private static async Task<LastReading?> LastReadAsync(AppDb db, Guid id, CancellationToken ct) => await (
        from reading in db.ActivityReadings.AsNoTracking()
        join import in db.FileImports on reading.ImportId equals import.Id
        where reading.ActivityId == id
        orderby reading.Id descending
        select new LastReading(import.Id, import.FileName, import.ImportedAt, reading.Line)).FirstOrDefaultAsync(ct);

    private static async Task<Dictionary<string, Guid>> LinkedAsync(AppDb db, string country, IEnumerable<string> named, CancellationToken ct)
    {
        var identifiers = named.Distinct().ToList();
        var found = await db.Activities.AsNoTracking().Where(a => a.Country == country && identifiers.Contains(a.Identifier)).OrderBy(a => a.Copy)
            .Select(a => new { a.Identifier, a.Id }).ToListAsync(ct);
        return found.DistinctBy(f => f.Identifier).ToDictionary(f => f.Identifier, f => f.Id);
    }

    private static async Task<List<AlignedNode>> AlignedAsync(AppDb db, string country, Guid id, CancellationToken ct)
    {
        var alignments = await db.Alignments.AsNoTracking().Where(a => a.ActivityId == id).OrderBy(a => a.ProposedAt).ToListAsync(ct);
        if (alignments.Count == 0)
        {
            return [];
        }

        var plan = await db.PlanInForceAsync(country, ct);
        var nodes = plan is null ? [] : (await db.NodesOfAsync(plan.Version.Id, ct)).ToDictionary(n => n.Lineage);
        return alignments.ConvertAll(a => nodes.TryGetValue(a.Lineage, out var node) ? new AlignedNode(a, node.Id, node.Code, node.Title) : new AlignedNode(a, null, "?", null));
    }

    private static async Task<IReadOnlyDictionary<Guid, Wording>> UnitsAsync(AppDb db, string country, List<Transaction> transactions, CancellationToken ct) =>
        transactions.Exists(t => t.RecipientUnitId is not null)
            ? await db.InstitutionNamesAsync(country, transactions.Max(t => t.Date) ?? DateOnly.MaxValue, ct)
            : new Dictionary<Guid, Wording>();
}
