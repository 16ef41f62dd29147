using Cornerstone.Features.Institutions;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Values;
using Cornerstone.Workbooks;

namespace Cornerstone.Features.InstitutionImport;

/// <summary>The sheet of institutions: one row is what was true of one of them from a day on.</summary>
internal static class ProfileRows
{
    public static IReadOnlyList<WorkbookColumn> Columns(Text T, IReadOnlyList<WorkbookChoice> components) =>
    [
        new("code", Text.Later("Code")) { IsKey = true, Register = new("institution"), Longest = Institution.LongestCode, Note = Text.Later("Short and for ever: capital letters, digits, hyphens") },
        new("from", Text.Later("True from"), ColumnKind.Date) { IsKey = true, Note = Text.Later("A second line with a later day is a reshuffle or a new name; the earlier line ends by itself.") },
        new("until", Text.Later("True until"), ColumnKind.Date) { Note = Text.Later("The last day; leave empty while it holds") },
        .. WorkbookColumn.Wording("name", Text.Later("Name"), isRequired: true),
        new("component", Text.Later("Component"), ColumnKind.Reference) { IsRequired = true, Choices = components },
        new("alsoComponents", Text.Later("Further components"), ColumnKind.Reference) { IsList = true, Choices = components },
        new("type", Text.Later("Type"), ColumnKind.Choice) { IsRequired = true, Choices = [.. Enum.GetValues<InstitutionType>().Select(t => new WorkbookChoice(t.ToString(), T.Of(t)))] },
        new("parent", Text.Later("Stands under"), ColumnKind.Reference),
        new("legalBasis", Text.Later("Legal basis")) { Longest = InstitutionProfile.LongestText },
        new("article", Text.Later("Article")) { Longest = 60 },
        new("territory", Text.Later("Territory"), ColumnKind.Reference) { IsList = true, Note = Text.Later("Codes of regions; empty for the whole country") },
        new("established", Text.Later("Established"), ColumnKind.Date),
        new("ended", Text.Later("Ended"), ColumnKind.Date),
        new("head", Text.Later("Head")) { Longest = InstitutionProfile.LongestText },
        new("budgetVotes", Text.Later("Budget votes"), ColumnKind.Reference) { IsList = true },
        new("armed", Text.Later("It bears arms"), ColumnKind.Choice) { Choices = YesNo(T) },
        new("powers", Text.Later("Powers"), ColumnKind.Choice) { IsList = true, Choices = [.. Enum.GetValues<Power>().Select(p => new WorkbookChoice(p.ToString(), T.Of(p)))] },
        new("overseenBy", Text.Later("Overseen by"), ColumnKind.Reference) { IsList = true, Note = Text.Later("Codes of institutions") },
        new("level", Text.Later("How far it may travel"), ColumnKind.Choice) { Choices = [.. Enum.GetValues<Classification>().Select(c => new WorkbookChoice(c.ToString(), T.Of(c)))] },
    ];

    public static IReadOnlyList<WorkbookChoice> YesNo(Text T) => [new("yes", T["Yes"]), new("no", T["No"])];

    public static WorkbookRow Row(InstitutionProfile p, InstitutionBook book) => Row(p, book, p.ValidUntil);

    private static WorkbookRow Row(InstitutionProfile p, InstitutionBook book, DateOnly? until)
    {
        var institution = book.Of(book.CodeOf(p.InstitutionId))!;
        return WorkbookRow.Of("institutions",
        [
            ("code", institution.Code), ("from", p.ValidFrom), ("until", until),
            .. WorkbookRow.Wording("name", p.Names.Original, p.Names.Texts),
            ("component", p.Component), ("alsoComponents", Joined(p.AlsoComponents)), ("type", p.Type),
            ("parent", p.ParentId is { } parent ? book.CodeOf(parent) : null), ("legalBasis", p.LegalBasis), ("article", p.LegalArticle),
            ("territory", Joined(p.Territory)), ("established", institution.Established), ("ended", institution.Ended), ("head", p.Head),
            ("budgetVotes", Joined(p.BudgetVotes)), ("armed", p.Armed), ("powers", Joined(p.Powers.Select(x => x.ToString()))),
            ("overseenBy", Joined(p.OversightIds.Select(book.CodeOf).OfType<string>())), ("level", p.Classification),
        ]);
    }

