using Cornerstone.Languages;
using Cornerstone.Sheets;
using Cornerstone.Workbooks;

namespace Cornerstone.Access;

/// <summary>People and workspaces as files, for the administrators who see the pages.</summary>
internal static class AccessExport
{
    public static ListExport<PeoplePage.Member> Of(IEnumerable<PeoplePage.Member> members, Text T) => new("people", T["People with a role in this workspace"], members)
    {
        Columns =
        [
            new(T["Name"], m => m.Name, Width: 34),
            new(T["{0} (code)", T["Role"]], m => m.Role.ToString()),
            new(T["Role"], m => T[RoleNames.Of(m.Role)], Width: 30),
            new(T["Reads up to"], m => T[m.Clearance.ToString()]),
            new(T["Since"], m => DateOnly.FromDateTime(m.Since.UtcDateTime), CellKind.Date, 12),
        ],
    };

    public static ListExport<Workspace> Of(IEnumerable<Workspace> workspaces, Text T) => new("workspaces", T["Workspaces of this installation"], workspaces)
    {
        Columns = [new(T["Code"], w => w.Code, Width: 8), new(T["Name"], w => w.NameIn(T.Language.Code), Width: 34)],
    };
}
