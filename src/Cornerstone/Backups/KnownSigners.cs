using System.Security.Cryptography;
using Cornerstone.Journals;

namespace Cornerstone.Backups;

/// <summary>
/// The keys of journals that whoever restores believes. Keys they name decide; those found in the folder of anchors are compared and told,
/// because an empty place has nothing by which to know its own backups.
/// </summary>
internal sealed record KnownSigners(IReadOnlyList<string> Fingerprints, bool AreNamed)
{
    public static KnownSigners None { get; } = new([], AreNamed: false);

    /// <param name="named">A file of public keys; null when nobody named one.</param>
    public static KnownSigners Of(string? named)
    {
        if (named is not null)
        {
            return File.Exists(named) ? new(In(named), AreNamed: true) : throw new RefusedException($"There is no public key {named}.");
        }

        var anchors = Environment.GetEnvironmentVariable(CheckpointFile.FolderSetting);
        return Directory.Exists(anchors) ? new([.. Directory.GetFiles(anchors, "journal-key-*.public.pem").SelectMany(In)], AreNamed: false) : None;
    }

    /// <summary>Whose hand it was, in words.</summary>
    /// <exception cref="RefusedException">Not that of a key that was named.</exception>
    public string Judge(string? signer) => (signer, Fingerprints.Contains(signer ?? "")) switch
    {
        (null, _) when AreNamed => throw new RefusedException("This backup carries no signature: an older version wrote it, or another hand. Leave out --signed-by to restore it all the same, and compare its head with what your witnesses hold."),
        (_, false) when AreNamed => throw new RefusedException($"This backup is signed with the key {signer![..16]}, which is none of those you named: another hand made it, or another installation."),
        (null, _) => "Not signed: an older version wrote it, or another hand.",
        (_, true) => $"Signed with the journal's key {signer[..16]}, which is known.",
        _ when Fingerprints.Count > 0 => $"Signed with the key {signer[..16]}, which is NOT among the anchors: another hand may have made it.",
        _ => $"Signed with the key {signer[..16]}; nobody named a key to compare it with (--signed-by).",
    };

    private static List<string> In(string file)
    {
        try
        {
            return [.. JournalKey.ReadAll(File.ReadAllText(file)).Select(Checkpoint.FingerprintOf)];
        }
        catch (Exception fault) when (fault is ArgumentException or CryptographicException)
        {
            throw new RefusedException($"{file} holds no public key that can be read.");
        }
    }
}
