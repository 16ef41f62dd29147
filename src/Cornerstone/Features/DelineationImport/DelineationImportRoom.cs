using Cornerstone.Access;
using Cornerstone.Workbooks;

namespace Cornerstone.Features.DelineationImport;

/// <summary>The delineation of roles, and the functions a country adds, in and out as a spreadsheet.</summary>
public sealed class DelineationImportRoom : IRoom
{
    public MenuGroup Group => MenuGroup.Plan;

    public IEnumerable<Permission> Permissions => [];

    public IEnumerable<MenuEntry> Menu => [];

    public IEnumerable<IWorkbook> Workbooks => [new DelineationWorkbook()];
}
