using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cornerstone.Bill;

/// <summary>What this program is made of, as CycloneDX 1.6 JSON: every package it ships, exactly as locked. Two builds of one source give the same bytes.</summary>
public static class BillOfMaterials
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    public static string Write()
    {
        using var licences = Open("licences.csv");
        var known = Licences.Read(licences);
        var shipped = Packages().Where(p => known[(p.Ecosystem, p.Name)].Use == "ships").OrderBy(p => p.Address, StringComparer.Ordinal);
        return new JsonObject
        {
            ["bomFormat"] = "CycloneDX",
            ["specVersion"] = "1.6",
            ["version"] = 1,
            ["metadata"] = new JsonObject
            {
                ["component"] = new JsonObject { ["type"] = "application", ["name"] = "cornerstone", ["version"] = Version, ["licenses"] = Licence("MIT") },
            },
            ["components"] = new JsonArray([.. shipped.Select(p => Component(p, known[(p.Ecosystem, p.Name)].Licence))]),
        }.ToJsonString(Readable) + "\n";
    }

    /// <summary>What the program's own lock files pin, build-time packages too.</summary>
    public static IReadOnlyList<LockedPackage> Packages()
    {
        using var nuget = Open("packages.lock.json");
        using var npm = Open("package-lock.json");
        return [.. LockedPackage.InNuGetLock(nuget), .. LockedPackage.InNpmLock(npm)];
    }

    private static string Version => typeof(BillOfMaterials).Assembly.GetName().Version!.ToString(3);

    private static JsonObject Component(LockedPackage package, string licence)
    {
        var component = new JsonObject
        {
            ["type"] = "library",
            ["bom-ref"] = package.Address,
            ["name"] = package.Name,
            ["version"] = package.Version,
            ["licenses"] = Licence(licence),
            ["purl"] = package.Address,
        };
        // npm hashes the archive itself; NuGet its content without the signature, which is no hash of a file one could download.
        if (package.Ecosystem == "npm")
        {
            component["hashes"] = new JsonArray(new JsonObject { ["alg"] = "SHA-512", ["content"] = Convert.ToHexStringLower(Convert.FromBase64String(package.Hash!)) });
        }
        else
        {
            component["properties"] = new JsonArray(new JsonObject { ["name"] = "nuget:contentHash", ["value"] = package.Hash });
        }

        return component;
    }

    private static JsonArray Licence(string expression) => new(expression.Contains(' ', StringComparison.Ordinal)
        ? new JsonObject { ["expression"] = expression }
        : new JsonObject { ["license"] = new JsonObject { ["id"] = expression } });

    private static Stream Open(string name) => typeof(BillOfMaterials).Assembly.GetManifestResourceStream($"Bill/{name}")!;
}
