using Cornerstone.Access;
using Cornerstone.Workbooks;

namespace Cornerstone.Features.PlanVersions;

/// <summary>From a draft to an approved plan and on to the next version; and the plan as a workbook. The plan's own permissions hold.</summary>
public sealed class PlanVersionsRoom : IRoom
{
    public MenuGroup Group => MenuGroup.Plan;

    public IEnumerable<Permission> Permissions => [];

    public IEnumerable<MenuEntry> Menu => [];

    public IEnumerable<IWorkbook> Workbooks => [new PlanWorkbook()];
}
