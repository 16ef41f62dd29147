using Cornerstone.Access;
using Cornerstone.Workbooks;

namespace Cornerstone.Features.LegislationImport;

/// <summary>Laws with their steps, their assessments and their by-laws, in and out as a spreadsheet.</summary>
public sealed class LegislationImportRoom : IRoom
{
    public MenuGroup Group => MenuGroup.Plan;

    public IEnumerable<Permission> Permissions => [];

    public IEnumerable<MenuEntry> Menu => [];

    public IEnumerable<IWorkbook> Workbooks => [new LawsWorkbook()];
}
