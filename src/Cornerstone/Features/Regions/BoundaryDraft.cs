using System.IO.Compression;
using System.Text.Json;
using Cornerstone.Values;

namespace Cornerstone.Features.Regions;

/// <summary>A region that a file would add or change.</summary>
public sealed record DraftRegion(string Code, string Name, string? ParentCode, Outline Outline);

/// <summary>
/// A file of boundaries between upload and import: simplified, and carried by the form itself so that the person may try which
/// property is the code. What comes back is read with the same bounds as any file.
/// </summary>
public sealed record BoundaryDraft(BoundaryFile File)
{
    private const int LargestUnpacked = 12_000_000;
    private const int MostProperties = 24;

    public static BoundaryDraft Of(ReadOnlyMemory<byte> upload)
    {
        var file = BoundaryReader.Read(upload);
        return new(file with { Features = BoundarySimplifier.Simplify(file.Features) });
    }

    /// <summary>Null when the form was altered or is too large.</summary>
    public static BoundaryDraft? Unpack(string? packed)
    {
        try
        {
            using var zip = new GZipStream(new MemoryStream(Convert.FromBase64String(packed ?? "")), CompressionMode.Decompress);
            var buffer = new byte[LargestUnpacked];
            var length = zip.ReadAtLeast(buffer, LargestUnpacked, throwOnEndOfStream: false);
            return length is 0 or LargestUnpacked ? null : new(BoundaryReader.Read(buffer.AsMemory(0, length)));
        }
        catch (Exception e) when (e is FormatException or InvalidDataException)
        {
            return null;
        }
    }

    public string Pack()
    {
        var properties = File.Properties.Take(MostProperties).ToHashSet();
        using var memory = new MemoryStream();
        using (var zip = new GZipStream(memory, CompressionLevel.Optimal))
        {
            JsonSerializer.Serialize(zip, new
            {
                type = "FeatureCollection",
                features = File.Features.Select(f => new
                {
                    type = "Feature",
                    properties = f.Properties.Where(p => properties.Contains(p.Key)).ToDictionary(),
                    geometry = new { type = "Polygon", coordinates = f.Rings.Select(r => r.Append(r[0]).Select(p => new[] { p.Longitude, p.Latitude })) },
                }),
            });
        }

        return Convert.ToBase64String(memory.ToArray());
    }

    /// <summary>Regions by the chosen properties; an area without a usable code stays out, and says why.</summary>
    public (IReadOnlyList<DraftRegion> Regions, IReadOnlyList<BoundaryFinding> Findings) Choose(string code, string name, string? parent, IReadOnlySet<string> parents)
    {
        var (regions, findings, seen) = (new List<DraftRegion>(), new List<BoundaryFinding>(File.Findings), new HashSet<string>());
        foreach (var feature in File.Features)
        {
            var (written, called) = (feature.Properties.GetValueOrDefault(code), feature.Properties.GetValueOrDefault(name));
            var above = parent is null ? null : Codes.Of(feature.Properties.GetValueOrDefault(parent));
            var finding = written is null ? new BoundaryFinding(feature.Number, code, BoundaryFault.NoCode)
                : Codes.Of(written) is not { } usable ? new(feature.Number, code, BoundaryFault.CodeNotAllowed, written)
                : called is null ? new(feature.Number, name, BoundaryFault.NoName)
                : parent is not null && (above is null || !parents.Contains(above)) ? new(feature.Number, parent, BoundaryFault.NoParent, feature.Properties.GetValueOrDefault(parent))
                : !seen.Add(usable) ? new(feature.Number, code, BoundaryFault.CodeRepeated, written)
                : null;
            if (finding is not null)
            {
                findings.Add(finding);
                continue;
            }

            regions.Add(new(Codes.Of(written)!, called!, above, new Outline(feature.Rings)));
        }

        return (regions, findings);
    }

    /// <summary>Adds the name in one language and leaves the others as they are.</summary>
    public static Wording Named(Wording? before, string language, string name) => before is null ? Wording.Of(language, name) : before.With(language, name);
}
