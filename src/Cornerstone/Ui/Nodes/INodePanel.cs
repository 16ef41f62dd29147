using Cornerstone.Ui.Tags;

namespace Cornerstone.Ui.Nodes;

/// <summary>What another room has to say on the page of a plan's node: indicators, laws, instruments, decisions.</summary>
public interface INodePanel
{
    /// <summary>Heading of its part of the page: an English sentence, translated when shown.</summary>
    string Label { get; }

    /// <summary>The permission without which the panel is not asked.</summary>
    string Needs { get; }

    /// <summary>The kind of link by which people attach this room's things to a node ("Law", "Instrument"); null when it finds them by itself.</summary>
    string? LinkKind => null;

    /// <summary>Notes about this node; only what the current reader may see.</summary>
    Task<IReadOnlyList<NodeNote>> NotesAsync(NodeAsked node, CancellationToken ct);

    /// <summary>What may be linked by hand, offered in the form of the node.</summary>
    Task<IReadOnlyList<NodeChoice>> ChoicesAsync(string country, CancellationToken ct) => Task.FromResult<IReadOnlyList<NodeChoice>>([]);
}

/// <summary>The node in question, by the lineage it keeps through the plan's versions.</summary>
/// <param name="Linked">Targets of the links of this panel's kind.</param>
public sealed record NodeAsked(
    string Country,
    Guid Lineage,
    Guid? OwnerId,
    IReadOnlyList<Guid> ContributorIds,
    IReadOnlyList<string> Components,
    IReadOnlyList<string> Regions,
    IReadOnlyList<string> Linked);

/// <param name="Text">In the reader's language already.</param>
/// <param name="Status">A short word such as "in force", shown in the given tone; null for none.</param>
public sealed record NodeNote(string Text, string Address, string? Status = null, Tone Tone = Tone.Neutral, string? Language = null);

/// <param name="Target">What the link keeps: the thing's id.</param>
public sealed record NodeChoice(string Target, string Text);
