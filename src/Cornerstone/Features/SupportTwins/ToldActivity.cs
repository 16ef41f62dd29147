namespace Cornerstone.Features.SupportTwins;

/// <summary>What one source tells of an activity, as far as it may show that another source tells of the same.</summary>
public sealed record ToldActivity(Guid Id, Guid Source, string Identifier)
{
    public IReadOnlyList<string> OtherIdentifiers { get; init; } = [];

    public string Title { get; init; } = "";

    public IReadOnlySet<Guid> Organisations { get; init; } = new HashSet<Guid>();

    public DateOnly? Starts { get; init; }

    public DateOnly? Ends { get; init; }

    /// <summary>In one currency; null where nothing is told, or a part has no rate.</summary>
    public decimal? Committed { get; init; }

    /// <inheritdoc cref="Committed"/>
    public decimal? Paid { get; init; }
}
