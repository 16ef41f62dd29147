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

    public static PoFile FileOf(Language language)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"po.{language.Code}")
            ?? throw new InvalidOperationException($"The translations of {language.Code} are not in the program.");
        using var reader = new StreamReader(stream);
        return PoFile.Parse(reader.ReadToEnd(), $"{language.Code}.po", language.Plurals);
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
