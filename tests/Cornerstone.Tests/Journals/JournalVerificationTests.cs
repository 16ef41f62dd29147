using System.Security.Cryptography;
using Cornerstone.Journals;

namespace Cornerstone.Tests.Journals;

public sealed class JournalVerificationTests
{
    private const int Size = 200;
    private static readonly SampleJournal Pristine = SampleJournal.Of(Size);

    // What a witness holds: the checkpoints as they were sent, and the public key.
    private static readonly IReadOnlyList<Checkpoint?> Anchors = [.. Pristine.Checkpoints];

    [Fact]
    public void A_journal_nobody_touched_is_intact()
    {
        var verdict = Verify(Pristine.Export());

        Assert.Empty(verdict.Findings);
        Assert.Equal((Size, Size, Size, 10), (verdict.Entries, verdict.Covered, verdict.Anchored, verdict.Checkpoints));
        Assert.True(verdict.KeyConfirmed);
    }

    [Fact]
    public void Entries_after_the_last_checkpoint_are_no_fault()
    {
        var grown = Pristine.Copy();
        grown.Add(900);

        var verdict = Verify(grown.Export());

        Assert.True(verdict.Intact);
        Assert.Equal((Size + 1, Size), (verdict.Entries, verdict.Covered));
    }

    [Fact]
    public void A_thousand_random_tamperings_are_all_found()
    {
        var chance = new Random(20260301);

        var missed = Enumerable.Range(0, 1_000)
            .Select(i => (Number: i, Kind: Tamperings[i % Tamperings.Length].Method.Name, Verdict: Verify(Tamperings[i % Tamperings.Length](chance))))
            .Where(t => t.Verdict.Intact)
            .Select(t => $"{t.Number} {t.Kind}");

        Assert.Empty(missed);
    }

    [Fact]
    public void The_first_entry_that_does_not_fit_is_named()
    {
        var edited = Pristine.Copy();
        edited.Entries[41] = edited.Entries[41] with { Name = "library.remove" };

        var verdict = Verify(edited.Export());

        Assert.Equal(("link", 42L), (verdict.Findings[0].Rule, verdict.Findings[0].Entry));
    }

    [Fact]
    public void A_history_rebuilt_with_all_its_hashes_and_a_key_of_its_own_is_known_by_what_witnesses_hold()
    {
        var forged = SampleJournal.Of(Size);
        forged.Entries[10] = forged.Entries[10] with { Name = "nothing.happened" };
        forged.Rebuild();
        forged.Checkpoints.Clear();
        forged.Sign();

        var alone = JournalVerification.Run(new MemoryStream(forged.Export()), [], []);
        var witnessed = Verify(forged.Export());

        Assert.True(alone.Intact);
        Assert.False(alone.KeyConfirmed);
        Assert.Contains(witnessed.Findings, f => f.Rule == "fork");
        Assert.Contains(witnessed.Findings, f => f.Rule == "key");
    }

    [Fact]
    public void A_spoilt_checkpoint_of_a_witness_is_not_passed_over()
    {
        var lines = Pristine.Checkpoints[3].Text.Replace("size 80", "size 8O", StringComparison.Ordinal).Split('\n');

        var verdict = JournalVerification.Run(new MemoryStream(Pristine.Export()), [Pristine.Key], [.. Checkpoint.ParseAll(lines)]);

        Assert.Equal("anchor", Assert.Single(verdict.Findings).Rule);
    }

    [Fact]
    public void Checkpoints_are_read_out_of_a_mail_around_them()
    {
        var mail = $"Dear witness,\r\n\r\n{string.Join("\r\n", Pristine.Checkpoints.Take(2).Select(c => c.Text.Replace("\n", "\r\n", StringComparison.Ordinal)))}\r\nRegards";

        Assert.Equal(Pristine.Checkpoints.Take(2), Checkpoint.ParseAll(mail.Split('\n')));
    }

    private static readonly Func<Random, byte[]>[] Tamperings = [EditByte, EditEntry, EditEntryAndRebuild, CutEntries, CutTheEnd, Insert, Swap, Fork, RollBack, NewKey, EditCheckpoint, CutBytes];

    private static byte[] EditByte(Random chance)
    {
        var bytes = Pristine.Export();
        bytes[chance.Next(bytes.Length)] ^= (byte)chance.Next(1, 256);
        return bytes;
    }

