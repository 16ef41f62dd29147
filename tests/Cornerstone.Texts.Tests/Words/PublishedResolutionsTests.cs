namespace Cornerstone.Texts.Tests.Words;

public sealed class PublishedResolutionsTests(ITestOutputHelper output)
{
    private const string NoData = "The published resolutions (../shared/data/01-un-docs/akn4un) are not here.";

    [Fact]
    public void The_first_lead_verb_is_the_italic_opening()
    {
        Assert.SkipUnless(MarkedUpParagraph.Folder is not null, NoData);
        var (agreed, same, all) = (0, 0, 0);
        var missed = new List<string>();
        foreach (var paragraph in MarkedUpParagraph.All().Where(p => p.Italic is { Length: > 2 }))
        {
            var read = Enrichment.Enrich(Bare(paragraph), new DocumentContext("en", DocumentKind.Resolution, null, null));
            var verb = read.LeadVerbs is [var first, ..] ? first : "";
            all++;
            if (Comparable(verb) == Comparable(paragraph.Italic!)) same++;
            if (Agree(verb, paragraph.Italic!)) agreed++;
            else missed.Add($"{paragraph.File} {paragraph.Kind} [{paragraph.Italic}] read [{verb}] in: {paragraph.Text[..Math.Min(90, paragraph.Text.Length)]}");
        }

        foreach (var line in missed) output.WriteLine(line);
        output.WriteLine($"openings {all}: agree {100.0 * agreed / all:0.00} %, word for word {100.0 * same / all:0.00} %");
        Assert.True(agreed >= 0.98 * all, $"{agreed} of {all}");
    }

    [Fact]
    public void References_are_those_the_links_name()
    {
        Assert.SkipUnless(MarkedUpParagraph.Folder is not null, NoData);
        var (right, found, linked) = (0, 0, 0);
        foreach (var paragraph in MarkedUpParagraph.All().Where(p => p.Resolution >= 2400))
        {
            var read = Enrichment.Enrich(Bare(paragraph), new DocumentContext("en", DocumentKind.Resolution, null, null));
            var symbols = read.References.Where(r => r.Symbol is not null).Select(r => r.Symbol!).ToHashSet();
            var truth = paragraph.Links.Select(SymbolOf).OfType<string>().ToHashSet();
            found += symbols.Count;
            linked += truth.Count;
            right += symbols.Count(truth.Contains);
            if (!symbols.SetEquals(truth)) output.WriteLine($"{paragraph.File} {paragraph.Kind} extra [{string.Join(", ", symbols.Except(truth))}] missed [{string.Join(", ", truth.Except(symbols))}]");
        }

        output.WriteLine($"references: {found} found, {linked} linked, precision {100.0 * right / found:0.00} %, recall {100.0 * right / linked:0.00} %");
        Assert.True(right >= 0.985 * found && right >= 0.985 * linked);
    }

    private static string? SymbolOf(string address) =>
        DocumentSymbol.TryParse(address[(address.IndexOf("undocs.org/", StringComparison.Ordinal) + 11)..].Replace("en/", "", StringComparison.Ordinal), out var symbol) ? symbol.Value : null;

    /// <summary>
    /// Editors set "Expressing" or "Expressing concern" or "Expressing concern at" in italics for the same words, so openings agree
    /// when one is the beginning of the other, word by word, letter case and closing punctuation aside.
    /// </summary>
    private static bool Agree(string read, string italic)
    {
        var (a, b) = (Comparable(read) + " ", Comparable(italic) + " ");
        return a.Length > 1 && b.Length > 1 && (a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal));
    }

    private static string Comparable(string opening) => opening.Trim().TrimEnd(',', ';', ':').ToLowerInvariant().Replace('\u2011', '-').Replace('\u00A0', ' ');

    private static Provision Bare(MarkedUpParagraph paragraph) => new() { Id = "x", Kind = paragraph.Kind, Text = paragraph.Text };
}
