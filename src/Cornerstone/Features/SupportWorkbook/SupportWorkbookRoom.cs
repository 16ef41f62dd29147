using Cornerstone.Access;
using Cornerstone.Workbooks;

namespace Cornerstone.Features.SupportWorkbook;

/// <summary>Support that nobody publishes, as a workbook its giver fills in.</summary>
public sealed class SupportWorkbookRoom : IRoom
{
    public MenuGroup Group => MenuGroup.Money;

    public IEnumerable<Permission> Permissions => [];

    public IEnumerable<MenuEntry> Menu => [];

    public IEnumerable<IWorkbook> Workbooks => [new PartnerWorkbook()];
}
