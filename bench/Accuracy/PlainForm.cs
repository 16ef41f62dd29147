using System.Globalization;
using System.Text;

namespace Cornerstone.Bench.Accuracy;

/// <summary>Writes a document's body as bare text: clean (a paragraph a line, empty lines between) or laid out as a PDF page is extracted.</summary>
internal static class PlainForm
{
    private const int Width = 85;
    private const int LinesOnPage = 48;

    internal static string Clean(TrueDocument document) => string.Join("\n\n", document.Lines.Select(Printed));

    /// <summary>
    /// As source document S/2020/1158 looks after extraction: each line followed by an empty one, a blank before a paragraph's first line,
    /// running heads, page and job numbers, the page's links in mid-paragraph, words cut by a stray blank.
    /// </summary>
    internal static string Layout(TrueDocument document)
    {
        var random = new Random(Seed(document));
        var text = new StringBuilder(new string('\n', 40));
        text.Append(CultureInfo.InvariantCulture, $" United Nations  {document.Symbol} \n\n  \n\nSecurity Council  Distr.: General \n3 December 2020 \n\n \n\n20-16351 (E)    071220     \n\n*2016351* \n \n\n");
        var (onPage, page) = (16, 1);
        var links = new List<string>();
        foreach (var line in document.Lines)
        {
            var isFirst = true;
            links.AddRange(line.Symbols.Select(symbol => $"https://undocs.org/en/{symbol}"));
            foreach (var row in Wrapped(Cut(Printed(line), random)))
            {
                if (onPage++ == LinesOnPage)
                {
                    Break(text, document.Symbol ?? "S/RES/1 (1946)", links, ++page);
                    onPage = 1;
                }

                text.Append(isFirst ? " " : "").Append(row).Append(isFirst ? " \n\n" : "  \n\n");
                isFirst = false;
            }
        }

        return text.ToString();
    }

    private static string Printed(TrueLine line) => line switch
    {
        { Number: null } => line.Text,
        { Kind: LineKind.Operative } => $"{line.Number}. {line.Text}",
        _ => $"{line.Number} {line.Text}",
    };

    private static int Seed(TrueDocument document) => document.Lines.Aggregate(17, (hash, line) => unchecked(hash * 31 + line.Text.Length));

    private static void Break(StringBuilder text, string symbol, List<string> links, int page)
    {
        if (links.Count > 0) text.Append(string.Join('\n', links)).Append('\n');
        links.Clear();
        var number = page.ToString(CultureInfo.InvariantCulture);
        text.Append(page % 2 == 0 ? $"\n\n{symbol} \n \n\n \n\n20-16351 {number}/9 \n\n \n\n" : $"\n\n \n{symbol} \n\n \n\n{number}/9 20-16351 \n\n \n\n");
    }

    /// <summary>One long word in a hundred gets a blank inside, one hyphen in twenty a blank before it.</summary>
    private static string Cut(string text, Random random)
    {
        var words = text.Split(' ');
        for (var i = 0; i < words.Length; i++)
        {
            var hyphen = words[i].IndexOf('-', StringComparison.Ordinal);
            if (hyphen > 0 && hyphen < words[i].Length - 1 && random.Next(20) == 0) words[i] = words[i].Insert(hyphen, " ");
            else if (words[i].Length >= 7 && words[i].All(char.IsLetter) && random.Next(100) == 0) words[i] = words[i].Insert(random.Next(2, words[i].Length - 1), " ");
        }

        return string.Join(' ', words);
    }

    private static IEnumerable<string> Wrapped(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = Math.Min(text.Length, start + Width);
            if (end < text.Length)
            {
                var stop = text.LastIndexOfAny([' ', '-'], end - 1, end - start);
                end = stop <= start ? end : stop + 1;
            }

            yield return text[start..end].TrimEnd();
            start = end;
        }
    }
}
