using System.Diagnostics.CodeAnalysis;

namespace Cornerstone.Values;

/// <summary>A currency by its ISO 4217 code: "USD". The list of currencies changes; three letters do not.</summary>
public sealed record Currency : IParsable<Currency>, IFormattable
{
    /// <summary>What most published rates are told against.</summary>
    public static readonly Currency UsDollar = new("USD");

    private Currency(string code) => Code = code;

    public string Code { get; }

    /// <summary>Reads what people type: "usd", " USD ".</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Currency result)
    {
        var code = s?.Trim().ToUpperInvariant() ?? "";
        result = code.Length == 3 && code.All(char.IsAsciiLetterUpper) ? new(code) : null;
        return result is not null;
    }

    public static bool TryParse([NotNullWhen(true)] string? s, [MaybeNullWhen(false)] out Currency result) => TryParse(s, null, out result);

    public static Currency Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var currency) ? currency : throw new FormatException($"'{s}' is no currency code of ISO 4217.");

    public override string ToString() => Code;

    /// <summary>The code is the same in every language.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider) => Code;
}
