using System.Globalization;

namespace Cornerstone.Data.Embedded;

/// <summary>
/// The private PostgreSQL cannot be used, in one sentence for the person who started Cornerstone.
/// The sentence is a key for translation; the facts fill its places.
/// </summary>
public sealed class EmbeddedPostgresException : Exception
{
    public EmbeddedPostgresException(string sentence, params IReadOnlyList<object> facts)
        : base(string.Format(CultureInfo.InvariantCulture, sentence, [.. facts]))
    {
        Sentence = sentence;
        Facts = facts;
    }

    public string Sentence { get; }

    public IReadOnlyList<object> Facts { get; }
}
