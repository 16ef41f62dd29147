using System.Runtime.CompilerServices;
using Cornerstone.Features.Institutions;
using Cornerstone.Languages;
using Cornerstone.Workbooks;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.InstitutionImport;

/// <summary>
/// Institutions as a workbook: the country's own components; one line for each dated profile, so that history travels too; strength; who
/// took over from whom.
/// A later profile of the same institution ends the earlier one by itself.
/// </summary>
internal sealed class InstitutionsWorkbook : IWorkbook
{
    public string Name => "institutions";

    public string Title => Text.Later("Institutions");

    public string Purpose => Text.Later("Institutions with what was true of them when, their strength, and who took over from whom.");

    public string Reads => InstitutionsRoom.Edit;

    public string Needs => InstitutionsRoom.Edit;

    public async Task<IReadOnlyList<WorkbookSheet>> SheetsAsync(WorkbookRun run, CancellationToken ct)
    {
        var T = run.T;
        var components = (await run.Db.ComponentsAsync(run.Country, ct)).ConvertAll(c => new WorkbookChoice(c.Code, T.NameOf(c)));
        return
        [
            new("components", Text.Later("Components of the country"), ComponentRows.Columns(T)) { IsRequired = false },
            new("institutions", Text.Later("Institutions"), ProfileRows.Columns(T, components)),
            new("strength", Text.Later("Personnel strength"), StrengthRows.Columns(T)) { IsRequired = false },
            new("succession", Text.Later("Mergers and splits"), SuccessionRows.Columns(T)) { IsRequired = false },
        ];
    }

    public async IAsyncEnumerable<WorkbookRow> ReadAsync(WorkbookRun run, [EnumeratorCancellation] CancellationToken ct)
    {
        var book = await InstitutionBook.OfAsync(run, ct);
        foreach (var component in book.NationalComponents)
        {
            yield return ComponentRows.Row(component);
        }

        foreach (var profile in book.Profiles.OrderBy(p => book.CodeOf(p.InstitutionId), StringComparer.Ordinal).ThenBy(p => p.ValidFrom))
        {
            yield return ProfileRows.Row(profile, book);
        }

        foreach (var strength in await StrengthRows.StoredAsync(run, ct))
        {
            yield return StrengthRows.Row(strength, book);
        }

        foreach (var link in await run.Db.InstitutionSuccessions.AsNoTracking().Where(s => s.Country == run.Country).OrderBy(s => s.Day).ThenBy(s => s.Id).ToListAsync(ct))
        {
            yield return SuccessionRows.Row(link, book);
        }
    }

    public async Task<IReadOnlyList<RowVerdict>> CheckAsync(IReadOnlyList<WorkbookRow> rows, WorkbookRun run, CancellationToken ct)
    {
        var book = await InstitutionBook.OfAsync(run, ct);
        return rows[0].Sheet switch
        {
            "components" => [.. rows.Select(row => ComponentRows.Check(row, book, run.T))],
            "institutions" => ProfileRows.Check(rows, book, run.T),
            "strength" => await StrengthRows.CheckAsync(rows, book, run, ct),
            _ => await SuccessionRows.CheckAsync(rows, book, run, ct),
        };
    }

    public async Task ApplyAsync(IReadOnlyList<RowVerdict> verdicts, WorkbookRun run, CancellationToken ct)
    {
        var book = await InstitutionBook.OfAsync(run, ct);
        switch (verdicts[0].Row.Sheet)
        {
            case "components":
                foreach (var row in verdicts.Select(v => v.Row))
                {
                    ComponentRows.Apply(row, book, run);
                }

                break;
            case "institutions":
                ProfileRows.Apply(verdicts, book, run);
                break;
            case "strength":
                await StrengthRows.ApplyAsync(verdicts, book, run, ct);
                break;
            default:
                SuccessionRows.Apply(verdicts, book, run);
                break;
        }
    }
}