    public static IReadOnlyList<RowVerdict> Check(IReadOnlyList<WorkbookRow> rows, InstitutionBook book, Text T)
    {
        foreach (var code in rows.Select(r => r.Text("code")).OfType<string>().Where(c => Code(c)))
        {
            book.Announce(code);
        }

        var byDay = rows.ToLookup(r => r.Text("code"));
        List<RowVerdict> verdicts = [.. rows.Select(row => Check(row, byDay[row.Text("code")], book, T))];
        while (Lost(verdicts, book) is { Count: > 0 } lost)
        {
            // Whoever was to stand under a refused institution is refused too, and so on; what was refused before keeps its reason.
            lost.ForEach(book.Withdraw);
            verdicts = verdicts.ConvertAll(v => v.Outcome == RowOutcome.Refused ? v : Check(v.Row, byDay[v.Row.Text("code")], book, T));
        }

        return verdicts;
    }

    // New institutions of which every row was refused.
    private static List<string> Lost(IEnumerable<RowVerdict> verdicts, InstitutionBook book) => [.. verdicts
        .GroupBy(v => v.Row.Text("code")!)
        .Where(g => g.All(v => v.Outcome == RowOutcome.Refused) && book.Of(g.Key) is null && book.Knows(g.Key))
        .Select(g => g.Key)];

    public static void Apply(IReadOnlyList<RowVerdict> verdicts, InstitutionBook book, WorkbookRun run)
    {
        foreach (var row in verdicts.Select(v => v.Row).Where(r => book.Of(r.Text("code")) is null).DistinctBy(r => r.Text("code")))
        {
            var institution = new Institution { Country = run.Country, Classification = LevelOf(row) ?? Classification.Public, Code = row.Text("code")! };
            book.Add(institution);
        }

        foreach (var row in verdicts.Select(v => v.Row).OrderBy(r => r.Date("from")))
        {
            Put(row, book);
        }

        foreach (var profile in book.Profiles)
        {
            if (book.DayBeforeNext(profile) is { } end && (profile.ValidUntil is null || profile.ValidUntil > end))
            {
                book.Edit(profile);
                profile.ValidUntil = end;
            }
        }
    }

