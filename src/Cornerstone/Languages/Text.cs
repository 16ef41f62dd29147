using System.Globalization;
using System.Text.Encodings.Web;
using Cornerstone.Values;
using Microsoft.AspNetCore.Html;

namespace Cornerstone.Languages;

/// <summary>
/// What the program says, in the reader's language. The English sentence is the key; a missing translation falls
/// back to it. Injected into every page as T.
/// </summary>
public sealed class Text(Catalogue catalogue, HtmlEncoder encoder)
{
    public Language Language => Languages.Current;

    private CultureInfo Culture => Language.Culture;

    /// <summary>T["Record pledge"]</summary>
    public string this[string sentence] => catalogue.Find(Language, sentence)?.Translations[0] ?? sentence;

    /// <summary>T["{0} of {1}", part, whole]: numbers and dates take the reader's form, {0:N0} groups digits.</summary>
    public string this[string sentence, params object?[] facts] => string.Format(Culture, this[sentence], facts);

    /// <summary>T.Plural(n, "{0} document", "{0} documents"): the number is {0}, further facts follow.</summary>
    public string Plural(long number, string one, string many, params object?[] facts)
    {
        var found = catalogue.Find(Language, one);
        var sentence = found?.Many is null
            ? Languages.English.Plurals.FormOf(number) == 0 ? one : many
            : found.Translations[Language.Plurals.FormOf(Math.Abs(number))];
        return string.Format(Culture, sentence, [Count(number), .. facts]);
    }

    /// <summary>Marks a sentence that is translated where it is shown: a constant, a message of an attribute.</summary>
    public static string Later(string sentence) => sentence;

    /// <summary>A number with its digits grouped.</summary>
    public string Count(long number) => number.ToString("N0", Culture);

    /// <summary>True when the current language has the sentence; otherwise it shows in English.</summary>
    public bool Has(string sentence) => Language.IsEnglish || catalogue.Find(Language, sentence) is not null;

    /// <summary>The sentence in every language that has it, English first: to recognise a heading whatever language a file was made in.</summary>
    public IEnumerable<string> InAllLanguages(string sentence) =>
        Languages.All.Select(l => catalogue.Find(l, sentence)?.Translations[0]).OfType<string>().Prepend(sentence);

    /// <summary>What is said, in every language that says it differently from English: for what is kept and read later in any of them.</summary>
    public static Wording InEach(Func<string> say)
    {
        var (culture, own) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            var said = Languages.All.OrderByDescending(l => l.IsEnglish).Select(l => (l.Code, Text: Say(l, say))).ToList();
            return new Wording("en", said.Where(s => s.Code == "en" || s.Text != said[0].Text).ToDictionary(s => s.Code, s => s.Text));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, own);
        }
    }

    private static string Say(Language language, Func<string> say)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = language.Culture;
        return say();
    }

    /// <summary>
    /// A sentence as markup: facts that are markup (links, bdi) stay so, all else is encoded; an English fallback
    /// says so to screen readers.
    /// </summary>
    public IHtmlContent Html(string sentence, params object?[] facts)
    {
        var html = new HtmlContentBuilder().AppendFormat(Culture, encoder.Encode(this[sentence]).Replace("&#x27;", "'", StringComparison.Ordinal), facts!);
        return Has(sentence)
            ? html
            : new HtmlContentBuilder().AppendHtml("<span lang=\"en\" dir=\"ltr\">").AppendHtml(html).AppendHtml("</span>");
    }

    /// <summary>A rule's no, in words. The room declares the sentence of each of its codes as a RefusalSentence.</summary>
    public string this[Refusal refusal] => this[catalogue.SentenceOf(refusal.Code), [.. refusal.Facts]];
}
