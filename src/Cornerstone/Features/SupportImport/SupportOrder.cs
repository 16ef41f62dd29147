using Cornerstone.Access;
using Cornerstone.Features.Support;
using Cornerstone.Values;

namespace Cornerstone.Features.SupportImport;

/// <summary>Who brings a file in, into which country, at which level.</summary>
/// <param name="Classification">Of activities that are new; those that are there keep their level.</param>
/// <param name="OnlyCountry">Activities that name other countries only are left out.</param>
public sealed record SupportOrder(Reader Reader, string Country, Classification Classification, ImportMode Mode = ImportMode.Partial, bool OnlyCountry = false, string? Reason = null)
{
    /// <summary>Where the file is not what was sent: the table it was read from.</summary>
    public ReadElsewhere? Table { get; init; }

    public SourceKind Kind => Table?.Kind ?? SourceKind.Iati;

    /// <summary>What a publisher publishes is public there; here it is a record of work, and starts close.</summary>
    public const Classification UsualLevel = Classification.Restricted;
}

/// <summary>A table that was read into the form of the standard, and what was found in it: of its rows, not of the form.</summary>
public sealed record ReadElsewhere(SourceKind Kind, IReadOnlyList<FileFinding> Findings, IReadOnlyDictionary<string, int> Rules);

/// <summary>A file that can be read more than once.</summary>
/// <param name="Name">As the person knows it; shown, never opened by us.</param>
public sealed record SupportFile(string Name, long Length, Func<Stream> Open)
{
    public static SupportFile Of(string name, byte[] content) => new(name, content.LongLength, () => new MemoryStream(content, writable: false));

    public static SupportFile At(string path) => new(Path.GetFileName(path), new FileInfo(path).Length,
        () => new FileStream(path, new FileStreamOptions { Options = FileOptions.SequentialScan, BufferSize = 0 }));
}
