using Cornerstone.Access;
using Cornerstone.Languages;
using Cornerstone.Workbooks;

namespace Cornerstone.Features.Regions;

/// <summary>The country's administrative areas and their boundaries, as the country itself uploads them.</summary>
public sealed class RegionsRoom : IRoom
{
    public const string Read = "regions.read";
    public const string Edit = "regions.edit";

    public MenuGroup Group => MenuGroup.Plan;

    public IEnumerable<Permission> Permissions =>
    [
        new(Read, [.. Enum.GetValues<Role>().Where(r => r != Role.Administrator)]),
        new(Edit, [Role.Secretariat]),
    ];

    public IEnumerable<MenuEntry> Menu => [new("Regions", "/Features/Regions/Index", Read, Text.Later("The country's administrative areas, with the boundaries the country itself uploads"))];

    public IEnumerable<IWorkbook> Workbooks => [new RegionsWorkbook()];

    public IReadOnlyDictionary<string, string> HistoryWords { get; } = new Dictionary<string, string>
    {
        ["regions.import"] = Text.Later("Boundaries uploaded"),
        ["regions.edit"] = Text.Later("Region edited"),
        [nameof(Region.Code)] = Text.Later("Code"),
        [nameof(Region.Names)] = Text.Later("Name"),
        [nameof(Region.Level)] = Text.Later("Level"),
        [nameof(Region.ParentCode)] = Text.Later("Lies in"),
        [nameof(Region.BoundarySource)] = Text.Later("Source of the boundary"),
    };
}
