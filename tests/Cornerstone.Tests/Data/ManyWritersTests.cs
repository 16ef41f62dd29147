using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Data;

/// <summary>Fifty people save the same record at once, each as they read it (security handbook §2, goal 32): one is through, the others hear that it changed.</summary>
public sealed class ManyWritersTests(ManyWritersTests.Setting setting) : IClassFixture<ManyWritersTests.Setting>
{
    private const int Writers = 50;
    private const int RowsTried = 400;
    private static readonly DemonstrationPerson[] People = [Amina, Bruno, Farid, Grace, Karim, Elif];

    // What the demonstration holds no row of, or none that one person changes again: their rooms' tests have writers of their own.
    private static readonly string[] Elsewhere = ["Framework", "OwnDimension", "OdaAnswer", "SupportCorrection"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> Entities()
    {
        using var db = new AppDb(new DbContextOptionsBuilder<AppDb>().UseNpgsql().Options);
        return [.. db.Model.GetEntityTypes().Where(e => typeof(IVersioned).IsAssignableFrom(e.ClrType)).Select(e => e.ClrType.FullName!).Order(StringComparer.Ordinal)];
    }

    [Theory]
    [MemberData(nameof(Entities))]
    public async Task Of_fifty_one_is_through(string entity)
    {
        var type = typeof(AppDb).Assembly.GetType(entity, throwOnError: true)!;
        Assert.SkipWhen(Elsewhere.Contains(type.Name), "The demonstration holds no row of it that one person may change again.");
        var (person, key, version) = await WritableAsync(type);

        var copies = new List<object>();
        for (var i = 0; i < Writers; i++)
        {
            copies.Add((await ReadAsync(person, type, key))!);
        }

        var outcomes = await Task.WhenAll(copies.Select(copy => SaveAsync(person, copy)));

        Assert.Equal(1, outcomes.Count(o => o == SaveOutcome.Saved));
        Assert.Equal(Writers - 1, outcomes.Count(o => o == SaveOutcome.ChangedMeanwhile));
        Assert.Equal(version + 1, ((IVersioned)(await ReadAsync(person, type, key))!).Version);
    }

    // A row and somebody who may change it: found by changing it once.
    private async Task<(DemonstrationPerson Person, object[] Key, int Version)> WritableAsync(Type type)
    {
        foreach (var person in People)
        {
            foreach (var key in await KeysAsync(person, type))
            {
                if (await ReadAsync(person, type, key) is { } copy && await MaySaveAsync(person, copy))
                {
                    return (person, key, ((IVersioned)(await ReadAsync(person, type, key))!).Version);
                }
            }
        }

        throw new InvalidOperationException($"Nobody of the demonstration may change any of the first rows of {type.Name}.");
    }

    private async Task<bool> MaySaveAsync(DemonstrationPerson person, object copy)
    {
        try
        {
            return await SaveAsync(person, copy) == SaveOutcome.Saved;
        }
        catch (Exception fault) when (fault is DbUpdateException or Npgsql.PostgresException or UnknownRecordException)
        {
            return false;
        }
    }

    private async Task<SaveOutcome> SaveAsync(DemonstrationPerson person, object copy)
    {
        await using var db = await setting.App.DbAsAsync(person);
        var entry = db.Entry(copy);
        entry.State = EntityState.Unchanged;
        entry.Property(nameof(IVersioned.Version)).CurrentValue = ((IVersioned)copy).Version + 1;
        var country = copy is IRecord record ? record.Country : "XS";
        return await db.TrySaveAsync(new Act("test.write", country, TimeProvider.System.GetUtcNow()), Ct);
    }

    private async Task<object?> ReadAsync(DemonstrationPerson person, Type type, object[] key)
    {
        await using var db = await setting.App.DbAsAsync(person);
        return await db.FindAsync(type, key, Ct);
    }

    private async Task<List<object[]>> KeysAsync(DemonstrationPerson person, Type type)
    {
        await using var db = await setting.App.DbAsAsync(person);
        var key = db.Model.FindEntityType(type)!.FindPrimaryKey()!;
        var rows = await Rows(db, type).Take(RowsTried).ToListAsync(Ct);
        return [.. rows.Select(row => key.Properties.Select(p => db.Entry(row).Property(p).CurrentValue!).ToArray())];
    }

    private static IQueryable<object> Rows(AppDb db, Type type) =>
        (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), 1, [])!.MakeGenericMethod(type).Invoke(db, null)!;

    public sealed class Setting : IAsyncLifetime
    {
        public TestApp App { get; private set; } = null!;

        public async ValueTask InitializeAsync() => App = await TestApp.SoleniaAsync();

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
