using System.Collections.Frozen;
using System.Reflection;

namespace Cornerstone.Languages;

/// <summary>The English sentence that explains a refusal's code; {0} and on are its facts.</summary>
public sealed record RefusalSentence(string Code, string Sentence);

/// <summary>All translations, read once at the start from the PO files inside the program.</summary>
public sealed class Catalogue
{
    private readonly FrozenDictionary<string, FrozenDictionary<string, PoEntry>> _entries;
    private readonly FrozenDictionary<string, string> _refusals;

    public Catalogue(IEnumerable<RefusalSentence> refusals, ILogger<Catalogue> log)
    {
        _refusals = refusals.ToFrozenDictionary(r => r.Code, r => r.Sentence);
        _entries = Languages.All.Where(l => !l.IsEnglish).ToFrozenDictionary(l => l.Code, l => EntriesOf(l, log));
    }

    public PoEntry? Find(Language language, string sentence) =>
        _entries.TryGetValue(language.Code, out var entries) ? entries.GetValueOrDefault(sentence) : null;

    public string SentenceOf(string refusalCode) => _refusals.GetValueOrDefault(refusalCode, refusalCode);

    /// <summary>All translations into a language: the house's file and one for each room that has its own ("po/fr/plan.po").</summary>
    public static PoFile FileOf(Language language)
    {
        var program = Assembly.GetExecutingAssembly();
        var files = program.GetManifestResourceNames()
            .Where(n => n == $"po.{language.Code}" || n.StartsWith($"po.{language.Code}.", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(n => Read(program, n, language))
            .ToList();

        // Two rooms may say the same; the house's own translation comes first.
        return new([.. files.SelectMany(f => f.Entries).DistinctBy(e => e.Sentence)], [.. files.SelectMany(f => f.Faults)]);
    }

    private static PoFile Read(Assembly program, string resource, Language language)
    {
        using var reader = new StreamReader(program.GetManifestResourceStream(resource)!);
        return PoFile.Parse(reader.ReadToEnd(), $"{resource["po.".Length..].Replace('.', '/')}.po", language.Plurals);
    }

    private static FrozenDictionary<string, PoEntry> EntriesOf(Language language, ILogger log)
    {
        var file = FileOf(language);
        foreach (var fault in file.Faults)
        {
            log.LogWarning("Translation left out: {Fault}", fault);
        }

        return file.Entries.ToFrozenDictionary(e => e.Sentence);
    }
}
