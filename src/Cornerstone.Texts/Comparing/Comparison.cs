namespace Cornerstone.Texts;

/// <summary>How provisions of the earlier document relate to those of the later one (domain handbook §2.2).</summary>
public enum ProvisionRelation
{
    /// <summary>The same words; only spacing, quotation marks, hyphens and the like may differ.</summary>
    Same,

    /// <summary>Other words, equal indicative strength.</summary>
    Changed,

    /// <summary>Other words, and the strongest verb is stronger.</summary>
    Strengthened,

    /// <summary>Other words, and the strongest verb is weaker.</summary>
    Weakened,

    /// <summary>One earlier provision became several.</summary>
    Split,

    /// <summary>Several earlier provisions became one.</summary>
    Merged,

    /// <summary>Only in the later document.</summary>
    New,

    /// <summary>Only in the earlier document.</summary>
    Dropped,
}

public enum WordChange
{
    Same,
    Removed,
    Added,
}

/// <summary>A run of words with one fate. The runs in order give the later text by <paramref name="Text"/> of Same and Added.</summary>
/// <param name="Text">As written: by the later text, or by the earlier one when removed.</param>
/// <param name="Earlier">The same words as the earlier text writes them (a torn word, another spacing); null unless Same.</param>
public sealed record WordRun(WordChange Change, string Text, string? Earlier = null);

/// <summary>One line of a concordance: provision ids of the earlier (left) and later (right) document.</summary>
/// <param name="Similarity">0 to 1; 1 for the same words, 0 for new and dropped.</param>
/// <param name="Words">Word-level differences of the joined texts of both sides.</param>
public sealed record ProvisionLink(
    ProvisionRelation Relation,
    IReadOnlyList<string> Left,
    IReadOnlyList<string> Right,
    double Similarity,
    IReadOnlyList<WordRun> Words);

/// <summary>Two documents side by side: every provision of either stands in exactly one link, in the order of the later document.</summary>
public sealed record Comparison(UnDocument Left, UnDocument Right, IReadOnlyList<ProvisionLink> Links)
{
    /// <summary>Links a reader must look at: everything but the same words.</summary>
    public IEnumerable<ProvisionLink> Differences => Links.Where(link => link.Relation != ProvisionRelation.Same);

    /// <summary>Right-hand ids linked with a left-hand id; empty when it was dropped or is unknown.</summary>
    public IReadOnlyList<string> RightOf(string leftId) =>
        Links.FirstOrDefault(link => link.Left.Contains(leftId))?.Right ?? [];
}
