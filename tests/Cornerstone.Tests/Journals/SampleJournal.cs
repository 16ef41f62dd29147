using System.Security.Cryptography;
using System.Text;
using Cornerstone.Journals;

namespace Cornerstone.Tests.Journals;

/// <summary>A journal made in memory, with its key, so that a test may forge it as well as anybody could.</summary>
internal sealed class SampleJournal
{
    private static readonly DateTimeOffset Began = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    public List<ChainedEntry> Entries { get; } = [];

    public List<byte[]> Hashes { get; } = [];

    public List<Checkpoint> Checkpoints { get; } = [];

    public Guid Origin { get; init; } = Id(1_000_000);

    public ECDsa Key { get; init; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>So many entries, a checkpoint after every tenth of them.</summary>
    public static SampleJournal Of(int entries)
    {
        var journal = new SampleJournal();
        for (var i = 1; i <= entries; i++)
        {
            journal.Add(i);
            if (i % (entries / 10) == 0)
            {
                journal.Sign();
            }
        }

        return journal;
    }

    public void Add(int number, string name = "library.edit") => Append(new(
        Entries.Count + 1, Id(number), Began.AddMinutes(number), Id(number % 7), "XS", number % 5, Convert.ToHexStringLower(SHA256.HashData(BitConverter.GetBytes(number))), name));

    public void Append(ChainedEntry entry)
    {
        Entries.Add(entry);
        Hashes.Add(entry.HashAfter(Hashes.Count == 0 ? ChainedEntry.Beginning : Hashes[^1]));
    }

    public void Sign() => Checkpoints.Add(new Checkpoint(
        Origin, Checkpoints.Count + 1, Entries.Count, Convert.ToHexStringLower(Hashes[^1]), Began.AddDays(Checkpoints.Count), Checkpoints.LastOrDefault()?.Digest ?? Checkpoint.NoPrevious, "", "").SignedBy(Key));

    /// <summary>Works out every hash from this entry on again, as a forger who can write everything would.</summary>
    public void Rebuild(int from = 0)
    {
        for (var i = from; i < Entries.Count; i++)
        {
            Entries[i] = Entries[i] with { Seq = i + 1 };
            Hashes[i] = Entries[i].HashAfter(i == 0 ? ChainedEntry.Beginning : Hashes[i - 1]);
        }
    }

    public SampleJournal Copy()
    {
        var copy = new SampleJournal { Origin = Origin, Key = Key };
        copy.Entries.AddRange(Entries);
        copy.Hashes.AddRange(Hashes);
        copy.Checkpoints.AddRange(Checkpoints);
        return copy;
    }

    public byte[] Export()
    {
        using var stream = new MemoryStream();
        using var file = new JournalFile(stream);
        file.Begin(Origin, Began, Entries.Count);
        foreach (var (entry, hash) in Entries.Zip(Hashes))
        {
            file.Entry(entry, hash);
        }

        file.End(outside: 0, [.. Checkpoints.Select(c => c.Text)], [JournalKey.WritePublic(Key)]);
        return stream.ToArray();
    }

    public static string Text(byte[] export) => Encoding.UTF8.GetString(export);

    private static Guid Id(int number) => new(number, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0);
}
