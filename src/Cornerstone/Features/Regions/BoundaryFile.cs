namespace Cornerstone.Features.Regions;

/// <summary>One area of a file of boundaries.</summary>
/// <param name="Number">Its place in the file, from 1.</param>
/// <param name="Properties">What the file says of it, as text.</param>
public sealed record BoundaryFeature(int Number, IReadOnlyDictionary<string, string> Properties, IReadOnlyList<IReadOnlyList<GeoPoint>> Rings);

public enum BoundaryFault
{
    NotJson,
    NoFeatures,
    TooManyFeatures,
    TooManyPoints,
    NoGeometry,
    NotAnArea,
    NotDegrees,
    BrokenRing,
    NoCode,
    CodeNotAllowed,
    CodeRepeated,
    NoName,
    NoParent,
}

/// <param name="Feature">Number of the area; 0 for the file as a whole.</param>
/// <param name="Field">Property or part that is meant: "geometry", "code_hasc".</param>
public sealed record BoundaryFinding(int Feature, string Field, BoundaryFault Fault, string? Value = null);

/// <summary>What a file of boundaries holds, and what in it was not understood: a fault never stops the rest.</summary>
public sealed record BoundaryFile(IReadOnlyList<BoundaryFeature> Features, IReadOnlyList<BoundaryFinding> Findings)
{
    /// <summary>Bounds against files that would fill memory or the screen; real files of a country stay far below.</summary>
    public const long LargestBytes = 24_000_000;
    public const int MostFeatures = 2_000;
    public const int MostPoints = 1_000_000;
    public const int Deepest = 24;
    public const int LongestValue = 200;

    /// <summary>Properties that most areas fill, those with different values first.</summary>
    public IReadOnlyList<string> Properties => [.. Features
        .SelectMany(f => f.Properties)
        .GroupBy(p => p.Key)
        .Where(g => g.Count() * 2 > Features.Count)
        .OrderByDescending(g => g.Select(p => p.Value).Distinct().Count())
        .Select(g => g.Key)];

    /// <summary>The property that most looks like a code: different for each area, short, and named like one.</summary>
    public string? GuessCode() => Best(["pcode", "hasc", "iso_3166_2", "iso", "adm1_code", "adm2_code", "code", "id"], v => Codes.Of(v) is not null);

    /// <summary>The property that most looks like a name: "name" itself before "name_alt" and "admin".</summary>
    public string? GuessName() => Best(["name_en", "name", "adm1_en", "adm1_name", "shapename", "nom", "label"], v => v.Any(char.IsLetter));

    private string? Best(string[] words, Func<string, bool> fits) => Properties
        .Select(p => (Property: p, Values: Features.Select(f => f.Properties.GetValueOrDefault(p)).OfType<string>().ToList()))
        .Where(p => p.Values.Count(fits) * 10 >= Features.Count * 6)
        .OrderByDescending(p => p.Values.Where(fits).Distinct(StringComparer.OrdinalIgnoreCase).Count() * 20 / Math.Max(1, Features.Count))
        .ThenBy(p => Rank(p.Property, words))
        .ThenBy(p => p.Property, StringComparer.Ordinal)
        .Select(p => p.Property).FirstOrDefault(p => Rank(p, words) < words.Length * 2);

    private static int Rank(string property, string[] words)
    {
        var exact = Array.FindIndex(words, w => property.Equals(w, StringComparison.OrdinalIgnoreCase));
        var part = Array.FindIndex(words, w => property.Contains(w, StringComparison.OrdinalIgnoreCase));
        return exact >= 0 ? exact : part >= 0 ? words.Length + part : words.Length * 2;
    }
}

/// <summary>Codes of regions: capital letters, digits, points and hyphens.</summary>
public static class Codes
{
    /// <summary>The code as it is stored; null when the text cannot be one ("-99", "YEM+99?").</summary>
    public static string? Of(string? text)
    {
        var code = text?.Trim().ToUpperInvariant().Replace(' ', '-').Replace('/', '-') ?? "";
        return code.Length is > 0 and <= Region.LongestCode && char.IsAsciiLetterOrDigit(code[0]) && char.IsAsciiLetterOrDigit(code[^1])
            && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_') ? code : null;
    }
}
