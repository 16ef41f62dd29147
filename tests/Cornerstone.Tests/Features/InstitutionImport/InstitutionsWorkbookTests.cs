using Cornerstone.Features.Institutions;
using Cornerstone.Features.Strength;
using Cornerstone.Tests.Features.Institutions;
using Cornerstone.Tests.TestKit;
using Cornerstone.Tests.Workbooks;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.Features.InstitutionImport.GivenWorkbooks;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.InstitutionImport;

public sealed class InstitutionsWorkbookTests
{
    private static readonly string[] Profiles = ["code", "from", "name.en", "component", "type", "parent", "overseenBy", "armed"];
    private static readonly string[] Strengths = ["code", "asAt", "kind", "sex", "rank", "age", "people"];

    private static readonly DateOnly Begin = new(2020, 1, 1);
    private static readonly DateOnly Count = new(2025, 3, 31);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Good_rows_go_in_bad_ones_are_explained_and_neither_a_second_upload_nor_the_own_export_changes_anything()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);
        var file = Of(
            new("Components of the country", ["code", "name.en", "name.fr", "parent"], ["RNG", "Forest guards", "Gardes forestiers", "CIV"], ["POL", "Police again", null, "POL"]),
            new("Institutions", Profiles,
                ["MOI", Begin, "Ministry of the Interior", "POL", "Ministry", null, null, "no"],
                ["POL", Begin, "Police", "POL", "Force", "MOI", "OMB", "yes"],
                ["OMB", Begin, "Ombuds", "OVS", "Commission", null, null, "no"],
                ["WAR", Begin, "Forest guards", "RNG", "Agency", "MOI", null, "no"],
                ["MOI", new DateOnly(2024, 7, 1), "Ministry of Home Affairs", "POL", "Ministry", null, null, "no"],
                ["XYZ", Begin, "Of no component", "NON", "Agency", null, null, "no"]),
            new("Personnel strength", Strengths, ["POL", Count, "Actual", "Women", "All", "All", 120], ["POL", Count, "Actual", "Men", "All", "All", 880.5m]),
            new("Mergers and splits", ["from", "to", "day", "kind"], ["WAR", "POL", new DateOnly(2026, 1, 1), "Merged"], ["WAR", "NONE", new DateOnly(2026, 1, 1), "Merged"]));

        var preview = await amina.BringInAsync("institutions", file);
        var again = WorkbookSetting.Counts(await WorkbookSetting.SendAsync(amina, file, "institutions", "institutions.xlsx"));
        var own = await amina.SendOwnExportAsync("institutions");

        Assert.Equal(("8", "0", "0", "4"), WorkbookSetting.Counts(preview));
        Assert.Equal(
        [
            "Components of the country A3 institutions.component-of-the-list POL → POL is a code of the closed list already.",
            "Institutions D7 institutions.component NON → Choose a component of the list.",
            "Mergers and splits B3 institutions.unknown NONE → NONE is not the code of an institution here or in this file.",
            "Personnel strength G3 institutions.people 880.5 → a whole number of people, zero or more",
        ], Findings(preview));
        Assert.Equal(("0", "0", "8", "4"), again);
        Assert.Equal(("0", "0", "8", "0"), own);
        await using var db = await app.DbAsAsync(Amina);
        Assert.Equal(["Ministry of the Interior", "Ombuds", "Police", "Forest guards"], (await db.InstitutionsOnAsync("XS", new DateOnly(2023, 6, 30), Ct)).Select(i => i.Names.In("en")));
        Assert.Contains((await db.ComponentsAsync("XS", Ct)).Select(c => (c.Code, c.Parent)), c => c == ("RNG", "CIV"));
    }

    // Domain handbook §3.6, bad input: cyclic parents; an institution both DEF and OVS.
    [Fact]
    public async Task A_circle_of_parents_and_who_both_defends_and_oversees_stay_out_with_all_that_hangs_on_them()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);
        var file = Of(
            new("Institutions", Profiles,
                ["AAA", Begin, "A", "POL", "Agency", "BBB", null, "no"],
                ["BBB", Begin, "B", "POL", "Agency", "AAA", null, "no"],
                ["BOTH", Begin, "Both", "DEF; OVS", "Agency", null, null, "yes"],
                ["UNDER", Begin, "Under both", "POL", "Agency", "BOTH", null, "no"],
                ["SELF", Begin, "Self", "POL", "Agency", null, "SELF", "no"]),
            new("Personnel strength", Strengths, ["BOTH", Count, "Actual", "All", "All", "All", 10]));

        var preview = await WorkbookSetting.SendAsync(amina, file, "institutions", "institutions.xlsx");

        var findings = Findings(preview);
        Assert.Contains("Institutions F3 institutions.parent-circle AAA → an institution that does not stand under this one", findings);
        Assert.Contains("Institutions F5 institutions.unknown BOTH → BOTH is not the code of an institution here or in this file.", findings);
        Assert.Contains("Institutions G6 institutions.oversees-itself SELF → An institution cannot be its own oversight body.", findings);
        Assert.Contains("Personnel strength A2 institutions.unknown BOTH → BOTH is not the code of an institution here or in this file.", findings);
        Assert.Equal("6", WorkbookSetting.Counts(preview).Refused);
    }

    [Fact]
    public async Task Who_bears_arms_and_watches_is_refused_by_its_further_components_too()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);
        var file = Of(new Sheet("Institutions", ["code", "from", "name.en", "component", "alsoComponents", "type"], ["BOTH", Begin, "Both", "DEF", "OVS", "Agency"]));

        var preview = await WorkbookSetting.SendAsync(amina, file, "institutions", "institutions.xlsx");

        Assert.Equal("Institutions D2 institutions.defence-and-oversight DEF → An institution cannot be both DEF and OVS: who bears arms does not oversee itself.", Assert.Single(Findings(preview)));
    }

    [Fact]
    public async Task A_region_nobody_knows_and_an_end_before_the_beginning_are_refused()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);
        var file = Of(new Sheet("Institutions", ["code", "from", "name.en", "component", "type", "territory", "established", "ended"],
            ["POL", Begin, "Police", "POL", "Force", "XS-ZZ", null, null],
            ["OLD", Begin, "Old", "POL", "Force", null, new DateOnly(2020, 1, 1), new DateOnly(2019, 1, 1)]));

        var preview = await WorkbookSetting.SendAsync(amina, file, "institutions", "institutions.xlsx");

        Assert.Equal(["Institutions F2 institutions.territory XS-ZZ → Choose a region of the list.", "Institutions H3 institutions.ended 2019-01-01 → It cannot end before it begins."], Findings(preview));
    }

    // Domain handbook §3.6, bad input: strength by sex not summing to total.
    [Fact]
    public async Task A_total_that_its_sexes_contradict_goes_in_with_a_warning()
    {
        await using var app = await TestApp.StartAsync();
        var police = await app.InstitutionAsync("POL", "Police");
        var amina = await app.AsAsync(Amina);
        var file = Of(new Sheet("Personnel strength", Strengths,
            ["POL", Count, "Actual", "All", "All", "All", 1_000],
            ["POL", Count, "Actual", "Women", "All", "All", 150],
            ["POL", Count, "Actual", "Men", "All", "All", 840]));

        var preview = await amina.BringInAsync("institutions", file);

        Assert.Equal(("3", "0", "0", "0"), WorkbookSetting.Counts(preview));
        Assert.Equal("Personnel strength G2 institutions.sexes-and-total 1000 → 990, the sum of its sexes", Assert.Single(Findings(preview)));
        await using var db = await app.DbAsAsync(Amina);
        Assert.Equal(1_000, (await db.InstitutionStrengths.SingleAsync(s => s.InstitutionId == police && s.Sex == StrengthSex.All, Ct)).People);
    }

    // Batches are of a thousand rows: what changes in the second must be written like what changes in the first.
    [Fact]
    public async Task A_figure_far_down_a_long_sheet_is_changed_too()
    {
        await using var app = await TestApp.StartAsync();
        await app.InstitutionAsync("POL", "Police");
        var amina = await app.AsAsync(Amina);
        byte[] File(int people) => Of(new Sheet("Personnel strength", Strengths, [.. Enumerable.Range(0, 1_200).Select(i => new object?[] { "POL", Begin.AddDays(i), "Actual", "All", "All", "All", people + i })]));
        await amina.BringInAsync("institutions", File(100));

        var preview = await amina.BringInAsync("institutions", File(200));

        Assert.Equal(("0", "1,200", "0", "0"), WorkbookSetting.Counts(preview));
        await using var db = await app.DbAsAsync(Amina);
        Assert.Equal([200, 200 + 1_199], await db.InstitutionStrengths.Where(s => s.AsAt == Begin || s.AsAt == Begin.AddDays(1_199)).OrderBy(s => s.AsAt).Select(s => s.People).ToListAsync(Ct));
    }
}