    private static bool Code(string code) => System.Text.RegularExpressions.Regex.IsMatch(code, "^[A-Z0-9][A-Z0-9._-]{0,23}$", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));

    private static RowVerdict Check(WorkbookRow row, IEnumerable<WorkbookRow> ofThis, InstitutionBook book, Text T)
    {
        var (code, from) = (row.Text("code")!, row.Date("from")!.Value);
        var findings = new List<WorkbookFinding>();
        if (!Code(code))
        {
            findings.Add(row.Finding("code", "institutions.code", T["Use up to 24 capital letters, digits, points and hyphens."]));
        }

        if (row.Date("until") < from)
        {
            findings.Add(row.Finding("until", "institutions.until", T["It cannot end before it begins."]));
        }

        var components = row.Codes("alsoComponents").Append(row.Text("component")!).ToList();
        findings.AddRange(components.Where(c => !book.Components.Contains(c)).Select(_ => row.Finding("component", "institutions.component", T["Choose a component of the list."])));
        if (components.Contains(nameof(Component.DEF)) && components.Contains(nameof(Component.OVS)))
        {
            findings.Add(row.Finding("component", "institutions.defence-and-oversight", T["An institution cannot be both {0} and {1}: who bears arms does not oversee itself.", "DEF", "OVS"]));
        }

        foreach (var (column, unknown) in row.Codes("overseenBy").Select(c => ("overseenBy", (string?)c)).Append(("parent", row.Text("parent"))).Where(c => c.Item2 is not null && !book.Knows(c.Item2)))
        {
            findings.Add(row.Finding(column, "institutions.unknown", T["{0} is not the code of an institution here or in this file.", unknown!]));
        }

        findings.AddRange(row.Codes("territory").Where(r => !book.Regions.Contains(r)).Select(_ => row.Finding("territory", "institutions.territory", T["Choose a region of the list."])));
        if (row.Date("ended") < row.Date("established"))
        {
            findings.Add(row.Finding("ended", "institutions.ended", T["It cannot end before it begins."]));
        }

        if (row.Codes("overseenBy").Contains(code))
        {
            findings.Add(row.Finding("overseenBy", "institutions.oversees-itself", T["An institution cannot be its own oversight body."]));
        }

        if (LevelOf(row) > book.Clearance)
        {
            findings.Add(row.Finding("level", "institutions.level", T["You may not give the level {0} here.", T.Of(LevelOf(row)!.Value)]));
        }

        if (findings.Count == 0 && row.Has("parent") && !book.Place(code, row.Text("parent")))
        {
            findings.Add(row.Finding("parent", "institutions.parent-circle", T["an institution that does not stand under this one"]));
        }

        return findings.Count > 0 ? row.Refuse([.. findings]) : row.Against(Current(row, code, from, ofThis, book));
    }

    // An end that only says "until the next line begins" is the same as no end.
    private static WorkbookRow? Current(WorkbookRow row, string code, DateOnly from, IEnumerable<WorkbookRow> ofThis, InstitutionBook book)
    {
        if (book.Profile(code, from) is not { } profile)
        {
            return null;
        }

        var next = ofThis.Select(r => r.Date("from")).Where(d => d > from).Min();
        var isImplied = row.Date("until") is null && profile.ValidUntil is { } until && (until == book.DayBeforeNext(profile) || until == next?.AddDays(-1));
        return Row(profile, book, isImplied ? null : profile.ValidUntil);
    }

    private static void Put(WorkbookRow row, InstitutionBook book)
    {
        var (code, from) = (row.Text("code")!, row.Date("from")!.Value);
        var institution = book.Of(code)!;
        book.Edit(institution);
        if (book.Profile(code, from) is not { } profile)
        {
            var before = book.Profiles.Where(p => p.InstitutionId == institution.Id && p.ValidFrom < from).MaxBy(p => p.ValidFrom);
            if (before is not null && (before.ValidUntil is null || before.ValidUntil >= from))
            {
                book.Edit(before);
                profile = before.ContinueFrom(from);
            }
            else
            {
                profile = Empty(row, institution, from);
            }

            book.Add(profile);
        }

        book.Edit(profile);
        Fill(profile, row, book);
        institution.Established = row.Has("established") ? row.Date("established") : institution.Established;
        institution.Ended = row.Has("ended") ? row.Date("ended") : institution.Ended;
        institution.Classification = profile.Classification;
        institution.Version++;
    }

    private static InstitutionProfile Empty(WorkbookRow row, Institution institution, DateOnly from) => new()
    {
        InstitutionId = institution.Id,
        Country = institution.Country,
        Classification = institution.Classification,
        ValidFrom = from,
        Names = new Wording(row.Original("name"), row.Texts("name")),
        Component = row.Text("component")!,
        Type = Enum.Parse<InstitutionType>(row.Text("type")!),
    };

    // A column the file does not have leaves what is there.
    private static void Fill(InstitutionProfile profile, WorkbookRow row, InstitutionBook book)
    {
        profile.Names = new Wording(row.Original("name"), row.Texts("name"));
        profile.Component = row.Text("component")!;
        profile.Type = Enum.Parse<InstitutionType>(row.Text("type")!);
        profile.Classification = LevelOf(row) ?? profile.Classification;
        profile.ValidUntil = row.Has("until") ? row.Date("until") : profile.ValidUntil;
        profile.AlsoComponents = row.Has("alsoComponents") ? [.. row.Codes("alsoComponents")] : profile.AlsoComponents;
        profile.ParentId = row.Has("parent") ? book.Of(row.Text("parent"))?.Id : profile.ParentId;
        profile.LegalBasis = row.Has("legalBasis") ? row.Text("legalBasis") : profile.LegalBasis;
        profile.LegalArticle = row.Has("article") ? row.Text("article") : profile.LegalArticle;
        profile.Territory = row.Has("territory") ? [.. row.Codes("territory")] : profile.Territory;
        profile.Head = row.Has("head") ? row.Text("head") : profile.Head;
        profile.BudgetVotes = row.Has("budgetVotes") ? [.. row.Codes("budgetVotes")] : profile.BudgetVotes;
        profile.Armed = row.Has("armed") ? row.Text("armed") == "yes" : profile.Armed;
        profile.Powers = row.Has("powers") ? [.. row.Codes("powers").Select(Enum.Parse<Power>)] : profile.Powers;
        profile.OversightIds = row.Has("overseenBy") ? [.. row.Codes("overseenBy").Select(c => book.Of(c)!.Id)] : profile.OversightIds;
    }

    private static Classification? LevelOf(WorkbookRow row) => row.Text("level") is { } level ? Enum.Parse<Classification>(level) : null;

    private static string Joined(IEnumerable<string> codes) => string.Join("; ", codes);
}
