using Cornerstone.Texts;

namespace Cornerstone.Bench.Accuracy;

/// <summary>Parses bare text made of published documents and compares what was read with what the markup says.</summary>
internal sealed class AccuracyRun
{
    private readonly bool _isLayout;
    private readonly string _language;

    internal AccuracyRun(bool isLayout, string language)
    {
        (_isLayout, _language) = (isLayout, language);
        var isEnglish = language == "en";
        Numbering = new("operative numbering", isEnglish ? (isLayout ? .98 : .995) : .97);
        Points = new("points", isLayout ? .95 : .98);
        Preambular = new("preambular count", isLayout ? .96 : .99);
        Verbs = new("lead verbs", isLayout ? .96 : .98);
        PreambleAsMarked = new("  count in the preamble element only");
        VerbsStarting = new("  first verb starts with the italics");
        VerbsEqual = new("  first verb equals the italics");
        Precision = new("references, precision", isLayout ? .97 : .985);
        Recall = new("references, recall", isLayout ? .97 : .985);
    }

    internal Score Numbering { get; }
    internal Score Points { get; }
    internal Score Preambular { get; }
    internal Score PreambleAsMarked { get; }
    internal Score Verbs { get; }
    internal Score VerbsStarting { get; }
    internal Score VerbsEqual { get; }
    internal Score Precision { get; }
    internal Score Recall { get; }
    internal Dictionary<string, int> Excluded { get; } = [];
    internal IEnumerable<Score> Scores => _language == "en" ? [Numbering, Points, Preambular, PreambleAsMarked, Verbs, VerbsStarting, VerbsEqual, Precision, Recall] : [Numbering];

    internal void Add(string file)
    {
        var truth = TrueDocument.Of(file);
        if (truth.Excluded is { } reason)
        {
            Excluded[reason] = Excluded.GetValueOrDefault(reason) + 1;
            return;
        }

        var read = UnText.Parse(_isLayout ? PlainForm.Layout(truth) : PlainForm.Clean(truth), _language);
        var name = Path.GetFileNameWithoutExtension(file);
        CompareNumbers(truth, read, name);
        ComparePreamble(truth, read, name);
        if (_language == "en")
        {
            CompareVerbs(truth, read, name);
            if (truth.HasLinks) CompareReferences(truth, read, name);
        }
    }

    private void CompareNumbers(TrueDocument truth, UnDocument read, string name)
    {
        var numbers = truth.Own(LineKind.Operative).Select(line => line.Number).ToList();
        var found = read.Provisions.Where(p => p.Kind == ProvisionKind.OP).Select(p => p.Number).ToList();
        Numbering.Count(numbers.SequenceEqual(found), found.Count < numbers.Count ? "too few" : found.Count > numbers.Count ? "too many" : "other numbers", $"{name}: {numbers.Count} in truth, {found.Count} read");

        var points = truth.Own(LineKind.Point).Select(line => line.Number).ToList();
        var foundPoints = read.Provisions.Where(p => p.Kind == ProvisionKind.Point && p.Id[0] == 'o').Select(p => p.Number).ToList();
        Points.Count(points.SequenceEqual(foundPoints), foundPoints.Count < points.Count ? "too few" : foundPoints.Count > points.Count ? "too many" : "other marks", $"{name}: {points.Count} in truth, {foundPoints.Count} read; {FirstDifference(points, foundPoints)}");
    }

    private void ComparePreamble(TrueDocument truth, UnDocument read, string name)
    {
        var preambular = truth.Own(LineKind.Preambular).ToList();
        var found = read.Provisions.Where(p => p.Kind == ProvisionKind.PP).ToList();
        PreambleAsMarked.Count(preambular.Count - truth.PreambularInBody == found.Count, "left in the body by the markup", $"{name}: {preambular.Count - truth.PreambularInBody} marked, {found.Count} read");
        Preambular.Count(preambular.Count == found.Count, found.Count < preambular.Count ? "too few" : "too many",
            $"{name}: {preambular.Count} in truth, {found.Count} read; {FirstDifference([.. preambular.Select(p => Start(p.Text))], [.. found.Select(p => Start(p.Text))])}");
    }

    private void CompareVerbs(TrueDocument truth, UnDocument read, string name)
    {
        foreach (var line in truth.Lines.Where(line => line.Kind is LineKind.Preambular or LineKind.Operative && line.Italic is not null))
        {
            var provision = read.Provisions.FirstOrDefault(p => line.Kind == LineKind.Operative ? p.Id == $"op/{line.Number}" : p.Kind == ProvisionKind.PP && Same(p.Text, line.Text));
            if (provision is null && truth.Own(line.Kind).Contains(line) is false) continue;
            var verb = provision?.LeadVerbs is [var first, ..] ? first : null;
            var words = line.Italic!.Trim(' ', ',', ';', ':');
            VerbsStarting.Count(verb?.StartsWith(words, StringComparison.OrdinalIgnoreCase) == true, "shorter or other", $"{name}: {line.Italic} <> {verb ?? "nothing"}: {Start(line.Text)}");
            VerbsEqual.Count(string.Equals(verb, words, StringComparison.OrdinalIgnoreCase), "longer, shorter or other", $"{name}: {line.Italic} <> {verb ?? "nothing"}: {Start(line.Text)}");
            Verbs.Count(verb is not null && IsOpening(verb, line.Italic!), verb is null ? "none" : "other", $"{name}: {line.Italic} <> {verb ?? "nothing"}: {Start(line.Text)}");
        }
    }

    /// <summary>The italics may hold an adverb or a comma more ("Recalling also,"), or a word of the phrase less.</summary>
    private static bool IsOpening(string verb, string italic)
    {
        var words = italic.Trim(' ', ',', ';', ':');
        return words.StartsWith(verb, StringComparison.OrdinalIgnoreCase) || verb.StartsWith(words, StringComparison.OrdinalIgnoreCase);
    }

    private void CompareReferences(TrueDocument truth, UnDocument read, string name)
    {
        var linked = Canonical(truth.Lines.TakeWhile(line => line.Kind is not LineKind.Heading || !line.Text.StartsWith("Annex", StringComparison.Ordinal)).SelectMany(line => line.Symbols));
        var found = read.Provisions.SelectMany(p => p.References).Select(r => r.Symbol).OfType<string>().ToHashSet();
        foreach (var symbol in linked) Recall.Count(found.Contains(symbol), "missed", $"{name}: {symbol}");
        foreach (var symbol in found) Precision.Count(linked.Contains(symbol), "not linked", $"{name}: {symbol}");
    }

    private static HashSet<string> Canonical(IEnumerable<string> symbols) =>
        [.. symbols.Select(symbol => DocumentSymbol.TryParse(symbol, out var parsed) ? parsed.Value : symbol)];

    private static bool Same(string read, string truth) => Letters(read).Take(40).SequenceEqual(Letters(truth).Take(40));

    private static IEnumerable<char> Letters(string text) => text.Where(char.IsLetterOrDigit);

    private static string Start(string text) => text.Length > 60 ? text[..60] : text;

    private static string FirstDifference(List<string?> truth, List<string?> read)
    {
        for (var i = 0; i < Math.Max(truth.Count, read.Count); i++)
        {
            var (t, r) = (i < truth.Count ? truth[i] : "end", i < read.Count ? read[i] : "end");
            if (t != r) return $"[{i}] {t} <> {r}";
        }

        return "";
    }
}
