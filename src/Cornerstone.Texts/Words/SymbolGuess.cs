using System.Globalization;
using System.Text.RegularExpressions;

namespace Cornerstone.Texts;

/// <summary>What a broken symbol probably meant. A guess is shown to a person, never taken silently.</summary>
internal static partial class SymbolGuess
{
    internal static string? Of(string upper)
    {
        if (Resolution().Match(upper) is { Success: true } resolution) return ResolutionGuess(resolution);
        if (Dated().Match(upper) is { Success: true } dated) return $"{dated.Groups["o"].Value}/{dated.Groups["a"].Value}/{dated.Groups["b"].Value}";
        if (Series().Match(upper) is { Success: true } series)
        {
            return $"{series.Groups["o"].Value}/{series.Groups["t"].Value}/{series.Groups["a"].Value}/{series.Groups["b"].Value}";
        }

        return null;
    }

    private static string? ResolutionGuess(Match match)
    {
        var number = int.Parse(match.Groups["n"].ValueSpan, CultureInfo.InvariantCulture);
        var year = match.Groups["y"].Success ? SymbolGrammar.Year(match.Groups["y"].Value) : ResolutionRegister.YearOf(number);
        return year is { } known ? $"S/RES/{number} ({known})" : null;
    }

    // "S/RES/2553", "SRES2553(2020)", "S-RES-2553-2020", "RES. 2151", "RESOLUTION 2151 (2014)".
    [GeneratedRegex(@"^(S?[ /-]?RES(OLUTION)?[. /-]*)(?<n>[1-9]\d{0,4})([ /(-]*(?<y>(19[4-9]|20\d)\d)\)?)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Resolution();

    // "S-2020-1158", "S 2020 1158", "A-75-982".
    [GeneratedRegex(@"^(?<o>[SAE])[ /-]+(?<a>\d{2,4})[ /-]+(?<b>\d{1,4})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Dated();

    // "SPRST2007/3", "S-PRST-2007-3", "A RES 70 1".
    [GeneratedRegex(@"^(?<o>[SA])[ /-]*(?<t>PRST|RES|HRC)[ /-]*(?<a>\d{2,4})[ /-]+(?<b>\d{1,4})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Series();
}
