using System.Globalization;
using System.Security.Cryptography;

namespace Cornerstone.Journals;

/// <summary>What speaks against a journal. <paramref name="Entry"/> is the first sequence number concerned; null where none is.</summary>
public sealed record JournalFinding(string Rule, long? Entry, string Message);

/// <summary>The answer of a verification. Anchored entries are those a checkpoint from outside the export vouches for.</summary>
public sealed record JournalVerdict(
    Guid Origin, long Entries, string Head, int Checkpoints, long Covered, long Anchored, bool KeyConfirmed, IReadOnlyList<JournalFinding> Findings)
{
    public bool Intact => Findings.Count == 0;
}

/// <summary>
/// Reads an export and says whether anybody changed, cut, forked, rebuilt or rolled back the journal: every entry, every signature,
/// every checkpoint. Needs no database; trusts only the keys and the checkpoints it is given from outside.
/// </summary>
public sealed class JournalVerification
{
    private const int MostFindings = 100;
    private readonly List<JournalFinding> findings = [];
    private readonly IReadOnlyList<ECDsa> trusted;
    private readonly IReadOnlyList<Checkpoint?> anchors;
    private readonly EntryHashes hashes = new();
    private readonly List<ECDsa> offered = [];
    private readonly List<Checkpoint> own = [];
    private Guid origin;

    private JournalVerification(IReadOnlyList<ECDsa> trusted, IReadOnlyList<Checkpoint?> anchors) => (this.trusted, this.anchors) = (trusted, anchors);

    /// <param name="trusted">Public keys known from elsewhere; when there are none, those in the export are used and the verdict says so.</param>
    /// <param name="anchors">Checkpoints kept outside: on a second disk, in mails, in minutes. Null is one that could not be read.</param>
    public static JournalVerdict Run(Stream export, IReadOnlyList<ECDsa> trusted, IReadOnlyList<Checkpoint?> anchors)
    {
        var run = new JournalVerification(trusted, anchors);
        try
        {
            using var lines = new StrictLines(export);
            run.Read(lines);
        }
        catch (InvalidDataException fault)
        {
            run.Find("file", null, fault.Message);
        }

        run.CheckCheckpoints();
        return run.Verdict();
    }

    private void Read(StrictLines lines)
    {
        Expect(lines.Next() == JournalFile.FirstLine, "This is not an export of a journal, or one of a newer version.");
        origin = Guid.TryParseExact(Value(lines, "origin"), "D", out var id) ? id : throw new InvalidDataException("The origin is not an identifier.");
        Value(lines, "exported");
        ReadEntries(lines, Count(lines, "entries"));
        if (Count(lines, "outside") is > 0 and var outside)
        {
            Find("outside", null, $"{outside} acts stand in the journal without an entry in its chain.");
        }

        ReadCheckpoints(lines, Count(lines, "checkpoints"));
        for (var left = Count(lines, "keys"); left > 0; left--)
        {
            offered.Add(JournalKey.ReadPublic(Value(lines, "key")) ?? throw new InvalidDataException("A key cannot be read."));
        }

        var digest = lines.Digest;
        Expect(Value(lines, "end") == digest, "The last line does not agree with what stands before it: the file was changed or damaged.");
        Expect(lines.Next() is null, "Something stands after the last line.");
    }

    private void ReadEntries(StrictLines lines, long count)
    {
        var previous = ChainedEntry.Beginning;
        for (long seq = 1; seq <= count; seq++)
        {
            var line = lines.Next() ?? throw new InvalidDataException($"The file ends before entry {seq} of {count}.");
            if (ChainedEntry.Parse(line) is not var (entry, hash))
            {
                throw new InvalidDataException($"Entry {seq} cannot be read.");
            }

            if (entry.Seq != seq)
            {
                throw new InvalidDataException($"Entry {entry.Seq} stands where {seq} belongs: entries are missing, added or in another order.");
            }

            if (!entry.HashAfter(previous).AsSpan().SequenceEqual(hash))
            {
                Find("link", seq, $"Entry {seq} does not follow from the entry before it: it, its content or its predecessor was changed.");
            }

            hashes.Add(hash);
            previous = hash;
        }
    }

    private void ReadCheckpoints(StrictLines lines, long count)
    {
        for (; count > 0; count--)
        {
            var block = Enumerable.Range(0, Checkpoint.Lines).Select(_ => lines.Next() ?? "").ToList();
            own.Add(Checkpoint.Parse(block) ?? throw new InvalidDataException("A checkpoint cannot be read."));
        }
    }

