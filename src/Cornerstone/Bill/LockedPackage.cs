using System.Text.Json;

namespace Cornerstone.Bill;

/// <summary>One package as a lock file pins it. <c>Hash</c> is SHA-512 in base64: of the content (NuGet) or of the archive (npm).</summary>
public sealed record LockedPackage(string Ecosystem, string Name, string Version, string? Hash)
{
    /// <summary>The packages in NuGet's packages.lock.json; projects of our own are left out.</summary>
    public static IReadOnlyList<LockedPackage> InNuGetLock(Stream lockFile)
    {
        using var read = JsonDocument.Parse(lockFile);
        return [.. read.RootElement.GetProperty("dependencies").EnumerateObject()
            .SelectMany(framework => framework.Value.EnumerateObject())
            .Where(p => p.Value.GetProperty("type").GetString() != "Project")
            .Select(p => new LockedPackage("nuget", p.Name, Text(p.Value, "resolved")!, Text(p.Value, "contentHash")))
            .Distinct()];
    }

    /// <summary>The packages in npm's package-lock.json, of every platform.</summary>
    public static IReadOnlyList<LockedPackage> InNpmLock(Stream lockFile)
    {
        const string Folder = "node_modules/";
        using var read = JsonDocument.Parse(lockFile);
        return [.. read.RootElement.GetProperty("packages").EnumerateObject()
            .Where(p => p.Name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(p => new LockedPackage("npm", p.Name[(p.Name.LastIndexOf(Folder, StringComparison.Ordinal) + Folder.Length)..], Text(p.Value, "version")!, Text(p.Value, "integrity")?["sha512-".Length..]))];
    }

    /// <summary>The package's address in the common form of purl.</summary>
    public string Address => $"pkg:{Ecosystem}/{Name.Replace("@", "%40", StringComparison.Ordinal)}@{Version}";

    private static string? Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) ? value.GetString() : null;
}
