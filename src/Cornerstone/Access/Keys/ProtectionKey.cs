using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Cornerstone.Access.Keys;

/// <summary>A key of 256 bits from a file that only this user may read. Made at the first start where there is none.</summary>
internal sealed class ProtectionKey
{
    public const string FileName = "protection.key";
    private const int KeyBytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    private readonly byte[] key;

    private ProtectionKey(byte[] key) => this.key = key;

    /// <summary>In the data folder, or where the operator put it.</summary>
    public static string FileIn(string dataFolder) =>
        Environment.GetEnvironmentVariable("CORNERSTONE_KEY_FILE") is { Length: > 0 } named ? named : Path.Join(dataFolder, FileName);

    /// <exception cref="RefusedException">Others may read the file, or it holds no key.</exception>
    public static ProtectionKey Open(string file)
    {
        if (!File.Exists(file))
        {
            Make(file);
        }

        if ((File.GetUnixFileMode(file) & Others) != 0)
        {
            throw new RefusedException($"Others on this machine may read the key in {file}. Make it yours alone (chmod 600), or name another file with CORNERSTONE_KEY_FILE.");
        }

        var text = File.ReadAllText(file).Trim();
        Span<byte> key = stackalloc byte[KeyBytes];
        return Convert.TryFromBase64String(text, key, out var length) && length == KeyBytes
            ? new ProtectionKey(key.ToArray())
            : throw new RefusedException($"{file} holds no key: expected {KeyBytes} bytes in Base64, such as 'openssl rand -base64 32' prints.");
    }

    /// <summary>nonce | ciphertext | tag.</summary>
    public byte[] Lock(ReadOnlySpan<byte> open)
    {
        var locked = new byte[NonceBytes + open.Length + TagBytes];
        RandomNumberGenerator.Fill(locked.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(locked.AsSpan(0, NonceBytes), open, locked.AsSpan(NonceBytes, open.Length), locked.AsSpan(NonceBytes + open.Length));
        return locked;
    }

    public byte[] Unlock(ReadOnlySpan<byte> locked)
    {
        var open = new byte[locked.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(locked[..NonceBytes], locked[NonceBytes..^TagBytes], locked[^TagBytes..], open);
        return open;
    }

    private static void Make(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        using var made = new FileStream(file, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        made.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes))));
        made.Flush(flushToDisk: true);
    }
}

/// <summary>Writes a key locked.</summary>
internal sealed class KeyEncryptor(ProtectionKey key) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var locked = key.Lock(Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting)));
        return new(new XElement("aes256gcm", Convert.ToBase64String(locked)), typeof(KeyDecryptor));
    }
}

/// <summary>Reads it again; made by the framework from the name the file carries.</summary>
internal sealed class KeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var open = services.GetRequiredService<ProtectionKey>().Unlock(Convert.FromBase64String(encryptedElement.Value));
        return SafeXml.Read(Encoding.UTF8.GetString(open));
    }
}

/// <summary>XML without document types, and so without anything to fetch or to multiply.</summary>
internal static class SafeXml
{
    public static XElement Read(string xml)
    {
        using var reader = XmlReader.Create(new StringReader(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        return XElement.Load(reader);
    }
}
