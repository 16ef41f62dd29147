using System.Text.RegularExpressions;

namespace Cornerstone.Ui;

/// <summary>Takes comments and spare whitespace out of our own style sheets.</summary>
public static partial class StyleSheet
{
    public static string Minified(string css) => Spaces().Replace(Comment().Replace(css, ""), " ")
        .Replace("; }", "}", StringComparison.Ordinal)
        .Replace(" { ", "{", StringComparison.Ordinal)
        .Replace("} ", "}", StringComparison.Ordinal)
        .Replace("; ", ";", StringComparison.Ordinal)
        .Trim();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
