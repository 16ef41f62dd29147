using Cornerstone.Backups;
using Cornerstone.Journals;

namespace Cornerstone.Operations;

/// <summary>The newest automatic backup, read to its end with the key of the trial restores: is it whole, and did this installation write it?</summary>
internal static class BackupExamination
{
    public static Finding Newest(BackupSettings? settings, string dataFolder)
    {
        const string what = "who wrote the newest backup";
        if (settings?.Existing() is not [var newest, ..])
        {
            return Finding.Warning(what, "there is no automatic backup to look at");
        }

        var (opening, signing) = (RestoreDrill.KeyIn(dataFolder), JournalKey.FileIn(dataFolder));
        if (!File.Exists(opening) || !File.Exists(signing))
        {
            return Finding.Warning(what, "the keys to read it with are not made yet");
        }

        try
        {
            using var key = BackupKey.Read(opening);
            using var own = JournalKey.Open(signing);
            return Judge(what, Path.GetFileName(newest.File), BackupFile.Check(newest.File, key).End, Checkpoint.FingerprintOf(own));
        }
        catch (RefusedException fault)
        {
            return Finding.Bad(what, $"{Path.GetFileName(newest.File)}: {fault.Message}");
        }
    }

    private static Finding Judge(string what, string file, BackupEnd end, string own) =>
        end.Signer is null ? Finding.Warning(what, $"{file} is not signed: an older version wrote it, or another hand; the next one will be")
        : end.Signer != own ? Finding.Bad(what, $"{file} is signed with the key {end.Signer[..16]}, not with that of this journal: another hand wrote it")
        : Finding.Good(what, $"this installation: whole, signed with the journal's key {own[..16]}, {end.Keys.Count} files of keys");
}
