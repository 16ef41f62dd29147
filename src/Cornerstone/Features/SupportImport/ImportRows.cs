using Cornerstone.Data;
using Cornerstone.Features.Partners;
using Cornerstone.Features.Support;
using Activity = Cornerstone.Features.Support.Activity;
using Transaction = Cornerstone.Features.Support.Transaction;

namespace Cornerstone.Features.SupportImport;

/// <summary>Rows of some records, ready to be stored.</summary>
internal sealed class ImportRows(AppDb db)
{
    public CopyRows<Partner> Partners { get; } = new(db);

    public CopyRows<PartnerName> Names { get; } = new(db);

    public CopyRows<SupportSource> Sources { get; } = new(db);

    public CopyRows<SupportPage> Pages { get; } = new(db);

    public CopyRows<Activity> Activities { get; } = new(db);

    public CopyRows<ActivityReading> Readings { get; } = new(db);

    public CopyRows<Transaction> Transactions { get; } = new(db);

    public CopyRows<PlannedAmount> Planned { get; } = new(db);

    /// <summary>In the order in which one may name another.</summary>
    public async Task StoreAsync(AppDb into, CancellationToken ct)
    {
        await into.CopyAsync(Partners, ct);
        await into.CopyAsync(Names, ct);
        await into.CopyAsync(Sources, ct);
        await into.CopyAsync(Pages, ct);
        await into.CopyAsync(Activities, ct);
        await into.CopyAsync(Readings, ct);
        await into.CopyAsync(Transactions, ct);
        await into.CopyAsync(Planned, ct);
    }
}
