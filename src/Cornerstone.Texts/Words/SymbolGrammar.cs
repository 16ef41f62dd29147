using System.Globalization;
using System.Text.RegularExpressions;

namespace Cornerstone.Texts;

/// <summary>The grammar of one symbol, after <see cref="SymbolTyping"/> has made it upper case with plain dashes.</summary>
internal static partial class SymbolGrammar
{
    /// <summary>Roots outside the five main series that still name documents (treaty bodies, programmes).</summary>
    private static readonly HashSet<string> OtherRoots =
    [
        "CAT", "CCPR", "CED", "CEDAW", "CERD", "CMW", "CRC", "CRPD", "DP", "HRI", "LOS", "SG", "TD", "UNEP",
    ];

    /// <summary>Writings the United Nations keeps in mixed case.</summary>
    private static readonly Dictionary<string, string> MixedCase = new()
    {
        ["ADD"] = "Add",
        ["CORR"] = "Corr",
        ["REV"] = "Rev",
        ["AMEND"] = "Amend",
        ["SUMMARY"] = "Summary",
        ["SUB"] = "Sub",
        ["AGENDA"] = "Agenda",
    };

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> OtherRootLookup = OtherRoots.GetAlternateLookup<ReadOnlySpan<char>>();

    internal static bool IsOtherRoot(ReadOnlySpan<char> word) => OtherRootLookup.Contains(word);

    internal static string? Canonical(string upper)
    {
        if (upper.Length < 3 || upper.Length > 80) return null;
        if (upper.StartsWith("S/", StringComparison.Ordinal)) return SecurityCouncil(upper);
        if (upper.StartsWith("A/", StringComparison.Ordinal)) return GeneralAssembly(upper);
        return Generic(upper);
    }

    private static string? SecurityCouncil(string upper)
    {
        if (Resolution().Match(upper) is { Success: true } resolution)
        {
            return $"S/RES/{resolution.Groups["n"].Value} ({resolution.Groups["y"].Value})";
        }

        if (Meeting().Match(upper) is { Success: true } meeting)
        {
            var resumed = meeting.Groups["r"];
            return $"S/PV.{meeting.Groups["n"].Value}" + (resumed.Success ? $" (Resumption {resumed.Value})" : "");
        }

        // "S/RES/2553" alone names no document: the year is part of a resolution's symbol.
        if (upper.StartsWith("S/RES", StringComparison.Ordinal) || upper.StartsWith("S/PV", StringComparison.Ordinal)) return null;
        if (upper.StartsWith("S/PRST", StringComparison.Ordinal) && !Statement().IsMatch(upper)) return null;
        return Dated().IsMatch(upper) || Statement().IsMatch(upper) || BeforeTheYears().IsMatch(upper) || Subsidiary().IsMatch(upper)
            ? WithMixedCase(upper)
            : null;
    }

    private static string? GeneralAssembly(string upper)
    {
        if (OldAssemblyResolution().Match(upper) is { Success: true } old)
        {
            var part = old.Groups["p"].Success ? $" {old.Groups["p"].Value}" : "";
            return $"A/RES/{old.Groups["n"].Value}{part} ({old.Groups["s"].Value})";
        }

        if (upper.StartsWith("A/RES", StringComparison.Ordinal)) return AssemblyResolution().IsMatch(upper) ? WithMixedCase(upper) : null;
        return AssemblyDocument().IsMatch(upper) || Subsidiary().IsMatch(upper) ? WithMixedCase(upper) : null;
    }

    private static string? Generic(string upper)
    {
        var slash = upper.IndexOf('/', StringComparison.Ordinal);
        if (slash < 1 || upper[..slash] is not ("E" or "ST") && !OtherRoots.Contains(upper[..slash])) return null;
        return Segments().IsMatch(upper) && upper.Any(char.IsAsciiDigit) ? WithMixedCase(upper) : null;
    }

    private static string WithMixedCase(string upper) =>
        LetterRuns().Replace(upper, run => MixedCase.GetValueOrDefault(run.Value, run.Value));

    internal static int Year(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private const string Suffix = @"(/(ADD|CORR|REV|AMEND)\.\d+|/SUMMARY)*\*?$";
    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^S/RES/(?<n>[1-9]\d{0,4}) ?\( ?(?<y>19[4-9]\d|20\d\d) ?\)$", Plain)]
    private static partial Regex Resolution();

    [GeneratedRegex(@"^S/PV\. ?(?<n>\d{1,5})( ?\(RESUMPTION (?<r>\d+)\))?$", Plain)]
    private static partial Regex Meeting();

    [GeneratedRegex(@"^S/PRST/(19|20)\d\d/\d{1,3}" + Suffix, Plain)]
    private static partial Regex Statement();

    [GeneratedRegex(@"^S/(199[4-9]|20\d\d)/\d{1,4}" + Suffix, Plain)]
    private static partial Regex Dated();

    // Until 1993 Council documents ran on: S/12345.
    [GeneratedRegex(@"^S/[1-9]\d{0,4}" + Suffix, Plain)]
    private static partial Regex BeforeTheYears();

    [GeneratedRegex(@"^A/RES/(\d{1,3}|(ES|S)-\d{1,2})/\d{1,3}( ?[A-Z])?" + Suffix, Plain)]
    private static partial Regex AssemblyResolution();

    // Until session 30 the session stood in Roman numerals: A/RES/217 A (III).
    [GeneratedRegex(@"^A/RES/(?<n>\d{1,4}) ?(?<p>[A-Z])? ?\((?<s>[IVXLS-]+)\) ?(?<p>[A-Z])?$", Plain)]
    private static partial Regex OldAssemblyResolution();

    [GeneratedRegex(@"^A/(3[1-9]|[4-9]\d|1\d\d|(ES|S)-\d{1,2})/(L\.|INF/|PV\.)?\d{1,4}" + Suffix, Plain)]
    private static partial Regex AssemblyDocument();

    // A committee, commission, council or working series: S/AC.51/2020/3, A/C.3/75/L.1, A/HRC/RES/21/15, S/INF/62.
    [GeneratedRegex(@"^[AS]/((AC|C|CN|CONF|SC|WG|BUR)\.\d+|HRC|INF|NGO|AGENDA|INFORMAL)(/[A-Z0-9.-]+)*/[A-Z0-9.-]*\d[A-Z0-9.-]*" + Suffix, Plain)]
    private static partial Regex Subsidiary();

    [GeneratedRegex(@"^[A-Z]+(/[A-Z0-9.-]+)+\*?$", Plain)]
    private static partial Regex Segments();

    [GeneratedRegex(@"[A-Z]{3,}", Plain)]
    private static partial Regex LetterRuns();
}
