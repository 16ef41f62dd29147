using System.Collections.Frozen;

namespace Cornerstone.Texts;

/// <summary>One string for each common opening, instead of a new one for each of the many paragraphs that begin with "Recalling".</summary>
internal static class UsualWords
{
    private static readonly FrozenSet<string> Known = LeadVerb.LaterForms
        .SelectMany(form => new[] { form, char.ToUpperInvariant(form[0]) + form[1..] })
        .Concat(["Calls upon", "calls upon", "Calls on", "calls on", "Taking note", "Takes note", "Expressing concern", "Further requests", "further requests"])
        .ToFrozenSet(StringComparer.Ordinal);

    internal static string Shared(ReadOnlySpan<char> words) =>
        Known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(words, out var shared) ? shared : words.ToString();
}
