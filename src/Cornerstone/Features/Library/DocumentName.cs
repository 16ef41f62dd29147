using Cornerstone.Values;

namespace Cornerstone.Features.Library;

/// <summary>A symbol by which a document may be cited. Citations find their target through these names.</summary>
public sealed class DocumentName
{
    /// <summary>Rank of the document's own symbol.</summary>
    public const short Own = 0;

    /// <summary>Rank of an alias: half of a joint symbol, or one entered by hand.</summary>
    public const short Alias = 1;

    /// <summary>Rank of the draft a document was adopted from; the draft itself, where held, comes first.</summary>
    public const short Draft = 2;

    public required Guid DocumentId { get; init; }

    public required string Country { get; init; }

    public required Classification Classification { get; init; }

    public Guid? Compartment { get; init; }

    public required string Symbol { get; init; }

    public required short Rank { get; init; }
}
