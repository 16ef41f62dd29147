using Cornerstone.Access;
using Cornerstone.Workbooks;

namespace Cornerstone.Features.InstrumentImport;

/// <summary>Instruments with their consultations and their steps, in and out as a spreadsheet.</summary>
public sealed class InstrumentImportRoom : IRoom
{
    public MenuGroup Group => MenuGroup.Plan;

    public IEnumerable<Permission> Permissions => [];

    public IEnumerable<MenuEntry> Menu => [];

    public IEnumerable<IWorkbook> Workbooks => [new InstrumentsWorkbook()];
}
