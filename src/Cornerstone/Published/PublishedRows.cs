using Cornerstone.Values;

namespace Cornerstone.Published;

/// <summary>What an edition tells of, and by which its rows are found again.</summary>
public enum SubjectKind
{
    Indicator,
    Plan,
    Support,

    /// <summary>The judgement table of the Council's benchmarks.</summary>
    Benchmarks,
    Commitments,
}

/// <summary>Whether there is a number, and if not, why not.</summary>
public enum ToldState
{
    Known,
    Unknown,
    NotApplicable,

    /// <summary>It would say something about a few people. Readers learn no more than that.</summary>
    Withheld,
}

/// <summary>What is told of a country on a day, numbered: it is cited by its number and never changes.</summary>
public sealed record Edition
{
    public Guid Id { get; init; }

    public required string Country { get; init; }

    public required Wording CountryNames { get; init; }

    public required int Number { get; init; }

    public required DateOnly AsOf { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public required string Licence { get; init; }

    /// <summary>Who answers for it.</summary>
    public required string Publisher { get; init; }

    /// <summary>What is new in it, in a sentence.</summary>
    public string? Note { get; init; }

    public required string Hash { get; init; }

    /// <summary>The day from which everybody reads it; null for at once. The store shows it to nobody before.</summary>
    public DateOnly? PublicFrom { get; init; }

    /// <summary>Since when it is there to be read.</summary>
    public DateOnly PublicSince => DateOnly.FromDateTime(PublishedAt.UtcDateTime) is var approved && PublicFrom > approved ? PublicFrom.Value : approved;
}

/// <summary>A row of the published store. Its edition, country, key and place are written by the database when it is copied.</summary>
public abstract record PublishedRow
{
    public Guid EditionId { get; init; }

    public string Country { get; init; } = "";

    public string Key { get; init; } = "";

    public int Position { get; init; }
}

/// <summary>One thing of an edition. Withdrawn, it is the tombstone of its rows.</summary>
public sealed record Subject : PublishedRow
{
    public required SubjectKind Kind { get; init; }

    public required Wording Title { get; init; }

    public DateTimeOffset? WithdrawnAt { get; init; }

    public string? Ground { get; init; }
}
