using System.Runtime.CompilerServices;
using Cornerstone.Features.Delineation;
using Cornerstone.Languages;
using Cornerstone.Workbooks;

namespace Cornerstone.Features.DelineationImport;

/// <summary>
/// The delineation of roles as a workbook: the country's own functions, then one line for each role. Nothing is removed by
/// leaving a line out.
/// </summary>
internal sealed class DelineationWorkbook : IWorkbook
{
    private const string Functions = "functions";

    public string Name => "roles";

    public string Title => Text.Later("Delineation of roles");

    public string Purpose => Text.Later("Who is accountable, responsible, consulted and informed for which function, where and from when; and the functions the country adds.");

    public string Reads => DelineationRoom.Read;

    public string Needs => DelineationRoom.Edit;

    public async Task<IReadOnlyList<WorkbookSheet>> SheetsAsync(WorkbookRun run, CancellationToken ct)
    {
        var known = await KnownRoles.OfAsync(run, ct);
        return
        [
            new(Functions, Text.Later("Functions of the country"), FunctionRows.Columns(run.T)) { IsRequired = false },
            new("roles", Text.Later("Roles"), RoleRows.Columns(known, run.T)),
        ];
    }

    public async IAsyncEnumerable<WorkbookRow> ReadAsync(WorkbookRun run, [EnumeratorCancellation] CancellationToken ct)
    {
        var known = await KnownRoles.OfAsync(run, ct);
        foreach (var function in known.Own.OrderBy(f => f.Position).ThenBy(f => f.Code, StringComparer.Ordinal))
        {
            yield return FunctionRows.Row(function);
        }

        foreach (var role in known.Roles.OrderBy(r => known.Functions[r.FunctionId].Position).ThenBy(r => r.Role).ThenBy(r => r.ValidFrom).ThenBy(r => r.Id))
        {
            yield return RoleRows.Row(role, known);
        }
    }

    public async Task<IReadOnlyList<RowVerdict>> CheckAsync(IReadOnlyList<WorkbookRow> rows, WorkbookRun run, CancellationToken ct)
    {
        var known = await KnownRoles.OfAsync(run, ct);
        return [.. rows.Select(row => row.Sheet == Functions ? FunctionRows.Check(row, known, run) : RoleRows.Check(row, known, run.T))];
    }

    public async Task ApplyAsync(IReadOnlyList<RowVerdict> verdicts, WorkbookRun run, CancellationToken ct)
    {
        var known = await KnownRoles.OfAsync(run, ct);
        foreach (var row in verdicts.Select(v => v.Row))
        {
            if (row.Sheet == Functions)
            {
                FunctionRows.Apply(row, known, run.Db);
            }
            else
            {
                RoleRows.Apply(row, known, run);
            }
        }
    }
}
