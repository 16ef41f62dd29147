using Cornerstone.Access;
using Cornerstone.Access.Compartments;
using Cornerstone.Data;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Vaults;

/// <summary>
/// The sealed store, over a connection whose role reads nothing else. Every row is ciphertext or a wrapped key; the database gives out
/// only those of the groups of whoever asks. A change and its journal are one transaction, as in the work store.
/// </summary>
public sealed class SealedDb(DbContextOptions<SealedDb> options) : DbContext(options)
{
    private static readonly DbContextOptions<SealedDb> Known = new DbContextOptionsBuilder<SealedDb>().UseNpgsql().Options;

    private bool isSaving;

    public Reader Reader { get; private set; } = Reader.Anonymous;

    public DbSet<PersonVault> Vaults => Set<PersonVault>();

    public DbSet<StoredHolder> Holders => Set<StoredHolder>();

    public DbSet<StoredPin> Pins => Set<StoredPin>();

    public DbSet<StoredRecovery> Recoveries => Set<StoredRecovery>();

    public DbSet<StoredPairSeal> PairSeals => Set<StoredPairSeal>();

    public DbSet<StoredKeyWrap> KeyWraps => Set<StoredKeyWrap>();

    public DbSet<Exposure> Exposures => Set<Exposure>();

    public DbSet<StoredSuccession> Successions => Set<StoredSuccession>();

    public DbSet<StoredDossierWrap> DossierWraps => Set<StoredDossierWrap>();

    public DbSet<SealedDossier> Dossiers => Set<SealedDossier>();

    public DbSet<StoredAttachment> Attachments => Set<StoredAttachment>();

    public DbSet<DossierRequest> Requests => Set<DossierRequest>();

    public DbSet<DossierHold> Holds => Set<DossierHold>();

    public DbSet<EmergencyCall> Calls => Set<EmergencyCall>();

    public DbSet<EmergencyOpening> Openings => Set<EmergencyOpening>();

    public DbSet<StoredLoan> Loans => Set<StoredLoan>();

    public DbSet<Compartment> Compartments => Set<Compartment>();

    public DbSet<CompartmentMember> Members => Set<CompartmentMember>();

    public DbSet<JournalChange> Changes => Set<JournalChange>();

    public static SealedDb Over(Database database) => new SealedDb(Known).WithPool(database.Sealed);

    public async Task BeginAsync(Reader asked, CancellationToken ct)
    {
        if (Database.CurrentTransaction is { } open)
        {
            await open.RollbackAsync(ct);
            await open.DisposeAsync();
        }

        Reader = asked;
        await Database.BeginTransactionAsync(ct);
        var person = asked.IsAnonymous ? "" : asked.Id.ToString();
        await Database.ExecuteSqlAsync($"select set_config('app.person', {person}, true), set_config('app.act', '', true)", ct);
    }

    /// <summary>Saves all changes and what the journal says of them, commits, and goes on as the same reader. The journal gets no word of what is sealed.</summary>
    /// <param name="beforeCommit">Done when the database has agreed to everything, and before it is final; when it fails, nothing is saved.</param>
    public async Task SaveAsync(Act act, IEnumerable<JournalChange> changes, CancellationToken ct, Action? beforeCommit = null)
    {
        await Database.ExecuteSqlAsync($"select set_config('app.act', {act.Id.ToString()}, true)", ct);
        Set<JournalAct>().Add(new() { Id = act.Id, Name = act.Name, Country = act.Country, PersonId = Reader.Id, At = act.At, Reason = act.Reason });
        Changes.AddRange(changes);
        isSaving = true;
        try
        {
            await base.SaveChangesAsync(acceptAllChangesOnSuccess: true, ct);
        }
        finally
        {
            isSaving = false;
        }

        beforeCommit?.Invoke();
        await Database.CommitTransactionAsync(ct);
        await BeginAsync(Reader, ct);
    }

    /// <summary>The same where somebody else may have been faster: then false, nothing is saved and nothing is tracked.</summary>
    public async Task<bool> TrySaveAsync(Act act, IEnumerable<JournalChange> changes, CancellationToken ct)
    {
        try
        {
            await SaveAsync(act, changes, ct);
            return true;
        }
        catch (DbUpdateException fault) when (fault is DbUpdateConcurrencyException || fault.InnerException is Npgsql.PostgresException { SqlState: Npgsql.PostgresErrorCodes.UniqueViolation })
        {
            ChangeTracker.Clear();
            await BeginAsync(Reader, ct);
            return false;
        }
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new InvalidOperationException("Nothing is saved without an act: call SaveAsync.");

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) =>
        isSaving ? base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken) : throw new InvalidOperationException("Nothing is saved without an act: call SaveAsync.");

    protected override void OnModelCreating(ModelBuilder builder)
    {
        SealedTables.Apply(builder);
        Conventions.Apply(builder);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configuration) => Conventions.Apply(configuration);
}
