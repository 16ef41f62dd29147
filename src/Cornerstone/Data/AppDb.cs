using Cornerstone.Access;
using Cornerstone.Access.Factors;
using Cornerstone.Access.Organisation;
using Cornerstone.Access.Passkeys;
using Cornerstone.Access.Passwords;
using Cornerstone.Access.Sessions;
using Cornerstone.Reclassifications;
using Cornerstone.Values;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Cornerstone.Data;

/// <summary>
/// The one database context. Reading starts with <see cref="BeginAsync"/>, which tells PostgreSQL who asks for
/// this transaction; without it row-level security shows nothing. Writing ends with <see cref="SaveAsync"/>.
/// </summary>
public sealed class AppDb(DbContextOptions<AppDb> options) : IdentityUserContext<Person, Guid>(options)
{
    private static readonly DbContextOptions<AppDb> Known = new DbContextOptionsBuilder<AppDb>().UseNpgsql().Options;

    /// <summary>In a journal's line of rows that went in by COPY: how many.</summary>
    internal const string RowsField = "Rows";

    private Reader reader = Reader.Anonymous;
    private bool isSaving;
    private Act? recorded;
    private readonly Dictionary<(string Kind, Guid? Compartment), long> copied = [];

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<Workspace> Workspaces => Set<Workspace>();

    public DbSet<OneTimeLink> OneTimeLinks => Set<OneTimeLink>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<Password> Passwords => Set<Password>();

    public DbSet<Authenticator> Authenticators => Set<Authenticator>();

    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    public DbSet<Passkey> Passkeys => Set<Passkey>();

    public DbSet<ProviderLink> ProviderLinks => Set<ProviderLink>();

    public DbSet<JournalAct> Acts => Set<JournalAct>();

    public DbSet<JournalChange> Changes => Set<JournalChange>();

    public Reader Reader => reader;

    /// <summary>What would open a record to more readers waits for a second person, whoever saves it.</summary>
    public Lowerings Lowerings { get; } = new();

    /// <summary>What EF must know of all tables, which takes it a second. Asked for beside other work, nobody waits for it.</summary>
    internal static void LearnModel()
    {
        using var any = new AppDb(Known);
        _ = any.Model;
    }

    public static AppDb Over(Database database) => new AppDb(Known).WithPool(database.App);

    /// <inheritdoc cref="Database.Bulk"/>
    internal static AppDb OverBulk(Database database) => new AppDb(Known) { IsBulk = true }.WithPool(database.Bulk);

    /// <inheritdoc cref="Database.Bulk"/>
    internal bool IsBulk { get; private init; }

    /// <summary>Opens a transaction in which every query and change is made as this reader.</summary>
    public async Task BeginAsync(Reader asked, CancellationToken ct)
    {
        if (Database.CurrentTransaction is { } open)
        {
            await open.RollbackAsync(ct);
            await open.DisposeAsync();
        }

        reader = asked;
        recorded = null;
        copied.Clear();
        await Database.BeginTransactionAsync(ct);
        var person = asked.IsAnonymous ? "" : asked.Id.ToString();
        await Database.ExecuteSqlAsync($"select set_config('app.person', {person}, true), set_config('app.act', '', true)", ct);
    }

    /// <summary>
    /// Waits until nobody else decides on the same subject in the same workspace, to the end of this transaction: what is
    /// read after it cannot be decided twice.
    /// </summary>
    public Task TakeTurnAsync(string country, Guid subject, CancellationToken ct) =>
        Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({country + subject}, 0))", ct);

    /// <summary>
    /// Saves all changes and their journal in one transaction, commits it, and goes on as the same reader.
    /// When it returns, the change is on disk.
    /// </summary>
    public async Task SaveAsync(Act act, CancellationToken ct)
    {
        await RecordAsync(act, ct);
        await CommitAsync(ct);
    }

    /// <summary>Writes changes and journal without committing: for an act made of several saves or a bulk copy. The act itself is journaled once.</summary>
    public async Task RecordAsync(Act act, CancellationToken ct)
    {
        if (Database.CurrentTransaction is null)
        {
            await BeginAsync(reader, ct);
        }

        await Lowerings.HoldAsync(this, act, ct);
        await NamedRecords.CheckAsync(this, ct);
        // While something is written, a plan may be kept: else the server would plan the check of each key of each row anew.
        await Database.ExecuteSqlAsync($"select set_config('app.act', {act.Id.ToString()}, true), set_config('plan_cache_mode', 'auto', true)", ct);
        Journal.Record(this, act, reader.Id, isNew: recorded?.Id != act.Id);
        recorded = act;
        isSaving = true;
        try
        {
            await base.SaveChangesAsync(acceptAllChangesOnSuccess: true, ct);
        }
        finally
        {
            isSaving = false;
        }
    }

    public async Task CommitAsync(CancellationToken ct)
    {
        IDbContextTransaction? transaction = Database.CurrentTransaction;
        if (transaction is not null)
        {
            await NoteCopiedAsync(ct);
            await transaction.CommitAsync(ct);
            await transaction.DisposeAsync();
        }

        await BeginAsync(reader, ct);
    }

    /// <summary>Rows that went in by COPY, of which the journal gets a line for each kind instead of one for each row (decision 57).</summary>
    internal void Copied(Type kind, Guid? compartment, long rows) => copied[(kind.Name, compartment)] = copied.GetValueOrDefault((kind.Name, compartment)) + rows;

    private async Task NoteCopiedAsync(CancellationToken ct)
    {
        if (copied.Count == 0 || recorded is not { } act) return;

        var (kinds, compartments, rows) = (copied.Keys.Select(k => k.Kind).ToArray(), copied.Keys.Select(k => k.Compartment).ToArray(), copied.Values.ToArray());
        // How many rows there are is for those who may read them all, whatever the level of each.
        await Database.ExecuteSqlAsync($"""
            insert into journal.change (id, act_id, record_type, record_id, kind, country, classification, compartment, fields)
            select uuidv7(), {act.Id}, c.kind, {act.Id}, 'Added', {act.Country}, {(short)Classification.Restricted}, c.compartment,
                jsonb_build_array(jsonb_build_object('Field', {RowsField}, 'From', null, 'To', c.rows::text))
            from unnest({kinds}, {compartments}, {rows}) c (kind, compartment, rows)
            """, ct);
        copied.Clear();
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new InvalidOperationException("Nothing is saved without an act: call SaveAsync.");

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) =>
        isSaving
            ? base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken)
            : throw new InvalidOperationException("Nothing is saved without an act: call SaveAsync.");

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(AppDb).Assembly);
        Conventions.Apply(builder);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configuration) => Conventions.Apply(configuration);
}
