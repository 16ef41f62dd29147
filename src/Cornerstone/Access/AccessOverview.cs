using Cornerstone.Languages;
using Cornerstone.Ui.Overview;

namespace Cornerstone.Access;

/// <summary>What waits for an administrator, on the page where they arrive.</summary>
public sealed class AccessOverview(Accounts accounts, Text T) : IOverviewPart
{
    public string Needs => AccessRoom.Administer;

    public async Task<OverviewContent> ReadAsync(string country, CancellationToken ct)
    {
        var requests = $"/{country.ToLowerInvariant()}/people/requests";
        return new OverviewContent(
        [
            new(T["Requests for access"], await accounts.WaitingAsync(country, ct), T["wait for a second administrator"], requests),
            new(T["Given by one alone"], await accounts.AloneAsync(country, ct), T["nobody else has looked at it yet"], requests),
        ]);
    }
}
