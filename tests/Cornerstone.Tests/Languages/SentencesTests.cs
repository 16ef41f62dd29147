using System.Text;
using System.Text.RegularExpressions;
using Cornerstone.Languages;
using Cornerstone.Tests.TestKit;
using Cornerstone.Texts;

namespace Cornerstone.Tests.Languages;

/// <summary>
/// Reads the program's source for the sentences it says and compares them with the translations. When a sentence is
/// missing, the failure prints entries ready to be pasted at the end of the PO file.
/// </summary>
public sealed partial class SentencesTests
{
    private static readonly IReadOnlyDictionary<string, Sentence> Said = SentencesOf(Repository.Files("src/Cornerstone", "*.cs*"));

    [Theory]
    [InlineData("fr")]
    [InlineData("ar")]
    public void Every_sentence_is_translated(string code)
    {
        var language = Cornerstone.Languages.Languages.Of(code)!;
        var known = Catalogue.FileOf(language).Entries.ToDictionary(e => e.Sentence);

        var missing = Said.Values.Where(s => !known.TryGetValue(s.Text, out var entry) || (s.Many is not null && entry.Many is null)).ToList();

        Assert.True(Said.Count > 50, "The scan found hardly a sentence: its pattern is broken.");
        Assert.True(missing.Count == 0, $"Add to src/Cornerstone/Languages/po/{code}.po:\n\n{Stubs(missing, language)}");
    }

    [Theory]
    [InlineData("ar")]
    [InlineData("es")]
    [InlineData("fr")]
    [InlineData("ru")]
    [InlineData("zh")]
    public void No_translation_is_faulty_or_stale(string code)
    {
        var file = Catalogue.FileOf(Cornerstone.Languages.Languages.Of(code)!);

        var stale = file.Entries.Where(e => !Said.ContainsKey(e.Sentence)).Select(e => $"{code}.po:{e.Line}: nobody says \"{e.Sentence}\"");

        Assert.Empty(file.Faults);
        Assert.Empty(stale);
    }

    [Fact]
    public void The_scan_finds_each_way_of_saying_something()
    {
        const string Source = """
            T["One"] T["{0} \"two\"", x] T.Plural(n, "{0} three", "{0} threes") T.Html("Four {0}", l) [Display(Name = "Five")]
            [Required(ErrorMessage = "Six")] new MenuEntry("Seven", "/Page", Read) new RefusalSentence("a.b", "Eight") Label => "Nine"; Text.Later("Ten");
            /// T["Not said"]
            """;

        var found = SentencesIn(Source).Select(s => s.Text);

        Assert.Equal(["Eight", "Five", "Four {0}", "Nine", "One", "Seven", "Six", "Ten", "{0} \"two\"", "{0} three"], found.Order(StringComparer.Ordinal));
    }

    private static Dictionary<string, Sentence> SentencesOf(IEnumerable<string> files) => files
        .SelectMany(f => SentencesIn(File.ReadAllText(f)))
        .Concat(Rooms.All.SelectMany(r => r.Menu).Select(m => new Sentence(m.Label, null)))
        .Concat(NamesOfCodes().Select(n => new Sentence(n, null)))
        .GroupBy(s => s.Text)
        .ToDictionary(g => g.Key, g => g.FirstOrDefault(s => s.Many is not null) ?? g.First());

    // Their codes are read out of the texts; pages translate the English names of these lists.
    private static IEnumerable<string> NamesOfCodes() => Themes.All.Concat(Addressees.All).Concat(Conditions.All).Select(c => c.Name);

    private static IEnumerable<Sentence> SentencesIn(string source) => Spoken().Matches(Comment().Replace(source, ""))
        .Select(m => new Sentence(Unescaped(m.Groups["one"].Value), m.Groups["many"].Success ? Unescaped(m.Groups["many"].Value) : null));

    private static string Unescaped(string literal) => literal.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);

    private static string Stubs(IEnumerable<Sentence> missing, Language language)
    {
        var stubs = new StringBuilder();
        foreach (var sentence in missing.OrderBy(s => s.Text, StringComparer.Ordinal))
        {
            stubs.Append($"msgid {Quoted(sentence.Text)}\n");
            if (sentence.Many is null)
            {
                stubs.Append("msgstr \"\"\n\n");
                continue;
            }

            stubs.Append($"msgid_plural {Quoted(sentence.Many)}\n");
            stubs.Append(string.Concat(Enumerable.Range(0, language.Plurals.Forms).Select(i => $"msgstr[{i}] \"\"\n"))).Append('\n');
        }

        return stubs.ToString();
    }

    private static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    [GeneratedRegex(@"^\s*///.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex("""
        (?:\bT\[|\bT\.Html\(|\bDisplay\(Name\s*=\s*|\bErrorMessage\s*=\s*|\bText\.Later\(|\bnew\ MenuEntry\(|\bnew\ RefusalSentence\("[^"]+",\s*|\bLabel\s*=>\s*)
        "(?<one>(?:[^"\\]|\\.)+)"
        |
        \bT\.Plural\([^"]+?"(?<one>(?:[^"\\]|\\.)+)",\s*"(?<many>(?:[^"\\]|\\.)+)"
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Spoken();

    private sealed record Sentence(string Text, string? Many);
}
