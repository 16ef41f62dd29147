using System.IO.Compression;
using System.Security.Cryptography;

namespace Cornerstone.Ui;

/// <summary>One style sheet, script or picture, compressed once and named by its content.</summary>
public sealed class Asset
{
    public const string Folder = "/assets";

    public Asset(string name, byte[] content)
    {
        Plain = content;
        ContentType = Path.GetExtension(name) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".svg" => "image/svg+xml",
            var other => throw new ArgumentException($"No content type is known for {other} files.", nameof(name)),
        };
        Brotli = Compressed(content, s => new BrotliStream(s, CompressionLevel.SmallestSize));
        Gzip = Compressed(content, s => new GZipStream(s, CompressionLevel.SmallestSize));
        Address = $"{Folder}/{Convert.ToHexStringLower(SHA256.HashData(content))[..12]}/{name}";
    }

    public string Address { get; }

    public string ContentType { get; }

    public byte[] Plain { get; }

    public byte[] Brotli { get; }

    public byte[] Gzip { get; }

    private static byte[] Compressed(byte[] content, Func<Stream, Stream> compressor)
    {
        using var result = new MemoryStream();
        using (var stream = compressor(result))
        {
            stream.Write(content);
        }

        return result.ToArray();
    }
}
