using System.Collections.Frozen;

namespace Cornerstone.Values;

/// <summary>
/// One text in several languages, one of them the original. A language that is missing shows the original with a
/// marker, never an empty place (domain handbook §17, invariant 10).
/// </summary>
/// <param name="Original">Code of the language the text was first written in.</param>
/// <param name="Texts">Language code → text; the original is always among them.</param>
public sealed record Wording(string Original, IReadOnlyDictionary<string, string> Texts) : IFormattable
{
    /// <summary>The language of a text that came without one (ISO 639-2).</summary>
    public const string Undetermined = "und";

    /// <summary>Nothing written yet.</summary>
    public static readonly Wording Empty = new("en", FrozenDictionary<string, string>.Empty);

    public bool IsEmpty => Texts.Count == 0;

    public static Wording Of(string language, string text) => new(language, new Dictionary<string, string> { [language] = text });

    /// <summary>The texts that say something, or null when the original says nothing.</summary>
    public static Wording? Of(string original, IEnumerable<KeyValuePair<string, string?>> texts)
    {
        var said = texts.Where(t => !string.IsNullOrWhiteSpace(t.Value)).ToDictionary(t => t.Key, t => t.Value!.Trim());
        return said.ContainsKey(original) ? new(original, said) : null;
    }

    /// <summary>The text in this language, else the original.</summary>
    public string In(string language) => Texts.GetValueOrDefault(language) ?? Texts.GetValueOrDefault(Original) ?? "";

    /// <summary>True when the language is missing and <see cref="In"/> answers with the original: the page marks it. Of an original in no known language nobody can say that it is another.</summary>
    public bool IsOriginalShown(string language) => language != Original && Original != Undetermined && !Texts.ContainsKey(language);

    /// <summary>The language <see cref="In"/> answers in, for the attribute "lang".</summary>
    public string LanguageIn(string language) => Texts.ContainsKey(language) ? language : Original;

    public Wording With(string language, string text) => this with { Texts = new Dictionary<string, string>(Texts) { [language] = text } };

    public bool Equals(Wording? other) =>
        other is not null && Original == other.Original && Texts.Count == other.Texts.Count
        && Texts.All(t => other.Texts.TryGetValue(t.Key, out var text) && text == t.Value);

    public override int GetHashCode() => HashCode.Combine(Original, Texts.Count, In(Original));

    /// <summary>As the journal repeats it: the original first, then the others by code.</summary>
    public override string ToString() => string.Join("; ", Texts
        .OrderBy(t => t.Key != Original).ThenBy(t => t.Key, StringComparer.Ordinal)
        .Select(t => $"{t.Key}: {t.Value}"));

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString();
}
