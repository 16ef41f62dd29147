using System.Text.RegularExpressions;

namespace Cornerstone.Texts;

/// <summary>
/// The platform's own addresses. "/un", the author, then the symbol in lower case with "_" for a space; the Council's resolutions and
/// statements and the Assembly's resolutions have a shorter form. The author tells the reader something; reading back ignores it.
/// </summary>
internal static partial class PlatformAddress
{
    internal static string Of(DocumentSymbol symbol, DocumentKind kind)
    {
        var value = symbol.Value;
        if (CouncilResolution().Match(value) is { Success: true } resolution)
        {
            return $"/un/sc/res/{resolution.Groups["n"].Value}/{resolution.Groups["y"].Value}";
        }

        var path = kind switch
        {
            DocumentKind.PresidentialStatement when symbol.Kind == kind => value[2..],
            DocumentKind.GeneralAssemblyResolution when symbol.Kind == kind => value[2..],
            _ => value,
        };
        return value.Length == 0 ? "" : $"/un/{Author(symbol, kind)}/{path.ToLowerInvariant().Replace(' ', '_')}";
    }

    internal static bool TrySplit(string id, out string symbol, out string? provision)
    {
        var match = Shape().Match(id.Trim());
        provision = match.Groups["p"] is { Success: true } p ? p.Value : null;
        var path = match.Groups["d"].Value.Replace('_', ' ');
        symbol = (match.Groups["a"].Value, path) switch
        {
            ("sc", _) when CouncilNumberAndYear().Match(path) is { Success: true } r => $"S/RES/{r.Groups["n"].Value} ({r.Groups["y"].Value})",
            ("sc", _) when path.StartsWith("prst/", StringComparison.Ordinal) => $"S/{path}",
            ("ga", _) when path.StartsWith("res/", StringComparison.Ordinal) => $"A/{path}",
            _ => path,
        };
        return match.Success;
    }

    private static string Author(DocumentSymbol symbol, DocumentKind kind) => symbol.Organ switch
    {
        _ when kind == DocumentKind.SecretaryGeneralReport => "sg",
        UnOrgan.SecurityCouncil => "sc",
        UnOrgan.GeneralAssembly => "ga",
        UnOrgan.HumanRightsCouncil => "hrc",
        UnOrgan.EconomicAndSocialCouncil => "ecosoc",
        UnOrgan.Secretariat => "secretariat",
        _ => "other",
    };

    [GeneratedRegex(@"^S/RES/(?<n>\d+) \((?<y>\d{4})\)$", RegexOptions.ExplicitCapture)]
    private static partial Regex CouncilResolution();

    [GeneratedRegex(@"^res/(?<n>\d+)/(?<y>\d{4})$", RegexOptions.ExplicitCapture)]
    private static partial Regex CouncilNumberAndYear();

    [GeneratedRegex(@"^/un/(?<a>[a-z]+)/(?<d>.+?)(/(?<p>(pp|op|para|rec|fn|h|summary)/.+))?/?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();
}
