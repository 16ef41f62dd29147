using System.Security.Cryptography;
using Cornerstone.Journals;

namespace Cornerstone.Backups;

/// <summary>
/// Who may open backups: a key pair on P-256. The public half writes backups and may lie anywhere; the private half restores and
/// belongs on a stick in a safe.
/// </summary>
internal static class BackupKey
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static string PublicFileOf(string file) => file + ".public";

    /// <summary>Makes a pair in two new files and returns the public half's name in backups.</summary>
    public static string Make(string file)
    {
        foreach (var existing in new[] { file, PublicFileOf(file) }.Where(File.Exists))
        {
            throw new RefusedException($"{existing} is there already. Keys are never written over; choose another name.");
        }

        using var pair = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        PrivateFile.Write(file, pair.ExportPkcs8PrivateKeyPem() + "\n", OwnerOnly);
        File.WriteAllText(PublicFileOf(file), pair.ExportSubjectPublicKeyInfoPem() + "\n");
        return NameOf(pair);
    }

    /// <summary>The public or private key of a file.</summary>
    public static ECDiffieHellman Read(string file)
    {
        if (!File.Exists(file))
        {
            throw new RefusedException($"There is no key {file}.");
        }

        var key = ECDiffieHellman.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(file));
            return key.KeySize == 256 ? key : throw new RefusedException($"{file} holds a key of another kind: make one with \"cornerstone backup key FILE\".");
        }
        catch (Exception fault) when (fault is ArgumentException or CryptographicException)
        {
            throw new RefusedException($"{file} holds no key that can be read.");
        }
    }

    /// <summary>SHA-256 of the public half.</summary>
    public static string NameOf(ECDiffieHellman key) => Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));
}
