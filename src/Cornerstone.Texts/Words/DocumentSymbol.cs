using System.Diagnostics.CodeAnalysis;

namespace Cornerstone.Texts;

public enum UnOrgan
{
    Other,
    SecurityCouncil,
    GeneralAssembly,
    HumanRightsCouncil,
    EconomicAndSocialCouncil,
    Secretariat,
}

/// <summary>The symbol of a United Nations document: organ, series and number, the same in all languages. Lenient in, canonical out.</summary>
public readonly record struct DocumentSymbol : IParsable<DocumentSymbol>
{
    private readonly string? _value;

    private DocumentSymbol(string canonical) => _value = canonical;

    /// <summary>"S/RES/2553 (2020)", "A/67/970-S/2013/480"; empty for the default value.</summary>
    public string Value => _value ?? "";

    /// <summary>What the symbol alone tells; a report, letter or draft S/yyyy/n is <see cref="DocumentKind.Other"/>.</summary>
    public DocumentKind Kind => Value switch
    {
        _ when Starts("S/RES/") => DocumentKind.Resolution,
        _ when Starts("S/PRST/") => DocumentKind.PresidentialStatement,
        _ when Starts("S/PV.") || Starts("A/") && Value.Contains("/PV.", StringComparison.Ordinal) => DocumentKind.MeetingRecord,
        _ when Starts("A/RES/") => DocumentKind.GeneralAssemblyResolution,
        _ => DocumentKind.Other,
    };

    public UnOrgan Organ => Value switch
    {
        _ when Starts("S/") => UnOrgan.SecurityCouncil,
        _ when Starts("A/HRC/") => UnOrgan.HumanRightsCouncil,
        _ when Starts("A/") => UnOrgan.GeneralAssembly,
        _ when Starts("E/") => UnOrgan.EconomicAndSocialCouncil,
        _ when Starts("ST/") => UnOrgan.Secretariat,
        _ => UnOrgan.Other,
    };

    /// <summary>The halves of a joint symbol, each naming the same document by itself; empty for a single symbol.</summary>
    public IReadOnlyList<string> Aliases => JointDash(Value) is var dash and > 0 ? [Value[..dash], Value[(dash + 1)..]] : [];

    /// <summary>The official page, by the Council's half of a joint symbol; addresses carry no space.</summary>
    public string OfficialAddress => OfficialAddressIn("en");

    /// <summary>Our own address that resolves for ever: "/un/sc/res/2553/2020".</summary>
    public string PlatformId => PlatformAddress.Of(this, Kind);

    public string OfficialAddressIn(string language)
    {
        var half = Aliases.FirstOrDefault(alias => alias.StartsWith("S/", StringComparison.Ordinal)) ?? (Aliases is [var first, ..] ? first : Value);
        return $"https://undocs.org/{language}/{half.Replace(" ", "", StringComparison.Ordinal).TrimEnd('*')}";
    }

    /// <summary>The address with its author where the symbol does not tell: a report S/2022/280 is "/un/sg/s/2022/280".</summary>
    public string PlatformIdAs(DocumentKind kind) => PlatformAddress.Of(this, kind);

    public override string ToString() => Value;

    public static DocumentSymbol Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var symbol) ? symbol : throw new FormatException($"Not the symbol of a United Nations document: {s}");

    public static bool TryParse([NotNullWhen(true)] string? s, out DocumentSymbol result) => TryParse(s, null, out result);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DocumentSymbol result)
    {
        var canonical = string.IsNullOrWhiteSpace(s) || s.Length > 120 ? null : CanonicalOf(SymbolTyping.Straighten(s));
        result = canonical is null ? default : new(canonical);
        return canonical is not null;
    }

    /// <summary>A second pass for a person to confirm: "S/RES/2553" or "SRES2553(2020)" or "S-2020-1158" with what was probably meant.</summary>
    public static bool TryParseLenient([NotNullWhen(true)] string? s, out DocumentSymbol proposal)
    {
        if (TryParse(s, null, out proposal)) return true;
        var guess = string.IsNullOrWhiteSpace(s) || s.Length > 120 ? null : SymbolGuess.Of(SymbolTyping.Straighten(s));
        return guess is not null && TryParse(guess, null, out proposal);
    }

    /// <summary>Reads a platform address back; a trailing provision ("/op/20/k") is allowed and left out.</summary>
    public static bool TryFromPlatformId([NotNullWhen(true)] string? id, out DocumentSymbol symbol) => TryFromPlatformId(id, out symbol, out _);

    /// <param name="provision">The id of a provision when the address goes on to one: "op/20/k".</param>
    public static bool TryFromPlatformId([NotNullWhen(true)] string? id, out DocumentSymbol symbol, out string? provision)
    {
        provision = null;
        symbol = default;
        return id is not null && PlatformAddress.TrySplit(id, out var written, out provision) && TryParse(written, out symbol);
    }

    private static string? CanonicalOf(string upper)
    {
        if (JointDash(upper) is not (var dash and > 0)) return SymbolGrammar.Canonical(upper);
        return SymbolGrammar.Canonical(upper[..dash]) is { } first && SymbolGrammar.Canonical(upper[(dash + 1)..]) is { } second
            ? $"{first}-{second}"
            : null;
    }

    /// <summary>The dash between two organs' symbols, not the one in "A/ES-11/L.1".</summary>
    private static int JointDash(string value)
    {
        var dash = value.IndexOf('-', StringComparison.Ordinal);
        while (dash > 0)
        {
            if (value.AsSpan(dash + 1) is ['S' or 'A' or 'E', '/', ..]) return dash;
            dash = value.IndexOf('-', dash + 1);
        }

        return -1;
    }

    private bool Starts(string prefix) => Value.StartsWith(prefix, StringComparison.Ordinal);
}
