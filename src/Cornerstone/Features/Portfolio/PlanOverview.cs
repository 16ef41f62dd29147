using Cornerstone.Charts;
using Cornerstone.Data;
using Cornerstone.Features.Institutions;
using Cornerstone.Features.Plan;
using Cornerstone.Languages;
using Cornerstone.Ui.Overview;
using Cornerstone.Values;

namespace Cornerstone.Features.Portfolio;

/// <summary>The plan at the head of a country's first page.</summary>
public sealed class PlanOverview(AppDb db, CountryPictures pictures, Text T) : IOverviewPart
{
    private const string View = "/Features/Portfolio/_Plan.cshtml";

    public string Needs => PlanRoom.Read;

    public async Task<OverviewContent> ReadAsync(string country, CancellationToken ct) => await pictures.ReadAsync(country, ct) is { } picture
        ? new([], View, new Shown(picture, await db.InstitutionNamesAsync(country, pictures.Today, ct), $"/{country.ToLowerInvariant()}/plan", T)) { Place = OverviewPlace.Head }
        : new([]);

    public sealed record Shown(CountryPicture Picture, IReadOnlyDictionary<Guid, Wording> Institutions, string Path, Text T)
    {
        public const int MostOffTrack = 7;
        public const int MostLate = 7;

        /// <summary>The dashboard of all lights.</summary>
        public string Indicators => Path[..^"plan".Length] + "indicators/framework";

        /// <summary>The name of an institution, in the reader's language.</summary>
        public Wording? NameOf(Guid? id) => id is { } known ? Institutions.GetValueOrDefault(known) : null;

        /// <summary>Money of the goals in one currency: amounts in different currencies never stand on one axis.</summary>
        public MoneyBars Money(Currency currency) => new(
            new ChartText(T["Money by goal"], T["What each goal costs over all years, and how much of it the state and partners have put down."], T["Goal"], currency.Code),
            new MoneyWords(T["Needed"], T["Funded"], T["Spent"], T["Missing"]),
            [.. Picture.Goals.Select(g => (g.Node, Figures: g.Money.FirstOrDefault(m => m.Currency == currency))).Where(g => g.Figures is not null).Select(g => new MoneyRow(
                g.Node.Code, ChartValue.Of(g.Figures!.Cost), ChartValue.Known(g.Figures.Funding), ChartValue.Unknown, $"{Path}/nodes/{g.Node.Lineage}"))]);
    }
}
