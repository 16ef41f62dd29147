using Cornerstone.Data;
using Cornerstone.Ui.Overview;

namespace Cornerstone.Features.Portfolio;

/// <summary>What changed lately, at the end of a country's first page.</summary>
public sealed class ChangesOverview(AppDb db) : IOverviewPart
{
    public string Needs => PortfolioRoom.Read;

    public async Task<OverviewContent> ReadAsync(string country, CancellationToken ct) =>
        new([], "/Features/Portfolio/_Changes.cshtml", await db.RecentChangesAsync(country, Languages.Languages.Current.Code, ct)) { Place = OverviewPlace.End };
}
