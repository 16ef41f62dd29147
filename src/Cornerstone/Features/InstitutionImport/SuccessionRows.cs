using Cornerstone.Features.Institutions;
using Cornerstone.Languages;
using Cornerstone.Values;
using Cornerstone.Workbooks;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.InstitutionImport;

/// <summary>The sheet of mergers and splits. When the predecessors ended stands in the sheet of institutions.</summary>
internal static class SuccessionRows
{
    public static IReadOnlyList<WorkbookColumn> Columns(Text T) =>
    [
        new("from", Text.Later("Predecessor"), ColumnKind.Reference) { IsKey = true },
        new("to", Text.Later("Successor"), ColumnKind.Reference) { IsKey = true },
        new("day", Text.Later("First day of the new order"), ColumnKind.Date) { IsRequired = true },
        new("kind", Text.Later("Kind"), ColumnKind.Choice) { IsRequired = true, Choices = [.. Enum.GetValues<SuccessionKind>().Select(k => new WorkbookChoice(k.ToString(), T.Of(k)))] },
        new("note", Text.Later("Note")) { Longest = 1_000 },
    ];

    public static WorkbookRow Row(InstitutionSuccession s, InstitutionBook book) => WorkbookRow.Of("succession",
        [("from", book.CodeOf(s.FromId)), ("to", book.CodeOf(s.ToId)), ("day", s.Day), ("kind", s.Kind), ("note", s.Note)]);

    public static async Task<IReadOnlyList<RowVerdict>> CheckAsync(IReadOnlyList<WorkbookRow> rows, InstitutionBook book, WorkbookRun run, CancellationToken ct)
    {
        var stored = await run.OnceAsync("institutions.succession", async () => (await run.Db.InstitutionSuccessions.AsNoTracking().Where(s => s.Country == run.Country).ToListAsync(ct))
            .ToDictionary(s => (book.CodeOf(s.FromId), book.CodeOf(s.ToId)), s => Row(s, book)));
        var T = run.T;
        return [.. rows.Select(row =>
        {
            string[] both = ["from", "to"];
            var unknown = both.Where(c => !book.Knows(row.Text(c)!)).Select(c => row.Finding(c, "institutions.unknown", T["{0} is not the code of an institution here or in this file.", row.Text(c)!])).ToList();
            if (unknown.Count > 0 || row.Text("from") == row.Text("to"))
            {
                return row.Refuse([.. unknown, .. unknown.Count == 0 ? new[] { row.Finding("to", "institutions.succession-needs-both", T["another institution than the predecessor"]) } : []]);
            }

            var current = stored.GetValueOrDefault((row.Text("from"), row.Text("to")));
            var verdict = row.Against(current);
            // What happened is not rewritten by a file.
            return verdict.Outcome == RowOutcome.Change ? row.Refuse(row.Finding("day", "institutions.succession-stands", T["This succession is recorded already, with other facts."])) : verdict;
        })];
    }

    public static void Apply(IReadOnlyList<RowVerdict> verdicts, InstitutionBook book, WorkbookRun run)
    {
        foreach (var row in verdicts.Select(v => v.Row))
        {
            var (from, to) = (book.Of(row.Text("from"))!, book.Of(row.Text("to"))!);
            run.Db.Add(new InstitutionSuccession
            {
                Country = run.Country,
                Classification = (Classification)Math.Max((int)from.Classification, (int)to.Classification),
                FromId = from.Id,
                ToId = to.Id,
                Day = row.Date("day")!.Value,
                Kind = Enum.Parse<SuccessionKind>(row.Text("kind")!),
                Note = row.Text("note"),
            });
        }
    }
}
