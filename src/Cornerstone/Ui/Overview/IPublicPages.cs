using Cornerstone.Values;

namespace Cornerstone.Ui.Overview;

/// <summary>Which countries have public pages, for the first page of those who are not signed in. The public room answers.</summary>
public interface IPublicPages
{
    Task<IReadOnlyList<PublicCountry>> CountriesAsync(CancellationToken ct);
}

public sealed record PublicCountry(Wording Names, string Address, int Edition, DateOnly AsOf);
