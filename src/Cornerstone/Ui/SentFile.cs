using Cornerstone.Languages;

namespace Cornerstone.Ui;

/// <summary>A file that came with a form: how large it may be, what is wrong with it, its bytes.</summary>
public static class SentFile
{
    public const int LargestMegabytes = 50;

    /// <summary>Of the whole form: its other fields and the boundaries come on top of the file.</summary>
    public const long MostBytes = LargestMegabytes * 1_000_000L + 100_000;

    /// <summary>Why the file cannot be taken; null when it can.</summary>
    /// <param name="tooLarge">What helps when it is too large; usually to send it in parts.</param>
    public static string? WhyNot(IFormFile? sent, Text T, string? tooLarge = null) => sent switch
    {
        null or { Length: 0 } => T["Choose a file."],
        { Length: > LargestMegabytes * 1_000_000L } => tooLarge ?? T["The file is larger than {0} MB. Send it in parts.", LargestMegabytes],
        _ => null,
    };

    public static async Task<byte[]> BytesAsync(this IFormFile sent, CancellationToken ct)
    {
        using var memory = new MemoryStream((int)sent.Length);
        await sent.CopyToAsync(memory, ct);
        return memory.ToArray();
    }
}
