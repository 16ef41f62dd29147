using Cornerstone.Access;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Languages;
using Cornerstone.Ui.Search;

namespace Cornerstone.Features.Indicators;

/// <summary>The pages of indicators: list, one indicator, its card, its targets.</summary>
public sealed class IndicatorsRoom : IRoom
{
    public MenuGroup Group => MenuGroup.Plan;

    public IEnumerable<Permission> Permissions => [];

    public IEnumerable<MenuEntry> Menu =>
        [new("Indicators", "/Features/Indicators/Index", BenchmarksRoom.Read, Text.Later("What is measured, from which baseline to which target, and how it stands"))];

    public void AddServices(IServiceCollection services) => services.AddScoped<ISearchSource, IndicatorsSearchSource>();
}