    private void CheckCheckpoints()
    {
        for (var i = 0; i < own.Count; i++)
        {
            Check(own[i], "In the export, checkpoint");
            if (own[i].Number != i + 1 || own[i].Previous != (i == 0 ? Checkpoint.NoPrevious : own[i - 1].Digest) || (i > 0 && own[i].Size < own[i - 1].Size))
            {
                Find("checkpoint-chain", own[i].Size, $"In the export, checkpoint {own[i].Number} does not follow from the one before it.");
            }
        }

        foreach (var anchor in anchors)
        {
            if (anchor is null)
            {
                Find("anchor", null, "A checkpoint kept outside cannot be read.");
                continue;
            }

            Check(anchor, "Kept outside, checkpoint");
            if (own.Find(c => c.Number == anchor.Number) is not { } same)
            {
                Find("rolled-back", anchor.Size, $"Checkpoint {anchor.Number} was kept outside and is missing in the export.");
            }
            else if (same.Body != anchor.Body)
            {
                Find("fork", anchor.Size, $"Checkpoint {anchor.Number} kept outside is another than the one in the export: there are two histories.");
            }
        }
    }

    private void Check(Checkpoint checkpoint, string where)
    {
        var keys = trusted.Count > 0 ? trusted : offered;
        if (!keys.Any(k => checkpoint.Key == Checkpoint.FingerprintOf(k)))
        {
            Find("key", checkpoint.Size, $"{where} {checkpoint.Number} is signed with an unknown key.");
        }
        else if (!keys.Any(checkpoint.IsSignedBy))
        {
            Find("signature", checkpoint.Size, $"{where} {checkpoint.Number} has a false signature.");
        }

        if (checkpoint.Origin != origin)
        {
            Find("origin", checkpoint.Size, $"{where} {checkpoint.Number} belongs to another installation.");
        }

        if (checkpoint.Size > hashes.Count)
        {
            Find("rolled-back", hashes.Count + 1, $"{where} {checkpoint.Number} saw {checkpoint.Size} entries; here are {hashes.Count}.");
        }
        else if (checkpoint.Size > 0 && hashes.At(checkpoint.Size) != checkpoint.Head)
        {
            Find("fork", checkpoint.Size, $"{where} {checkpoint.Number} saw another entry {checkpoint.Size}: the history before it was rebuilt.");
        }
    }

    private JournalVerdict Verdict() => new(
        origin, hashes.Count, hashes.Count == 0 ? Checkpoint.NoPrevious : hashes.At(hashes.Count), own.Count,
        own.Select(c => c.Size).DefaultIfEmpty(0).Max(),
        anchors.OfType<Checkpoint>().Select(c => c.Size).DefaultIfEmpty(0).Max(),
        trusted.Count > 0, [.. findings.OrderBy(f => f.Entry ?? 0)]);

    private static string Value(StrictLines lines, string name) =>
        lines.Next() is { } line && line.StartsWith(name + " ", StringComparison.Ordinal)
            ? line[(name.Length + 1)..]
            : throw new InvalidDataException($"The line \"{name}\" is missing.");

    private static long Count(StrictLines lines, string name) =>
        long.TryParse(Value(lines, name), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : throw new InvalidDataException($"The line \"{name}\" holds no number.");

    private static void Expect(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidDataException(otherwise);
        }
    }

    private void Find(string rule, long? entry, string message)
    {
        if (findings.Count < MostFindings)
        {
            findings.Add(new(rule, entry, message));
        }
    }

    /// <summary>A million hashes in one piece of memory.</summary>
    private sealed class EntryHashes
    {
        private byte[] bytes = new byte[ChainedEntry.HashLength * 1024];

        public long Count { get; private set; }

        public void Add(ReadOnlySpan<byte> hash)
        {
            if ((Count + 1) * ChainedEntry.HashLength > bytes.Length)
            {
                Array.Resize(ref bytes, bytes.Length * 2);
            }

            hash.CopyTo(bytes.AsSpan((int)Count * ChainedEntry.HashLength));
            Count++;
        }

        public string At(long size) => Convert.ToHexStringLower(bytes, (int)(size - 1) * ChainedEntry.HashLength, ChainedEntry.HashLength);
    }
}
