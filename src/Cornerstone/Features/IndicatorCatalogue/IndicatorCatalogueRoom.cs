using Cornerstone.Access;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Languages;

namespace Cornerstone.Features.IndicatorCatalogue;

/// <summary>Indicators to begin with, and figures of the Council's documents to compare with; both with their sources.</summary>
public sealed class IndicatorCatalogueRoom : IRoom
{
    public MenuGroup Group => MenuGroup.Plan;

    public IEnumerable<Permission> Permissions => [];

    public IEnumerable<MenuEntry> Menu =>
    [
        new("Starter catalogue", "/Features/IndicatorCatalogue/Index", BenchmarksRoom.Read, Text.Later("Indicators to begin with, ready to be added to the country's own")),
        new("Reference figures", "/Features/IndicatorCatalogue/Figures", BenchmarksRoom.Read, Text.Later("Figures of the Council's documents, with their paragraphs and pitfalls")),
    ];

    public IReadOnlyDictionary<string, string> HistoryWords => new Dictionary<string, string> { ["catalogue.add"] = Text.Later("Indicator taken from the starter catalogue") };
}
