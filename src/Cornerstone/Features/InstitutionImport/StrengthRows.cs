using Cornerstone.Features.Institutions;
using Cornerstone.Features.Strength;
using Cornerstone.Languages;
using Cornerstone.Values;
using Cornerstone.Workbooks;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.InstitutionImport;

/// <summary>The sheet of strength: how many people in one cell of sex, rank level and age band on a day.</summary>
internal static class StrengthRows
{
    private const string All = "All";

    public static IReadOnlyList<WorkbookColumn> Columns(Text T) =>
    [
        new("code", Text.Later("Institution"), ColumnKind.Reference) { IsKey = true },
        new("asAt", Text.Later("As at"), ColumnKind.Date) { IsKey = true },
        new("kind", Text.Later("Kind"), ColumnKind.Choice) { IsKey = true, Choices = [.. Enum.GetValues<StrengthKind>().Select(k => new WorkbookChoice(k.ToString(), T.Of(k)))] },
        new("sex", Text.Later("Sex"), ColumnKind.Choice) { IsKey = true, MayBeEmpty = true, Choices = [.. Enum.GetValues<StrengthSex>().Select(s => new WorkbookChoice(s.ToString(), T.Of(s)))], Note = Text.Later("Empty for a total as it was reported") },
        new("rank", Text.Later("Rank level"), ColumnKind.Choice) { IsKey = true, MayBeEmpty = true, Choices = [.. Enum.GetValues<RankLevel>().Select(l => new WorkbookChoice(l.ToString(), T.Of(l)))] },
        new("age", Text.Later("Age band")) { IsKey = true, MayBeEmpty = true, Longest = 20 },
        new("people", Text.Later("People"), ColumnKind.Number) { IsRequired = true },
        new("source", Text.Later("Source")) { Longest = 400 },
    ];

    public static async Task<List<InstitutionStrength>> StoredAsync(WorkbookRun run, CancellationToken ct) => await run.Db.InstitutionStrengths.AsNoTracking()
        .Where(s => s.Country == run.Country).OrderBy(s => s.InstitutionId).ThenBy(s => s.AsAt).ThenBy(s => s.Kind).ThenBy(s => s.RankLevel).ThenBy(s => s.AgeBand).ThenBy(s => s.Sex).ToListAsync(ct);

    public static WorkbookRow Row(InstitutionStrength s, InstitutionBook book) => WorkbookRow.Of("strength",
    [
        ("code", book.CodeOf(s.InstitutionId)), ("asAt", s.AsAt), ("kind", s.Kind), ("sex", s.Sex), ("rank", s.RankLevel), ("age", s.AgeBand), ("people", s.People), ("source", s.Source),
    ]);

    public static async Task<IReadOnlyList<RowVerdict>> CheckAsync(IReadOnlyList<WorkbookRow> rows, InstitutionBook book, WorkbookRun run, CancellationToken ct)
    {
        var stored = await LookupAsync(run, book, ct);
        var T = run.T;
        var people = stored.ToDictionary(s => s.Key, s => s.Value.People);
        foreach (var row in rows.Where(r => r.Number("people") is { } counted && IsCount(counted)))
        {
            people[Key(row)] = decimal.ToInt32(row.Number("people")!.Value);
        }

        return [.. rows.Select(row =>
            !book.Knows(row.Text("code")!) ? row.Refuse(row.Finding("code", "institutions.unknown", T["{0} is not the code of an institution here or in this file.", row.Text("code")!]))
            : row.Number("people") is not { } counted || !IsCount(counted) ? row.Refuse(row.Finding("people", "institutions.people", T["a whole number of people, zero or more"]))
            : Filled(row, stored, Contradiction(row, people, T)))];
    }

    public static async Task ApplyAsync(IReadOnlyList<RowVerdict> verdicts, InstitutionBook book, WorkbookRun run, CancellationToken ct)
    {
        var stored = await LookupAsync(run, book, ct);
        foreach (var row in verdicts.Select(v => v.Row))
        {
            var key = Key(row);
            if (!stored.TryGetValue(key, out var strength))
            {
                strength = new InstitutionStrength
                {
                    InstitutionId = book.Of(row.Text("code"))!.Id,
                    Country = run.Country,
                    // Numbers of soldiers by rank travel less far than the institution's name.
                    Classification = (Classification)Math.Min((int)book.Clearance, Math.Max((int)Classification.Partner, (int)book.Of(row.Text("code"))!.Classification)),
                    AsAt = key.AsAt,
                    Kind = key.Kind,
                    Sex = key.Sex,
                    RankLevel = key.Rank,
                    AgeBand = key.Age,
                    People = 0,
                };
                stored[key] = strength;
                run.Db.Add(strength);
            }

            book.Edit(strength);
            strength.People = decimal.ToInt32(row.Number("people")!.Value);
            strength.Source = row.Has("source") ? row.Text("source") : strength.Source;
        }
    }

    private static bool IsCount(decimal people) => people is >= 0 and <= 100_000_000 && people == decimal.Truncate(people);

    // A total that its sexes contradict goes in as it was reported, and is said: which of the figures is wrong, only the institution knows.
    private static IReadOnlyList<WorkbookFinding> Contradiction(WorkbookRow row, Dictionary<StrengthKey, int> people, Text T)
    {
        var key = Key(row);
        var parts = Enum.GetValues<StrengthSex>().Where(s => s != StrengthSex.All && people.ContainsKey(key with { Sex = s })).Select(s => people[key with { Sex = s }]).ToList();
        return key.Sex == StrengthSex.All && parts.Count > 1 && parts.Sum() != people[key]
            ? [row.Finding("people", "institutions.sexes-and-total", T["{0}, the sum of its sexes", T.Count(parts.Sum())], FindingGrade.Warning)]
            : [];
    }

    private static RowVerdict Filled(WorkbookRow row, Dictionary<StrengthKey, InstitutionStrength> stored, IReadOnlyList<WorkbookFinding> findings)
    {
        if (!stored.TryGetValue(Key(row), out var known))
        {
            return row.Add(findings);
        }

        var isSame = known.People == row.Number("people") && (!row.Has("source") || known.Source == row.Text("source"));
        return isSame ? row.Unchanged(findings) : row.Change(findings);
    }

    private static Task<Dictionary<StrengthKey, InstitutionStrength>> LookupAsync(WorkbookRun run, InstitutionBook book, CancellationToken ct) => run.OnceAsync("institutions.strength", async () =>
        (await StoredAsync(run, ct)).ToDictionary(s => new StrengthKey(book.CodeOf(s.InstitutionId)!, s.AsAt, s.Kind, s.Sex, s.RankLevel, s.AgeBand)));

    private static StrengthKey Key(WorkbookRow row) => new(
        row.Text("code")!, row.Date("asAt")!.Value, Enum.Parse<StrengthKind>(row.Text("kind")!), Enum.Parse<StrengthSex>(row.Text("sex") ?? All),
        Enum.Parse<RankLevel>(row.Text("rank") ?? All), row.Text("age") ?? InstitutionStrength.AllAges);

    private sealed record StrengthKey(string Code, DateOnly AsAt, StrengthKind Kind, StrengthSex Sex, RankLevel Rank, string Age);
}
