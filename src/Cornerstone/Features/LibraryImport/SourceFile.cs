namespace Cornerstone.Features.LibraryImport;

/// <summary>A file to be read when its turn comes, so that a folder of thousands is never in memory at once.</summary>
/// <param name="Name">As the person knows it; shown in messages, never opened by us.</param>
public sealed record SourceFile(string Name, long Length, Func<byte[]> Read)
{
    public SourceFile(string name, byte[] bytes)
        : this(name, bytes.LongLength, () => bytes)
    {
    }

    public static SourceFile At(string path) => new(Path.GetFileName(path), new FileInfo(path).Length, () => File.ReadAllBytes(path));
}
