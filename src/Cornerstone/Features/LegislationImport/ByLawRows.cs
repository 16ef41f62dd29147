using Cornerstone.Features.Legislation;
using Cornerstone.Languages;
using Cornerstone.Workbooks;

namespace Cornerstone.Features.LegislationImport;

/// <summary>The sheet of by-laws: what each law still waits for, and what has been adopted. A by-law is known by its law and its words.</summary>
internal static class ByLawRows
{
    public const string Sheet = "by-laws";

    public static WorkbookSheet Columns() => new(Sheet, Text.Later("By-laws"),
    [
        new("law", Text.Later("Law"), ColumnKind.Reference) { IsKey = true },
        new("what", Text.Later("What is to be regulated")) { IsKey = true, Longest = 500 },
        new("article", Text.Later("Article")) { Longest = 60 },
        new("due", Text.Later("Due on"), ColumnKind.Date),
        new("adopted", Text.Later("Adopted on"), ColumnKind.Date) { Note = Text.Later("Left empty: it is still missing") },
        new("reference", Text.Later("Reference")) { Longest = 300 },
    ]);

    public static WorkbookRow Of(Law law, LawByLaw byLaw) => WorkbookRow.Of(Sheet,
    [
        ("law", law.Code),
        ("what", byLaw.What),
        ("article", byLaw.Article),
        ("due", byLaw.DueOn),
        ("adopted", byLaw.AdoptedOn),
        ("reference", byLaw.Reference),
    ]);

    public static RowVerdict Check(WorkbookRow row, LawsOnRecord record, WorkbookRun run)
    {
        var T = run.T;
        if (!record.Files.TryGetValue(row.Text("law")!, out var file))
        {
            return row.Refuse(row.Finding("law", "legislation.unknown-law", T["the code of a law on record or on the first sheet"]));
        }

        if (row.Date("adopted") > LawsWorkbook.Today(run))
        {
            return row.Refuse(row.Finding("adopted", "legislation.step-in-future", T[new Values.Refusal("legislation.step-in-future")]));
        }

        var known = file.ByLaws.FirstOrDefault(b => b.What == row.Text("what"));
        return known?.AdoptedOn is not null && row.Has("adopted") && row.Date("adopted") is null
            ? row.Refuse(row.Finding("adopted", "legislation.by-law-adopted", T["as on record: what was adopted is not missing again"]))
            : row.Against(known is null ? null : Of(file.Law, known));
    }

    /// <summary>Writes the row into the by-law that has its words, or into a new one.</summary>
    public static void Apply(WorkbookRow row, Law law, IEnumerable<LawByLaw> known, WorkbookRun run)
    {
        var byLaw = known.FirstOrDefault(b => b.LawId == law.Id && b.What == row.Text("what"));
        if (byLaw is null)
        {
            byLaw = new LawByLaw { LawId = law.Id, Country = law.Country, Classification = law.Classification, Compartment = law.Compartment, What = row.Text("what")! };
            run.Db.Add(byLaw);
        }
        else
        {
            byLaw.Version++;
        }

        byLaw.Article = row.Has("article") ? row.Text("article") : byLaw.Article;
        byLaw.DueOn = row.Has("due") ? row.Date("due") : byLaw.DueOn;
        byLaw.AdoptedOn = row.Has("adopted") ? row.Date("adopted") : byLaw.AdoptedOn;
        byLaw.Reference = row.Has("reference") ? row.Text("reference") : byLaw.Reference;
    }
}
