using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Features.Support;

public enum SourceKind
{
    /// <summary>What a publisher publishes in the standard of IATI.</summary>
    Iati,

    /// <summary>What a partner who publishes nothing sends as a workbook.</summary>
    Workbook,

    /// <summary>The country's own register, or its aid management system.</summary>
    National,

    /// <summary>What givers tell the OECD, row by row.</summary>
    Crs,

    /// <summary>What givers tell of all official support for sustainable development (TOSSD), aid or not.</summary>
    Tossd,
}

/// <summary>Who tells of activities. A source owns what it said; the country's corrections are not its own.</summary>
public sealed class SupportSource : IRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Country { get; init; }

    public required Classification Classification { get; set; }

    public Guid? Compartment { get; init; }

    public required SourceKind Kind { get; init; }

    /// <summary>The publisher's identifier, or what the source is called where it has none.</summary>
    public required string Reference { get; init; }

    public Guid? PartnerId { get; set; }
}
