using Cornerstone.Access;
using Cornerstone.Workbooks;

namespace Cornerstone.Features.InstitutionImport;

/// <summary>Institutions with their history and their strength, in and out as a spreadsheet.</summary>
public sealed class InstitutionImportRoom : IRoom
{
    public MenuGroup Group => MenuGroup.Plan;

    public IEnumerable<Permission> Permissions => [];

    public IEnumerable<MenuEntry> Menu => [];

    public IEnumerable<IWorkbook> Workbooks => [new InstitutionsWorkbook()];
}
