using Cornerstone.Ui.Tags;

namespace Cornerstone.Features.Library;

/// <summary>What another room has to say beside a provision in the reader: commitments that come from it, a plan that serves it.</summary>
public interface IProvisionPanel
{
    /// <summary>Heading of its part of the side panel: an English sentence, translated when shown.</summary>
    string Label { get; }

    /// <summary>Notes by provision id; only what the current reader may see.</summary>
    Task<ILookup<Guid, ProvisionNote>> NotesAsync(string country, Guid documentId, CancellationToken ct);
}

/// <param name="Text">In the reader's language already.</param>
/// <param name="Status">A short word such as "overdue", shown in the given tone; null for none.</param>
public sealed record ProvisionNote(string Text, string Address, string? Status = null, Tone Tone = Tone.Neutral);
