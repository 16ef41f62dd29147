using System.Globalization;
using System.Text.RegularExpressions;

namespace Cornerstone.Bench.Accuracy;

/// <summary>A published resolution as its markup has it: the truth a reading of the bare text is held against.</summary>
internal sealed partial class TrueDocument
{
    private readonly List<TrueLine> _lines = [];
    private bool _hasParagraphAsPoint;

    private TrueDocument(string file) => File = file;

    internal string File { get; }
    internal string? Symbol { get; private set; }

    /// <summary>Why the document cannot serve as truth; null when it can.</summary>
    internal string? Excluded { get; private set; }

    /// <summary>Preambular paragraphs the markup leaves outside its preamble: above paragraph 1, ending in a comma.</summary>
    internal int PreambularInBody { get; private set; }

    internal IReadOnlyList<TrueLine> Lines => _lines;
    internal IEnumerable<TrueLine> Own(LineKind kind) => _lines.TakeWhile(line => !IsAnnexHeading(line)).Where(line => line.Kind == kind);

    /// <summary>Markup carries links from resolution 2400 on.</summary>
    internal bool HasLinks => Symbol is not null && SymbolNumber().Match(Symbol) is { Success: true } match && int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) >= 2400;

    internal static TrueDocument Of(string file)
    {
        var document = new TrueDocument(file);
        try
        {
            var root = MarkupNode.Load(file);
            document.Symbol = root.Descendants("docNumber").FirstOrDefault()?.Text;
            document.Walk(root);
        }
        catch (System.Xml.XmlException)
        {
            document.Excluded = "not well-formed";
            return document;
        }

        document.Excluded = document.Fault();
        return document;
    }

    private string? Fault()
    {
        if (Lines.Count == 0) return "no body";
        var numbers = Own(LineKind.Operative).Select(line => line.Number!).ToList();
        if (numbers.Count == 0) return Lines.Any(line => line.Kind == LineKind.Operative) ? "numbers only in an annex" : "no numbered paragraph";
        if (_hasParagraphAsPoint) return "paragraphs marked as points";
        return numbers.Where((number, i) => number != $"{i + 1}").Any() ? "numbering not continuous in the markup" : null;
    }

    private void Walk(MarkupNode root)
    {
        var preamble = root.Descendants("preamble").FirstOrDefault();
        foreach (var child in preamble?.Children ?? [])
        {
            if (child.Name.Length > 0 && child.Text.Length > 0)
            {
                Add(child.Name switch { "formula" => LineKind.Formula, "container" or "recital" => LineKind.Preambular, _ => LineKind.Heading }, null, child);
            }
        }

        if (root.Descendants("mainBody").FirstOrDefault() is { } body) Body(body);
    }

    private void Body(MarkupNode node)
    {
        foreach (var child in node.Children)
        {
            switch (child.Name)
            {
                case "num" or "table" or "":
                    break;
                case "heading" or "subheading":
                    Add(LineKind.Heading, null, child);
                    break;
                case "paragraph" or "point" when child.First("num") is { } num && num.Text.Length > 0:
                    Numbered(child, num.Text);
                    break;
                case "p" or "content" or "intro":
                    Unnumbered(child);
                    break;
                default:
                    Body(child);
                    break;
            }
        }
    }

    private void Numbered(MarkupNode paragraph, string number)
    {
        var content = paragraph.First("content") ?? paragraph.First("list")?.First("intro") ?? paragraph.First("heading") ?? paragraph.First("subheading");
        var kind = PlainNumber().IsMatch(number) && paragraph.Name == "paragraph" ? LineKind.Operative
            : SectionLetter().IsMatch(number) && paragraph.Attributes.GetValueOrDefault("class")?.StartsWith('H') == true ? LineKind.Heading
            : LineKind.Point;
        _hasParagraphAsPoint |= paragraph.Name == "point" && number == $"{Own(LineKind.Operative).Count() + 1}.";
        var before = _lines.Count;
        if (content is not null) Add(kind, kind == LineKind.Operative ? PlainNumber().Match(number).Groups[1].Value : number, content);
        if (_lines.Count == before) _lines.Add(new(kind, kind == LineKind.Operative ? PlainNumber().Match(number).Groups[1].Value : number, "", null, []));
        foreach (var child in paragraph.Children)
        {
            if (child == content || child.Name is "num" or "") continue;
            if (child.Name == "list") List(child, content);
            else Body(new MarkupNode("") { Children = { child } });
        }
    }

    private void List(MarkupNode list, MarkupNode? intro)
    {
        foreach (var child in list.Children)
        {
            if (child != intro) Body(new MarkupNode("") { Children = { child } });
        }
    }

    /// <summary>Arabic files leave the number in the text: "11 - يقرر".</summary>
    private void Unnumbered(MarkupNode node)
    {
        var text = node.Text;
        if (LeadingNumber().Match(text) is { Success: true } match)
        {
            _lines.Add(Line(LineKind.Operative, match.Groups[1].Value, node) with { Text = text[match.Length..] });
        }
        else if (LeadingPoint().Match(text) is { Success: true } point)
        {
            _lines.Add(Line(LineKind.Point, point.Groups[1].Value, node) with { Text = text[point.Length..] });
        }
        else if (text.EndsWith(',') && _lines.TrueForAll(line => line.Kind is LineKind.Formula or LineKind.Preambular or LineKind.Heading))
        {
            // Some files leave the last preambular paragraph in the main body, above paragraph 1.
            Add(LineKind.Preambular, null, node);
            PreambularInBody++;
        }
        else if (text.Length > 0)
        {
            Add(LineKind.Other, null, node);
        }
    }

    private void Add(LineKind kind, string? number, MarkupNode node)
    {
        if (node.Text.Length > 0) _lines.Add(Line(kind, number, node));
    }

    private static TrueLine Line(LineKind kind, string? number, MarkupNode node)
    {
        return new(kind, number, node.Text, OpeningItalic(node), [.. node.Descendants("a").Select(a => a.Attributes.GetValueOrDefault("href")).Select(SymbolOf).OfType<string>()]);
    }

    private static bool IsAnnexHeading(TrueLine line) => line.Kind is LineKind.Heading or LineKind.Other && AnnexTitle().IsMatch(line.Text);

    private static string? OpeningItalic(MarkupNode node)
    {
        var span = node.Descendants("span").FirstOrDefault(span => span.Attributes.GetValueOrDefault("class")?.Contains("italic", StringComparison.Ordinal) == true);
        return span is not null && span.Text.Length > 0 && node.Text.StartsWith(span.Text, StringComparison.Ordinal) ? span.Text : null;
    }

    private static string? SymbolOf(string? href)
    {
        var match = Link().Match(href ?? "");
        return match.Success ? Uri.UnescapeDataString(match.Groups[1].Value) : null;
    }

    [GeneratedRegex(@"^(\d{1,3})\s*[.)\-–]*$")]
    private static partial Regex PlainNumber();

    [GeneratedRegex(@"^(\d{1,3})\s*[-–]\s+")]
    private static partial Regex LeadingNumber();

    [GeneratedRegex(@"^(\(?\d{1,2}\))\s+")]
    private static partial Regex LeadingPoint();

    [GeneratedRegex(@"^[A-Z]+\.$")]
    private static partial Regex SectionLetter();

    [GeneratedRegex(@"^S/RES/(\d+)")]
    private static partial Regex SymbolNumber();

    [GeneratedRegex(@"undocs\.org/(?:[a-z]{2}/)?(.+?)/?$")]
    private static partial Regex Link();

    [GeneratedRegex(@"^(Annex|ANNEX|Appendix|Enclosure|Annexe|المرفق|Anexo)(\s+[IVXA-Z\d]+)?\b.{0,80}$")]
    private static partial Regex AnnexTitle();
}
