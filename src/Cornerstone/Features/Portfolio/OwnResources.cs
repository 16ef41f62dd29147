using Cornerstone.Features.Instruments;
using Cornerstone.Features.Plan;

namespace Cornerstone.Features.Portfolio;

/// <summary>Tells the page of instruments what the state itself puts into the plan: the funding lines of the kind "national", and no others.</summary>
public sealed class OwnResources(CountryPictures pictures) : IOwnResources
{
    public string Needs => PlanRoom.Read;

    public async Task<IReadOnlyList<OwnMoney>> OfAsync(string country, CancellationToken ct) =>
        [.. (await pictures.MoneyAsync(country, ct)).Select(m => new OwnMoney(m.Currency, m.National, m.Cost))];
}
