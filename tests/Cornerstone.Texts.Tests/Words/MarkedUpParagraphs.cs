using System.Net;
using System.Text.RegularExpressions;

namespace Cornerstone.Texts.Tests.Words;

/// <summary>Paragraphs of published resolutions with what their mark-up says: the first italic opening and the links.</summary>
internal sealed partial record MarkedUpParagraph(string File, int Resolution, ProvisionKind Kind, string Text, string? Italic, IReadOnlyList<string> Links)
{
    internal static string? Folder { get; } = Find();

    internal static IEnumerable<MarkedUpParagraph> All(string language = "English")
    {
        var files = Directory.EnumerateFiles(Folder!, "S_RES_*.xml", SearchOption.AllDirectories);
        foreach (var file in files.Where(f => f.Contains(language, StringComparison.Ordinal) || language == "English" && f.Contains("Pre-2020", StringComparison.Ordinal)))
        {
            var number = int.Parse(Number().Match(Path.GetFileName(file)).Groups[1].ValueSpan);
            var body = File_(file);
            foreach (Match match in Paragraph().Matches(body)) if (Of(file, number, match) is { } paragraph) yield return paragraph;
        }
    }

    private static string File_(string file)
    {
        var xml = System.IO.File.ReadAllText(file);
        var start = xml.IndexOf("<preamble", StringComparison.Ordinal);
        var end = xml.IndexOf("</mainBody>", StringComparison.Ordinal);
        return start < 0 ? "" : xml[start..(end < 0 ? xml.Length : end)];
    }

    private static MarkedUpParagraph? Of(string file, int number, Match match)
    {
        var kind = match.Groups["tag"].Value == "container" ? ProvisionKind.PP : ProvisionKind.OP;
        var inner = match.Groups["in"].Value;
        var first = FirstP().Match(Num().Replace(inner, ""));
        if (!first.Success) return null;
        var italic = Italic_().Match(first.Value) is { Success: true } i ? Plain(i.Groups[1].Value) : null;
        var links = Link().Matches(inner).Select(l => Uri.UnescapeDataString(WebUtility.HtmlDecode(l.Groups[1].Value))).ToList();
        return new MarkedUpParagraph(Path.GetFileName(file), number, kind, Plain(links.Count == 0 ? first.Value : Num().Replace(inner, "")), italic, links);
    }

    private static string Plain(string xml) => Spaces().Replace(WebUtility.HtmlDecode(Tag().Replace(xml, "")), " ").Trim();

    private static string? Find()
    {
        var root = Environment.GetEnvironmentVariable("CORNERSTONE_SHARED");
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); root is null && folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "Cornerstone.slnx"))) root = Path.Combine(folder.FullName, "..", "shared");
        }

        var found = root is null ? null : Path.Combine(root, "data", "01-un-docs", "akn4un");
        return Directory.Exists(found) ? found : null;
    }

    [GeneratedRegex(@"S_RES_(\d+)")]
    private static partial Regex Number();

    [GeneratedRegex(@"<(?<tag>container|paragraph)\b[^>]*>(?<in>.*?)</\k<tag>>", RegexOptions.Singleline)]
    private static partial Regex Paragraph();

    [GeneratedRegex(@"<num>.*?</num>", RegexOptions.Singleline)]
    private static partial Regex Num();

    [GeneratedRegex(@"<p\b[^>]*>.*?</p>", RegexOptions.Singleline)]
    private static partial Regex FirstP();

    [GeneratedRegex(@"<(?:span class=""italic""|i)>(.*?)</(?:span|i)>", RegexOptions.Singleline)]
    private static partial Regex Italic_();

    [GeneratedRegex(@"<a\b[^>]*href=""([^""]*)""")]
    private static partial Regex Link();

    [GeneratedRegex(@"<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
