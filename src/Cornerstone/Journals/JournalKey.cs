using System.Security.Cryptography;

namespace Cornerstone.Journals;

/// <summary>
/// The key that signs checkpoints: ECDSA on P-256, in a file of its own outside the database and outside every backup (which it signs), readable by
/// the program's account only. Whoever holds a copy of the database cannot sign.
/// </summary>
public static class JournalKey
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Another place for the key than the data folder, for example a disk of its own.</summary>
    public const string PlaceSetting = "CORNERSTONE_JOURNAL_KEY";

    public static string FileIn(string dataFolder) =>
        Environment.GetEnvironmentVariable(PlaceSetting) is { Length: > 0 } named ? named : Path.Join(dataFolder, "journal-key.pem");

    /// <summary>The key, made at the first use. The public half is written beside it, for witnesses.</summary>
    public static ECDsa Open(string file)
    {
        if (File.Exists(file))
        {
            var known = ECDsa.Create();
            known.ImportFromPem(File.ReadAllText(file));
            return known;
        }

        var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        PrivateFile.Write(file, made.ExportPkcs8PrivateKeyPem() + "\n", OwnerOnly);
        File.WriteAllText(PublicFileOf(file), made.ExportSubjectPublicKeyInfoPem() + "\n");
        return made;
    }

    public static string PublicFileOf(string file) => Path.ChangeExtension(file, ".public.pem");

    /// <summary>All public keys of a file of PEM blocks: a key that was replaced stands beside its successor.</summary>
    public static IReadOnlyList<ECDsa> ReadAll(string pem)
    {
        var keys = new List<ECDsa>();
        for (var rest = pem.AsSpan(); PemEncoding.TryFind(rest, out var fields); rest = rest[fields.Location.End..])
        {
            var key = ECDsa.Create();
            key.ImportFromPem(rest[fields.Location]);
            keys.Add(key);
        }

        return keys;
    }

    /// <summary>A public key as base64 of its SubjectPublicKeyInfo; null when it is none on P-256, or spelled another way.</summary>
    public static ECDsa? ReadPublic(string base64)
    {
        try
        {
            var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(base64), out _);
            return key.KeySize == 256 && WritePublic(key) == base64 ? key : null;
        }
        catch (Exception fault) when (fault is FormatException or CryptographicException)
        {
            return null;
        }
    }

    public static string WritePublic(ECDsa key) => Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());
}

/// <summary>A file made with its rights from the first byte on; one that is there already is never written over.</summary>
internal static class PrivateFile
{
    public static void Write(string file, string content, UnixFileMode mode)
    {
        using var stream = new FileStream(file, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = mode });
        stream.Write(System.Text.Encoding.UTF8.GetBytes(content));
        stream.Flush(flushToDisk: true);
    }
}
