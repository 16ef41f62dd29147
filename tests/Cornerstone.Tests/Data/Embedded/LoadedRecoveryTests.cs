using System.Collections.Concurrent;
using System.Diagnostics;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Data.Embedded;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Cornerstone.Tests.Data.Embedded;

/// <summary>Case RL-01, a few of its points on each run; many more, other faults and the program's own death: <c>bench -- faults</c>.</summary>
public sealed class LoadedRecoveryTests
{
    private const int Points = 5;
    private const int Writers = 4;
    private const string Name = "Written under load";
    private readonly ConcurrentQueue<Guid> acknowledged = [];

    [Fact]
    public async Task A_server_killed_under_writers_loses_nothing_acknowledged_and_keeps_no_half()
    {
        var ct = TestContext.Current.CancellationToken;
        using var scratch = new ScratchDatabase();
        await using var postgres = await scratch.StartAsync();
        await using var database = await Database.OpenAsync(postgres.AdminConnectionString, OpenDatabase.Name, scratch.Secrets, ct);
        postgres.Restarted += database.ForgetConnections;
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var writers = Enumerable.Range(0, Writers).Select(_ => WriteAsync(database, enough.Token)).ToList();
        var chance = new Random(20260601);

        for (var point = 0; point < Points; point++)
        {
            await MoreAsync(ct);
            await Task.Delay(chance.Next(300), ct);
            var killed = postgres.ServerProcessId;
            Posix.Signal(killed, Posix.Kill);
            var since = Stopwatch.StartNew();
            while (postgres.ServerProcessId == killed)
            {
                await Task.Delay(5, ct);
            }

            await MoreAsync(ct);
            Assert.True(since.Elapsed < TimeSpan.FromSeconds(30), $"Writing again after {since.Elapsed}.");
        }

        await enough.CancelAsync();
        await Task.WhenAll(writers);
        await using var db = await database.AsAsync(Reader.Operator, ct);
        var pairs = (await db.Users.Where(u => u.Name == Name).Select(u => u.UserName!).ToListAsync(ct)).GroupBy(n => Guid.Parse(n[1..])).ToDictionary(g => g.Key, g => g.Count());
        Assert.DoesNotContain(acknowledged, a => !pairs.ContainsKey(a));
        Assert.All(pairs.Values, halves => Assert.Equal(2, halves));
    }

    // Until something is acknowledged that was begun after now.
    private async Task MoreAsync(CancellationToken ct)
    {
        for (var (before, waited) = (acknowledged.Count, Stopwatch.StartNew()); acknowledged.Count <= before + Writers; await Task.Delay(5, ct))
        {
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(60), "Nothing was written within a minute.");
        }
    }

    private async Task WriteAsync(Database database, CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            try
            {
                await using var db = await database.AsAsync(Reader.Operator, CancellationToken.None);
                while (!enough.IsCancellationRequested)
                {
                    var pair = Guid.CreateVersion7();
                    db.ChangeTracker.Clear();
                    db.Users.AddRange(new Person { Name = Name, UserName = $"a{pair}" }, new Person { Name = Name, UserName = $"b{pair}" });
                    await db.SaveAsync(new Act("access.grant", Workspace.Shared, TimeProvider.System.GetUtcNow()), CancellationToken.None);
                    acknowledged.Enqueue(pair);
                }
            }
            catch (Exception fault) when (fault is NpgsqlException or DbUpdateException or InvalidOperationException or ObjectDisposedException)
            {
                await Task.Delay(20, CancellationToken.None);
            }
        }
    }
}
