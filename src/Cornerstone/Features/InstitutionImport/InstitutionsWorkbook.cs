using System.Runtime.CompilerServices;
using Cornerstone.Features.Institutions;
using Cornerstone.Languages;
using Cornerstone.Values;
using Cornerstone.Workbooks;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.InstitutionImport;

/// <summary>
/// Institutions as a workbook: one line for each dated profile, so that history travels too; strength; who took over from whom.
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
            new("institutions", Text.Later("Institutions"), ProfileRows.Columns(T, components)),
            new("strength", Text.Later("Strength"), StrengthRows.Columns(T)) { IsRequired = false },
            new("succession", Text.Later("Mergers and splits"), SuccessionRows.Columns(T)) { IsRequired = false },
        ];
    }

    public async IAsyncEnumerable<WorkbookRow> ReadAsync(WorkbookRun run, [EnumeratorCancellation] CancellationToken ct)
    {
        var book = await BookAsync(run, ct);
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
        var book = await BookAsync(run, ct);
        return rows[0].Sheet switch
        {
            "institutions" => ProfileRows.Check(rows, book, run.T),
            "strength" => await StrengthRows.CheckAsync(rows, book, run, ct),
            _ => await SuccessionRows.CheckAsync(rows, book, run, ct),
        };
    }

    public async Task ApplyAsync(IReadOnlyList<RowVerdict> verdicts, WorkbookRun run, CancellationToken ct)
    {
        var book = await BookAsync(run, ct);
        switch (verdicts[0].Row.Sheet)
        {
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

    // Tracked: what a row changes is changed here.
    private static Task<InstitutionBook> BookAsync(WorkbookRun run, CancellationToken ct) => run.OnceAsync("institutions.book", async () => new InstitutionBook(
        await run.Db.Institutions.Where(i => i.Country == run.Country).ToListAsync(ct),
        await run.Db.InstitutionProfiles.Where(p => p.Country == run.Country).ToListAsync(ct),
        (await run.Db.ComponentsAsync(run.Country, ct)).Select(c => c.Code).ToHashSet(),
        run.Reader.ClearanceIn(run.Country) ?? Classification.Restricted));
}

/// <summary>What an import of institutions knows: those that are there, those the file adds, who stands under whom.</summary>
internal sealed class InstitutionBook(List<Institution> institutions, List<InstitutionProfile> profiles, IReadOnlySet<string> components, Classification clearance)
{
    private readonly Dictionary<Guid, string> codes = institutions.ToDictionary(i => i.Id, i => i.Code);
    private readonly HashSet<string> announced = [.. institutions.Select(i => i.Code)];

    /// <summary>Code → code of what it stands under, as of the latest profile.</summary>
    private readonly Dictionary<string, string?> above = [];

    public List<InstitutionProfile> Profiles => profiles;

    public IReadOnlySet<string> Components => components;

    public Classification Clearance => clearance;

    public string? CodeOf(Guid id) => codes.GetValueOrDefault(id);

    public Institution? Of(string? code) => institutions.Find(i => i.Code == code);

    /// <summary>A code the file brings, although its row may come later.</summary>
    public void Announce(string code) => announced.Add(code);

    public bool Knows(string code) => announced.Contains(code);

    public void Add(Institution institution)
    {
        institutions.Add(institution);
        codes[institution.Id] = institution.Code;
    }

    public InstitutionProfile? Profile(string code, DateOnly from) => profiles.Find(p => p.ValidFrom == from && CodeOf(p.InstitutionId) == code);

    /// <summary>Notes who stands under whom; false, and nothing noted, when that would close a circle.</summary>
    public bool Place(string code, string? parent)
    {
        if (above.Count == 0)
        {
            foreach (var profile in profiles.OrderBy(p => p.ValidFrom))
            {
                above[CodeOf(profile.InstitutionId)!] = profile.ParentId is { } id ? CodeOf(id) : null;
            }
        }

        var seen = new HashSet<string>();
        for (var at = parent; at is not null && seen.Add(at); at = above.GetValueOrDefault(at))
        {
            if (at == code)
            {
                return false;
            }
        }

        above[code] = parent;
        return true;
    }

    /// <summary>The day before the next profile of the same institution; null for the last one.</summary>
    public DateOnly? DayBeforeNext(InstitutionProfile profile) => profiles
        .Where(p => p.InstitutionId == profile.InstitutionId && p.ValidFrom > profile.ValidFrom)
        .Select(p => (DateOnly?)p.ValidFrom).Min()?.AddDays(-1);
}
