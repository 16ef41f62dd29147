using System.Runtime.CompilerServices;
using Cornerstone.Iati.Rules;

namespace Cornerstone.Iati;

/// <summary>A rule that files are held against. Sentences are ours; numbers of official rules are those of the ruleset of IATI 2.03.</summary>
public sealed class Rule
{
    private static readonly List<Rule> Numbered = [];

    private Rule(string id, Severity severity, string sentence)
    {
        (Id, Severity, Sentence, Index) = (id, severity, sentence, Numbered.Count);
        Numbered.Add(this);
    }

    public string Id { get; }

    public Severity Severity { get; }

    /// <summary>In English, with places for facts: "The currency {0} is unknown."</summary>
    public string Sentence { get; }

    /// <summary>Every rule there is; the room that shows findings translates their sentences.</summary>
    public static IReadOnlyList<Rule> All { get; } = Gather();

    internal int Index { get; }

    /// <summary>The books of rules are fields of their classes: they are all opened before the first rule is counted.</summary>
    private static List<Rule> Gather()
    {
        RuntimeHelpers.RunClassConstructor(typeof(ReadingRules).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(StandardRules).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(OrganisationRules).TypeHandle);
        return Numbered;
    }

    internal static Rule Error(string id, string sentence) => new(id, Severity.Error, sentence);

    internal static Rule Warning(string id, string sentence) => new(id, Severity.Warning, sentence);
}
