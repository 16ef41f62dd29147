using Cornerstone.Data;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Published;

/// <summary>
/// The published store and nothing else, over a connection whose role can read nothing else. Public pages have this and no other
/// way to any data.
/// </summary>
public sealed class PublishedDb(DbContextOptions<PublishedDb> options) : DbContext(options)
{
    private static readonly DbContextOptions<PublishedDb> Known = new DbContextOptionsBuilder<PublishedDb>().UseNpgsql().UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).Options;

    public static PublishedDb Over(Database database) => new PublishedDb(Known).WithPool(database.Published);

    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new InvalidOperationException("The published store is only read.");

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) =>
        throw new InvalidOperationException("The published store is only read.");

    protected override void OnModelCreating(ModelBuilder builder)
    {
        builder.ApplyConfigurationsFromAssembly(typeof(PublishedDb).Assembly, table => table.Namespace == typeof(PublishedDb).Namespace);
        Conventions.Apply(builder);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configuration) => Conventions.Apply(configuration);
}
