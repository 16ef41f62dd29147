using System.Globalization;
using Cornerstone.Access;
using Cornerstone.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Cornerstone.Bench.Faults;

/// <summary>
/// <c>faults-writer DIR</c>: the program under load, a process of its own so that it can be killed. Eight writers store pairs of
/// records that belong together; each pair is told on a line only after its act was acknowledged.
/// </summary>
internal static class FaultWriter
{
    public const string Verb = "faults-writer";
    public const string Acknowledged = "ack ";
    public const string Again = "again";
    public const string Refused = "refused";
    private const string Name = "Fault";
    private const int Writers = 8;

    internal static async Task<int> RunAsync(string folder)
    {
        await using var opened = await OpenDatabase.OpenAsync(folder, NullLogger.Instance, CancellationToken.None);
        var writers = Enumerable.Range(0, Writers).Select(_ => Task.Run(() => WriteForEverAsync(opened.Database))).ToList();
        // Whoever started it is gone when there is nothing more to read.
        await Console.In.ReadToEndAsync();
        return writers.Count(w => w.IsFaulted);
    }

    /// <summary>The pairs that are stored, read while the writer runs; a pair of which one half is missing is an error.</summary>
    internal static async Task<HashSet<Guid>> StoredAsync(Database database)
    {
        await using var db = await database.AsAsync(Reader.Operator, CancellationToken.None);
        var names = await db.Users.Where(u => u.Name == Name).Select(u => u.UserName!).ToListAsync();
        var pairs = names.GroupBy(n => Guid.Parse(n[1..], CultureInfo.InvariantCulture)).ToList();
        return pairs.Find(p => p.Count() != 2) is { } half ? throw new InvalidOperationException($"Half of an act is stored: {half.Key}") : [.. pairs.Select(p => p.Key)];
    }

    private static async Task WriteForEverAsync(Database database)
    {
        for (var opened = 0; ; opened++)
        {
            try
            {
                await using var db = await database.AsAsync(Reader.Operator, CancellationToken.None);
                if (opened > 0)
                {
                    Console.Out.WriteLine(Again);
                }

                while (true)
                {
                    var pair = Guid.CreateVersion7();
                    db.ChangeTracker.Clear();
                    db.Users.AddRange(new Person { Name = Name, UserName = $"a{pair}" }, new Person { Name = Name, UserName = $"b{pair}" });
                    await db.SaveAsync(new Act("access.grant", Workspace.Shared, TimeProvider.System.GetUtcNow()), CancellationToken.None);
                    Console.Out.WriteLine(Acknowledged + pair);
                }
            }
            catch (Exception fault) when (fault is NpgsqlException or DbUpdateException or InvalidOperationException or ObjectDisposedException)
            {
                // The server is gone, or cannot write: as a person would, it tries again.
                Console.Out.WriteLine(Refused);
                await Task.Delay(50);
            }
        }
    }
}
