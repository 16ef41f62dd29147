using System.Text;

namespace Cornerstone.Demonstration;

/// <summary>A text of the demonstration library: written here, about an invented country, in the form the United Nations uses.</summary>
public sealed record SoleniaDocument(string FileName, byte[] Content)
{
    public string Text => Encoding.UTF8.GetString(Content);
}

/// <summary>The documents of the invented Republic of Solenia, the earlier before the later ones that cite them.</summary>
public static class SoleniaDocuments
{
    private const string Folder = "Demonstration/";

    private static readonly string[] FileNames =
    [
        "S-RES-9877-2024.en.txt",
        "S-PRST-2025-901.en.txt",
        "S-PRST-2025-901.fr.txt",
        "S-PRST-2025-901.ar.txt",
        "S-RES-9901-2025.en.txt",
        "S-2026-9904.en.txt",
    ];

    public static IReadOnlyList<SoleniaDocument> All { get; } = [.. FileNames.Select(name => new SoleniaDocument(name, Read(name)))];

    private static byte[] Read(string fileName)
    {
        using var resource = typeof(SoleniaDocuments).Assembly.GetManifestResourceStream(Folder + fileName)!;
        using var content = new MemoryStream();
        resource.CopyTo(content);
        return content.ToArray();
    }
}
