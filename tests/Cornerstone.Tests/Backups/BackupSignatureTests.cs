using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Cornerstone.Backups;
using Cornerstone.Data;
using Cornerstone.Journals;
using Cornerstone.Operations;
using Cornerstone.Tests.Journals;
using Cornerstone.Tests.TestKit;

namespace Cornerstone.Tests.Backups;

/// <summary>Whoever knows a public key can write a file that opens; the signature says whose hand it was.</summary>
public sealed class BackupSignatureTests : IDisposable
{
    private readonly BackupSetting setting = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => setting.Dispose();

    [Fact]
    public async Task A_backup_signed_with_the_named_key_of_the_journal_is_restored_and_the_act_says_whose_it_is()
    {
        await using var database = await WrittenAsync();

        var restored = await setting.RestoreAsync(signers: KnownSigners.Of(JournalKey.PublicFileOf(JournalKey.FileIn(setting.Origin))));

        Assert.Contains("which is known", restored.Said, StringComparison.Ordinal);
        Assert.Contains("nobody named a key", KnownSigners.None.Judge(restored.End.Signer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_by_another_hand_is_refused_where_the_key_is_named_and_told_where_it_is_not()
    {
        await using var database = await WrittenAsync();
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var pieces = Pieces(setting.File());
        Write(setting.File("foreign.backup"), Signed(pieces, stranger));
        var named = KnownSigners.Of(JournalKey.PublicFileOf(JournalKey.FileIn(setting.Origin)));

        var refused = await Assert.ThrowsAsync<RefusedException>(() => setting.RestoreAsync("foreign.backup", signers: named));

        Assert.Contains("another hand", refused.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(setting.Place));
        Assert.Contains("NOT among the anchors", (named with { AreNamed = false }).Judge(Checkpoint.FingerprintOf(stranger)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_signature_does_not_cover_is_refused_whoever_encrypted_it()
    {
        await using var database = await WrittenAsync();
        var pieces = Pieces(setting.File());
        var later = Encoding.UTF8.GetString(pieces[0]).Replace("2026-06-01", "2026-06-02", StringComparison.Ordinal);
        Write(setting.File("later.backup"), [Encoding.UTF8.GetBytes(later), .. pieces[1..]]);
        Write(setting.File("otherkeys.backup"), [.. pieces[..^2], "{\"protection.key\":\"x\"}"u8.ToArray(), pieces[^1]]);

        foreach (var forged in new[] { "later.backup", "otherkeys.backup" })
        {
            var refused = await Assert.ThrowsAsync<RefusedException>(() => setting.RestoreAsync(forged));
            Assert.Contains("was changed", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_backup_of_a_version_that_did_not_sign_comes_back_with_a_clear_word_unless_a_key_is_named()
    {
        await using var database = await WrittenAsync();
        var pieces = Pieces(setting.File());
        var older = Encoding.UTF8.GetString(pieces[0]).Replace("\"Format\":2", "\"Format\":1", StringComparison.Ordinal);
        Write(setting.File("older.backup"), [Encoding.UTF8.GetBytes(older), .. pieces[1..^2]]);
        var named = KnownSigners.Of(JournalKey.PublicFileOf(JournalKey.FileIn(setting.Origin)));

        var refused = await Assert.ThrowsAsync<RefusedException>(() => setting.RestoreAsync("older.backup", signers: named));
        var restored = await setting.RestoreAsync("older.backup");

        Assert.Contains("--signed-by", refused.Message, StringComparison.Ordinal);
        Assert.StartsWith("Not signed: an older version wrote it, or another hand.", restored.Said, StringComparison.Ordinal);
        Assert.True(restored.Journal.Intact);
    }

    [Fact]
    public async Task The_doctor_reads_the_newest_backup_and_says_who_wrote_it()
    {
        await using var database = await WrittenAsync();
        var settings = new BackupSettings(Path.Combine(setting.Origin, "backups"), [], TimeSpan.FromMinutes(15));
        Directory.CreateDirectory(settings.Folder);
        using var drill = RestoreDrill.Key(setting.Origin);
        await WriteBackup.RunAsync(database, setting.Origin, settings.FileAt(BackupSetting.Now), [drill], BackupSetting.Now, Ct);
        var own = BackupExamination.Newest(settings, setting.Origin);
        await WriteBackup.RunAsync(database, Path.Combine(setting.Origin, "elsewhere"), settings.FileAt(BackupSetting.Now.AddHours(1)), [drill], BackupSetting.Now, Ct);

        var foreign = BackupExamination.Newest(settings, setting.Origin);
        var trial = await RestoreDrill.RunAsync(database, setting.Origin, settings.Existing()[0].File, drill, TimeProvider.System, Ct);

        Assert.Equal(Wellness.Good, own.State);
        Assert.Equal(Wellness.Bad, foreign.State);
        Assert.Contains("another hand", foreign.Says, StringComparison.Ordinal);
        Assert.False(trial);
    }

    private async Task<Database> WrittenAsync()
    {
        var database = await TestDatabase.CopyAsync(Ct);
        await JournalChainTests.SaveAsync(database, 3);
        await setting.WriteAsync(database);
        return database;
    }

    // What the file holds, piece after piece: the manifest, for each table its bytes, an empty piece and what it held; the keys; the signature.
    private List<byte[]> Pieces(string file)
    {
        using var packed = new ZLibStream(new OpeningStream(File.OpenRead(file), setting.Key), CompressionMode.Decompress);
        var pieces = new List<byte[]>();
        var length = new byte[sizeof(int)];
        while (packed.ReadAtLeast(length, length.Length, throwOnEndOfStream: false) == length.Length)
        {
            var piece = new byte[BinaryPrimitives.ReadInt32BigEndian(length)];
            packed.ReadExactly(piece);
            pieces.Add(piece);
        }

        return pieces;
    }

    private static List<byte[]> Signed(List<byte[]> pieces, ECDsa key)
    {
        using var signed = new SignedPieces();
        signed.Add(pieces[0]);
        foreach (var (before, piece) in pieces.Zip(pieces.Skip(1)).Where(p => p.First.Length == 0))
        {
            signed.Add(piece);
        }

        signed.Add(pieces[^2]);
        return [.. pieces[..^1], System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(BackupSignature.Of(signed.Digest, key))];
    }

    private void Write(string file, IEnumerable<byte[]> pieces)
    {
        using var target = File.Create(file);
        using var sealing = new SealingStream(target, [setting.Key]);
        using (var packed = new ZLibStream(sealing, CompressionLevel.Fastest, leaveOpen: true))
        {
            foreach (var piece in pieces)
            {
                var length = new byte[sizeof(int)];
                BinaryPrimitives.WriteInt32BigEndian(length, piece.Length);
                packed.Write(length);
                packed.Write(piece);
            }
        }

        sealing.Finish();
    }
}
