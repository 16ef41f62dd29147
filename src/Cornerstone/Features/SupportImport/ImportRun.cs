using Cornerstone.Data;
using Cornerstone.Features.Partners;
using Cornerstone.Features.Support;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.SupportImport;

/// <summary>What one reading of a file has learnt so far: organisations, sources, and which stored activities its records continue.</summary>
internal sealed class ImportRun
{
    private readonly Dictionary<string, Guid> sources = [];
    private readonly PartnerRegister partners;
    private readonly int addedBefore;
    private readonly int changedBefore;
    private readonly List<SupportSource> newSources = [];
    private ImportRows others;
    private Act? act;
    private int addedWhenPlanned = -1;

    private ImportRun(AppDb db, SupportOrder order, FileImport? import, PartnerRegister partners, DateTimeOffset at)
    {
        (Db, Order, Import, this.partners, At) = (db, order, import, partners, at);
        (addedBefore, changedBefore) = (import?.Added ?? 0, import?.Changed ?? 0);
        Pages = new(() => OrderedId.At(at));
        (Rows, others) = (new(db), new(db));
        Report.Findings.AddRange(order.Table?.Findings ?? []);
    }

    public AppDb Db { get; }

    public SupportOrder Order { get; }

    /// <summary>Null in a preview.</summary>
    public FileImport? Import { get; }

    public DateTimeOffset At { get; }

    public PartnerRegister Partners => partners;

    public FilePages Pages { get; }

    /// <summary>Where rows are gathered.</summary>
    public ImportRows Rows { get; private set; }

    /// <summary>Stored activities that a record of this file continues: no second record may.</summary>
    public HashSet<Guid> Continued { get; } = [];

    public ImportReport Report { get; } = new();

    public static async Task<ImportRun> BeginAsync(AppDb db, SupportOrder order, FileImport? import, DateTimeOffset at, CancellationToken ct)
    {
        var run = new ImportRun(db, order, import, await PartnerRegister.LoadAsync(db, order.Country, order.Classification, ct), at);
        await run.ReadSourcesAsync(ct);
        return run;
    }

    /// <summary>Takes its turn: until what it learns from here on is stored, nobody else stores. Organisations and sources that another file brought meanwhile are not made twice.</summary>
    public async Task TakeTurnAsync(Guid turn, CancellationToken ct)
    {
        await Db.TakeTurnAsync(Order.Country, turn, ct);
        await partners.CatchUpAsync(Db, ct);
        if (await KnownSources.CountAsync(ct) != sources.Count)
        {
            await ReadSourcesAsync(ct);
        }
    }

    private IQueryable<SupportSource> KnownSources => Db.SupportSources.AsNoTracking()
        .Where(s => s.Country == Order.Country && s.Kind == Order.Kind && s.Classification == Order.Classification && s.Compartment == null);

    private async Task ReadSourcesAsync(CancellationToken ct)
    {
        foreach (var source in await KnownSources.Select(s => new { s.Reference, s.Id }).ToListAsync(ct))
        {
            sources[source.Reference] = source.Id;
        }
    }

    /// <summary>One act for all or nothing; one for each step where each step is on disk by itself.</summary>
    public Act Act(TimeProvider clock)
    {
        if (act is null || Order.Mode == ImportMode.Partial)
        {
            act = new Act(ImportIati.ActName, Order.Country, clock.GetUtcNow(), Order.Reason);
        }

        return act;
    }

    /// <summary>Plans that PostgreSQL keeps are made anew at first, and whenever what came in is twice what it was when they were made.</summary>
    public async Task ForgetOldPlansAsync(CancellationToken ct)
    {
        if (Report.Added > 2 * addedWhenPlanned)
        {
            await Db.ForgetPlansAsync(ct);
            addedWhenPlanned = Report.Added;
        }
    }

    /// <summary>What was found in these records, before they are judged.</summary>
    public void Take(FileBatch batch)
    {
        Report.Standard = batch.Standard;
        Report.Elsewhere += batch.Elsewhere;
        Report.Organisations += batch.Organisations;
        if (Order.Table is null)
        {
            Report.Findings.AddRange(batch.Findings);
        }

        batch.Refused.ForEach(Report.Add);
    }

    /// <summary>The import's own record goes along with what it brings. Of a file that goes on, what went in before is counted once.</summary>
    public void TrackImport(ImportState state)
    {
        var import = Import!;
        if (Db.Entry(import).State == EntityState.Detached)
        {
            _ = import.Version == 0 ? Db.Add(import) : Db.Attach(import);
        }

        (import.State, import.Standard, import.Version) = (state, Report.Standard, import.Version + 1);
        (import.Added, import.Changed) = (addedBefore + Report.Added, changedBefore + Report.Changed);
        import.Unchanged = Math.Max(0, Report.Unchanged - addedBefore - changedBefore);
        (import.Refused, import.Transactions) = (Report.Refused, Report.Transactions);
    }

    /// <summary>What was gathered, with all it names. The next rows are gathered elsewhere: they can be made while these are stored.</summary>
    public ImportRows Gathered()
    {
        partners.NewPartners.ForEach(Rows.Partners.Add);
        partners.NewNames.ForEach(Rows.Names.Add);
        partners.Stored();
        newSources.ForEach(Rows.Sources.Add);
        newSources.Clear();
        foreach (var (id, content) in Pages.Take())
        {
            Rows.Pages.Add(new SupportPage { Id = id, Country = Order.Country, Classification = Order.Classification, Content = content });
        }

        (Rows, others) = (others, Rows);
        return others;
    }

    /// <summary>The source of new activities of a publisher.</summary>
    public Guid SourceOf(SaidRecord record)
    {
        if (sources.TryGetValue(record.Publisher, out var known))
        {
            return known;
        }

        var reporter = record.Activity.ReportingOrganisation;
        var source = new SupportSource
        {
            Country = Order.Country,
            Classification = Order.Classification,
            Kind = Order.Kind,
            Reference = record.Publisher,
            PartnerId = reporter is null ? null : partners.IdOf(reporter.Ref, SaidWords.First(reporter.Name), () => SaidWords.Wording(reporter.Name, record.Activity.Language), reporter.Type),
        };
        newSources.Add(source);
        return sources[record.Publisher] = source.Id;
    }
}
