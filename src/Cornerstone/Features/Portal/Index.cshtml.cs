using Cornerstone.Published;

namespace Cornerstone.Features.Portal;

/// <summary>Is it getting better? Every public figure in plain words, by what it is about.</summary>
public sealed class IndexPage(PublishedDb store) : FramedPage(store)
{
    public IReadOnlyList<PublicIndicator> Indicators { get; private set; } = [];

    /// <summary>By component, each in the order of its codes.</summary>
    public IEnumerable<IGrouping<string, PublicIndicator>> Groups => Indicators.GroupBy(i => i.Card.Component.In(Languages.Languages.Current.Code));

    public string AddressOf(PublicIndicator indicator) => $"{Root}/indicators/{InAddress(indicator.Card.Key)}";

    public async Task OnGetAsync(CancellationToken ct) =>
        Indicators = await Store.IndicatorsAsync(await Store.CurrentAsync(Country, SubjectKind.Indicator, ct), totals: true, ct);
}