    private static byte[] EditEntry(Random chance) => Forge(j =>
    {
        var at = chance.Next(Size);
        j.Entries[at] = Edited(j.Entries[at], chance);
    });

    private static byte[] EditEntryAndRebuild(Random chance) => Forge(j =>
    {
        var at = chance.Next(Size);
        j.Entries[at] = Edited(j.Entries[at], chance);
        j.Rebuild(at);
    });

    private static byte[] CutEntries(Random chance) => Forge(j =>
    {
        var at = chance.Next(Size - 5);
        j.Entries.RemoveRange(at, 1 + chance.Next(4));
        j.Hashes.RemoveRange(j.Entries.Count, j.Hashes.Count - j.Entries.Count);
        j.Rebuild(at);
    });

    private static byte[] CutTheEnd(Random chance) => Forge(j => Shorten(j, 1 + chance.Next(100)));

    private static byte[] Insert(Random chance) => Forge(j =>
    {
        var at = chance.Next(Size);
        j.Entries.Insert(at, Edited(j.Entries[at], chance));
        j.Hashes.Add([]);
        j.Rebuild(at);
    });

    private static byte[] Swap(Random chance) => Forge(j =>
    {
        var at = chance.Next(Size - 1);
        (j.Entries[at], j.Entries[at + 1]) = (j.Entries[at + 1], j.Entries[at]);
        j.Rebuild(at);
    });

    private static byte[] Fork(Random chance) => Forge(j =>
    {
        var kept = chance.Next(Size);
        Shorten(j, Size - kept);
        while (j.Entries.Count < Size)
        {
            j.Add(chance.Next(5_000, 9_000), "another.history");
        }
    });

    // As a database restored from an old copy would look: whole, signed, and too short.
    private static byte[] RollBack(Random chance) => Forge(j =>
    {
        var kept = chance.Next(10);
        j.Checkpoints.RemoveRange(kept, 10 - kept);
        Shorten(j, Size - (kept * Size / 10) - chance.Next(Size / 10));
    });

    private static byte[] NewKey(Random chance)
    {
        var forged = new SampleJournal { Origin = Pristine.Origin };
        forged.Entries.AddRange(Pristine.Entries);
        forged.Hashes.AddRange(Pristine.Hashes);
        forged.Entries[chance.Next(Size)] = Edited(forged.Entries[chance.Next(Size)], chance);
        forged.Rebuild();
        forged.Sign();
        return forged.Export();
    }

    private static byte[] EditCheckpoint(Random chance) => Forge(j =>
    {
        var at = chance.Next(j.Checkpoints.Count);
        var checkpoint = j.Checkpoints[at];
        j.Checkpoints[at] = chance.Next(3) switch
        {
            0 => checkpoint with { Size = checkpoint.Size - 1 },
            1 => checkpoint with { At = checkpoint.At.AddHours(-1) },
            _ => checkpoint with { Head = Convert.ToHexStringLower(SHA256.HashData(BitConverter.GetBytes(chance.Next()))) },
        };
    });

    private static byte[] CutBytes(Random chance)
    {
        var bytes = Pristine.Export();
        return bytes[..^(1 + chance.Next(bytes.Length - 1))];
    }

    private static ChainedEntry Edited(ChainedEntry entry, Random chance) => chance.Next(5) switch
    {
        0 => entry with { Name = entry.Name + "x" },
        1 => entry with { At = entry.At.AddTicks(10 * (1 + chance.Next(1_000))) },
        2 => entry with { Person = new Guid(chance.Next(), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10) },
        3 => entry with { Changes = entry.Changes + 1 },
        _ => entry with { Content = Convert.ToHexStringLower(SHA256.HashData(BitConverter.GetBytes(chance.Next()))) },
    };

    private static void Shorten(SampleJournal journal, int by)
    {
        journal.Entries.RemoveRange(journal.Entries.Count - by, by);
        journal.Hashes.RemoveRange(journal.Entries.Count, by);
    }

    private static byte[] Forge(Action<SampleJournal> tamper)
    {
        var copy = Pristine.Copy();
        tamper(copy);
        return copy.Export();
    }

    private static JournalVerdict Verify(byte[] export) => JournalVerification.Run(new MemoryStream(export), [Pristine.Key], Anchors);
}
