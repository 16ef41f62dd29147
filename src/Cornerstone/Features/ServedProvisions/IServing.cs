using Cornerstone.Ui.Tags;
using Cornerstone.Values;

namespace Cornerstone.Features.ServedProvisions;

/// <summary>A room whose records serve paragraphs of documents: what such a record is called, where it is read, who may link it.</summary>
public interface IServing
{
    /// <summary>As <c>ProvisionServed</c> and the journal name it: "Law".</summary>
    string RecordType { get; }

    /// <summary>What one of them is: an English sentence, translated when shown.</summary>
    string Label { get; }

    /// <summary>The permission without which the room is not asked.</summary>
    string Needs { get; }

    /// <summary>The word in the address of the page that links one of them; null where the room has a page of its own for it.</summary>
    string? Word => null;

    /// <summary>Whether one of them may be linked to a document the library does not hold yet: then the citation is taken at its word.</summary>
    bool MayCiteUnheld => false;

    /// <summary>Those of these records that the reader may see.</summary>
    Task<IReadOnlyList<ServingRecord>> FindAsync(string country, IReadOnlyCollection<Guid> ids, CancellationToken ct);
}

/// <summary>A record that serves a paragraph.</summary>
/// <param name="Title">In the reader's language already.</param>
/// <param name="MayLink">Whether this reader may say which paragraphs it serves.</param>
public sealed record ServingRecord(Guid Id, string Title, string Address, Classification Classification, Guid? Compartment, bool MayLink)
{
    /// <summary>Language of the title, where it is not the reader's.</summary>
    public string? Language { get; init; }

    /// <summary>A short word such as "in force", shown in the given tone.</summary>
    public string? Status { get; init; }

    public Tone Tone { get; init; } = Tone.Neutral;
}
