using Cornerstone.Access;
using Cornerstone.Features.Instruments;
using Cornerstone.Languages;
using Cornerstone.Ui.Overview;

namespace Cornerstone.Features.Portfolio;

/// <summary>The view from above: one page of a country, one line of each country for a headquarters.</summary>
public sealed class PortfolioRoom : IRoom
{
    public const string Read = "portfolio.read";

    public MenuGroup Group => MenuGroup.Tell;

    public IEnumerable<Permission> Permissions => [new(Read, [.. Enum.GetValues<Role>().Where(r => r != Role.Administrator)])];

    // It stands outside every country: the start page and the choice of a country lead there.
    public IEnumerable<MenuEntry> Menu => [];

    public IReadOnlyDictionary<string, string> HistoryWords { get; } = new Dictionary<string, string>
    {
        ["demonstration.country"] = Text.Later("Demonstration country added"),
        ["demonstration.institutions"] = Text.Later("Institutions of the demonstration added"),
        ["demonstration.roles"] = Text.Later("Roles of the demonstration added"),
        ["demonstration.laws"] = Text.Later("Laws of the demonstration added"),
        ["demonstration.oversight"] = Text.Later("Oversight activities of the demonstration added"),
        ["demonstration.instruments"] = Text.Later("Reform instruments of the demonstration added"),
        ["demonstration.indicators"] = Text.Later("Indicators of the demonstration added"),
        ["demonstration.benchmarks"] = Text.Later("Council benchmarks of the demonstration added"),
    };

    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<CountryPictures>();
        services.AddScoped<IOwnResources, OwnResources>();
        services.AddScoped<IOverviewPart, PlanOverview>();
        services.AddScoped<IOverviewPart, ChangesOverview>();
    }
}
