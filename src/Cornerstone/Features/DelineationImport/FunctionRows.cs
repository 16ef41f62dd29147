using Cornerstone.Data;
using Cornerstone.Features.Delineation;
using Cornerstone.Languages;
using Cornerstone.Workbooks;

namespace Cornerstone.Features.DelineationImport;

/// <summary>The sheet of the functions a country adds to the shared catalogue.</summary>
internal static class FunctionRows
{
    public static IReadOnlyList<WorkbookColumn> Columns(Text T) =>
    [
        new("code", Text.Later("Code")) { IsKey = true, Register = new("function_of_sector"), Note = Text.Later("Small letters, digits and hyphens") },
        .. WorkbookColumn.Wording("name", Text.Later("Name"), isRequired: true),
        new("oversees", Text.Later("It watches, funds or commands the others"), ColumnKind.Choice) { Choices = [new("yes", T["Yes"]), new("no", T["No"])] },
    ];

    public static WorkbookRow Row(SectorFunction f) => WorkbookRow.Of("functions",
        [("code", f.Code), .. WorkbookRow.Wording("name", f.Names), ("oversees", f.IsOversight)]);

    public static RowVerdict Check(WorkbookRow row, KnownRoles known, WorkbookRun run)
    {
        var (T, code) = (run.T, row.Text("code")!);
        var current = known.FunctionOf(code);
        if (!SectorFunction.MayBeCode(code))
        {
            return row.Refuse(row.Finding("code", "delineation.code", T["Use up to 40 small letters, digits and hyphens."]));
        }

        if (current is not null && current.Country != run.Country)
        {
            return row.Refuse(row.Finding("code", "delineation.code", T["Another function has the code {0}.", code]));
        }

        if (row.WordingOf("name") is not { } names)
        {
            return row.Refuse(row.Finding("name.original", "delineation.name", T["Write it in the original language at least."]));
        }

        if (current is not null)
        {
            return row.Against(Row(current));
        }

        // Rows of roles may name it, although it is not on record yet.
        known.Add(new SectorFunction { Country = run.Country, Code = code, Position = known.Functions.Values.Max(f => f.Position) + 1, Names = names, IsOversight = row.Text("oversees") == "yes", Version = 0 });
        return row.Add();
    }

    public static void Apply(WorkbookRow row, KnownRoles known, AppDb db)
    {
        var function = known.FunctionOf(row.Text("code")!)!;
        if (function.Version == 0)
        {
            db.Add(function);
        }
        else
        {
            db.Attach(function);
        }

        function.Names = row.WordingOf("name") ?? function.Names;
        function.IsOversight = row.Has("oversees") ? row.Text("oversees") == "yes" : function.IsOversight;
        function.Version++;
    }
}
