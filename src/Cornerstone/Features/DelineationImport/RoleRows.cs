using Cornerstone.Features.Delineation;
using Cornerstone.Languages;
using Cornerstone.Workbooks;

namespace Cornerstone.Features.DelineationImport;

/// <summary>The sheet of roles: one line is what an institution is to a function, where and from when.</summary>
internal static class RoleRows
{
    public static IReadOnlyList<WorkbookColumn> Columns(KnownRoles known, Text T) =>
    [
        new("function", Text.Later("Function"), ColumnKind.Reference) { IsKey = true, Choices = [.. known.Functions.Values.Select(f => new WorkbookChoice(f.Code, f.Names.In(T.Language.Code)))], Note = Text.Later("Of the list, or of the sheet of the country's functions") },
        new("institution", Text.Later("Institution"), ColumnKind.Reference) { IsKey = true },
        new("role", Text.Later("Role"), ColumnKind.Choice) { IsKey = true, Choices = [.. Enum.GetValues<RoleInFunction>().Select(r => new WorkbookChoice(r.ToString(), T.Of(r)))] },
        new("territory", Text.Later("Territory"), ColumnKind.Reference) { IsKey = true, MayBeEmpty = true, Note = Text.Later("Code of a region; empty for the whole country") },
        new("standing", Text.Later("Standing"), ColumnKind.Choice) { IsKey = true, Choices = [.. Enum.GetValues<Standing>().Select(s => new WorkbookChoice(s.ToString(), T.Of(s)))] },
        new("from", Text.Later("Holds from"), ColumnKind.Date) { IsKey = true },
        new("until", Text.Later("Holds until"), ColumnKind.Date),
        new("law", Text.Later("Law in the tracker"), ColumnKind.Reference) { Note = Text.Later("The code of a law of the law tracker") },
        new("legalBasis", Text.Later("Legal basis")) { Longest = 400, Note = Text.Later("Article, decree or law in words") },
        new("deFacto", Text.Later("De facto"), ColumnKind.Choice) { Choices = [new("yes", T["Yes"]), new("no", T["No"])] },
        new("conditions", Text.Later("Conditions")) { Longest = 1_000 },
        new("coordination", Text.Later("How it works with others who do the same")) { Longest = 1_000 },
    ];

    public static WorkbookRow Row(RoleAssignment r, KnownRoles known) => WorkbookRow.Of("roles",
    [
        ("function", known.Functions[r.FunctionId].Code), ("institution", known.InstitutionOf(r.InstitutionId)), ("role", r.Role), ("territory", r.Territory),
        ("standing", r.Standing), ("from", r.ValidFrom), ("until", r.ValidUntil), ("law", r.LawId is { } law ? known.Laws.GetValueOrDefault(law) : null),
        ("legalBasis", r.LegalBasis), ("deFacto", r.DeFacto), ("conditions", r.Conditions), ("coordination", r.CoordinationRule),
    ]);

    public static RowVerdict Check(WorkbookRow row, KnownRoles known, Text T)
    {
        var findings = Unknown(row, known, T).ToList();
        if (row.Date("until") < row.Date("from"))
        {
            findings.Add(row.Finding("until", "delineation.until", T["It cannot end before it begins."]));
        }

        if (findings.Count > 0)
        {
            return row.Refuse([.. findings]);
        }

        var (current, wanted) = (known.Find(row), known.Make(row));
        wanted.ValidUntil = row.Has("until") ? row.Date("until") : current?.ValidUntil;
        if (known.ClashOf(wanted, current) is { } clash)
        {
            var code = known.InstitutionOf(clash.InstitutionId) ?? "?";
            return row.Refuse(row.Finding("institution", clash.InstitutionId == wanted.InstitutionId ? "delineation.held-already" : "delineation.accountable-already", clash.InstitutionId == wanted.InstitutionId
                ? T["{0} has this role in this territory since {1} already.", code, clash.ValidFrom]
                : T["{0} is accountable for it in this territory since {1}. End that first, or record this one as a claim.", code, clash.ValidFrom]));
        }

        known.Promise(current, wanted);
        return row.Against(current is null ? null : Row(current, known));
    }

    public static void Apply(WorkbookRow row, KnownRoles known, WorkbookRun run)
    {
        if (known.Find(row) is { } role)
        {
            run.Db.Attach(role);
            role.Version++;
        }
        else
        {
            role = known.Make(row);
            known.Roles.Add(role);
            run.Db.Add(role);
        }

        role.ValidUntil = row.Has("until") ? row.Date("until") : role.ValidUntil;
        // A law this reader may not see stays: the file could not have named it.
        role.LawId = row.Has("law") && (role.LawId is not { } law || known.Laws.ContainsKey(law)) ? known.LawOf(row.Text("law")) : role.LawId;
        role.LegalBasis = row.Has("legalBasis") ? row.Text("legalBasis") : role.LegalBasis;
        role.DeFacto = row.Has("deFacto") ? row.Text("deFacto") == "yes" : role.DeFacto;
        role.Conditions = row.Has("conditions") ? row.Text("conditions") : role.Conditions;
        role.CoordinationRule = row.Has("coordination") ? row.Text("coordination") : role.CoordinationRule;
    }

    private static IEnumerable<WorkbookFinding> Unknown(WorkbookRow row, KnownRoles known, Text T)
    {
        if (known.FunctionOf(row.Text("function")!) is null)
        {
            yield return row.Finding("function", "delineation.function", T["Choose a function of the list."]);
        }

        if (!known.HasInstitution(row.Text("institution")!))
        {
            yield return row.Finding("institution", "delineation.institution", T["{0} is not the code of an institution here.", row.Text("institution")!]);
        }

        if (row.Text("territory") is { } place && !known.Regions.Contains(place))
        {
            yield return row.Finding("territory", "delineation.territory", T["Choose a region of the list."]);
        }

        if (row.Text("law") is { } law && known.LawOf(law) is null)
        {
            yield return row.Finding("law", "delineation.law", T["{0} is not the code of a law here.", law]);
        }
    }
}
