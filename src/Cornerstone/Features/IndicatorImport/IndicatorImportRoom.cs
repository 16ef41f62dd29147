using System.CommandLine;
using Cornerstone.Access;
using Cornerstone.Workbooks;

namespace Cornerstone.Features.IndicatorImport;

/// <summary>Indicators with their targets, and series by the hundred thousand, in and out as spreadsheets.</summary>
public sealed class IndicatorImportRoom : IRoom
{
    public MenuGroup Group => MenuGroup.Plan;

    public IEnumerable<Permission> Permissions => [];

    public IEnumerable<MenuEntry> Menu => [];

    public IEnumerable<Command> Verbs => [ImportCommand.Create()];

    public IEnumerable<IWorkbook> Workbooks => [new IndicatorsWorkbook(), new SeriesWorkbook()];
}
