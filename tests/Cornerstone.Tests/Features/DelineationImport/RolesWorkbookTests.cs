using Cornerstone.Data;
using Cornerstone.Features.Delineation;
using Cornerstone.Features.Legislation;
using Cornerstone.Tests.Features.InstitutionImport;
using Cornerstone.Tests.Features.Institutions;
using Cornerstone.Tests.TestKit;
using Cornerstone.Tests.Workbooks;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.Features.InstitutionImport.GivenWorkbooks;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.DelineationImport;

public sealed class RolesWorkbookTests
{
    private static readonly string[] Functions = ["code", "name.en", "oversees"];
    private static readonly string[] Roles = ["function", "institution", "role", "territory", "standing", "from", "until", "law"];
    private static readonly DateOnly Begin = new(2024, 1, 1);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Good_rows_go_in_bad_ones_are_explained_and_neither_a_second_upload_nor_the_own_export_changes_anything()
    {
        await using var app = await TestApp.StartAsync();
        await app.InstitutionAsync("POL", "Police");
        await app.InstitutionAsync("GEN", "Gendarmerie");
        var law = await LawAsync(app, "L-02");
        var amina = await app.AsAsync(Amina);
        var file = Of(
            new("Functions of the country", Functions, ["herd-escort", "Escort of herds", "no"], ["audit", "Audit again", "yes"], ["Herd Escort", "Bad code", "no"]),
            new("Roles", Roles,
                ["herd-escort", "GEN", "A", null, "Agreed", Begin, null, null],
                ["public-order", "POL", "A", null, "Agreed", Begin, null, "L-02"],
                ["public-order", "GEN", "A", null, "Agreed", Begin, null, null],
                ["public-order", "GEN", "A", null, "Claimed", Begin, null, null],
                ["public-order", "NONE", "R", "XS-ZZ", "Agreed", Begin, new DateOnly(2023, 1, 1), "L-99"]));

        var preview = await amina.BringInAsync("roles", file);
        var again = WorkbookSetting.Counts(await WorkbookSetting.SendAsync(amina, file, "roles", "roles.xlsx"));
        var own = await amina.SendOwnExportAsync("roles");

        Assert.Equal(("4", "0", "0", "4"), WorkbookSetting.Counts(preview));
        Assert.Equal(
        [
            "Functions of the country A3 delineation.code audit → Another function has the code audit.",
            "Functions of the country A4 delineation.code Herd Escort → Use up to 40 small letters, digits and hyphens.",
            "Roles B4 delineation.accountable-already GEN → POL is accountable for it in this territory since 1 January 2024. End that first, or record this one as a claim.",
            "Roles B6 delineation.institution NONE → NONE is not the code of an institution here.",
            "Roles D6 delineation.territory XS-ZZ → Choose a region of the list.",
            "Roles H6 delineation.law L-99 → L-99 is not the code of a law here.",
            "Roles G6 delineation.until 2023-01-01 → It cannot end before it begins.",
        ], Findings(preview));
        Assert.Equal(("0", "0", "4", "4"), again);
        Assert.Equal(("0", "0", "4", "0"), own);
        await using var db = await app.DbAsAsync(Amina);
        Assert.Equal(law, (await db.RoleAssignments.SingleAsync(r => r.LawId != null, Ct)).LawId);
        Assert.Equal("Escort of herds", (await db.FunctionAsync("XS", "herd-escort", Ct))!.Names.In("en"));
    }

    [Fact]
    public async Task A_file_hands_a_function_over_when_it_ends_the_one_before_it_begins_the_other()
    {
        await using var app = await TestApp.StartAsync();
        await app.InstitutionAsync("POL", "Police");
        await app.InstitutionAsync("GEN", "Gendarmerie");
        var amina = await app.AsAsync(Amina);
        await amina.BringInAsync("roles", Of(new Sheet("Roles", Roles, ["public-order", "POL", "A", null, "Agreed", Begin, null, null])));

        var preview = await amina.BringInAsync("roles", Of(new Sheet("Roles", Roles,
            ["public-order", "POL", "A", null, "Agreed", Begin, new DateOnly(2025, 12, 31), null],
            ["public-order", "GEN", "A", null, "Agreed", new DateOnly(2026, 1, 1), null, null])));

        Assert.Equal(("1", "1", "0", "0"), WorkbookSetting.Counts(preview));
        await using var db = await app.DbAsAsync(Amina);
        Assert.Equal([new DateOnly(2025, 12, 31), null], await db.RoleAssignments.OrderBy(r => r.ValidFrom).Select(r => r.ValidUntil).ToListAsync(Ct));
    }

    [Fact]
    public async Task A_function_of_the_country_is_renamed_by_the_file_that_gives_it_a_role()
    {
        await using var app = await TestApp.StartAsync();
        await app.InstitutionAsync("GEN", "Gendarmerie");
        var amina = await app.AsAsync(Amina);
        await amina.BringInAsync("roles", Of(new Sheet("Functions of the country", Functions, ["herd-escort", "Escort of herds", "no"]), new Sheet("Roles", Roles)));

        await amina.BringInAsync("roles", Of(
            new Sheet("Functions of the country", Functions, ["herd-escort", "Escort of herds and settling of disputes", "no"]),
            new Sheet("Roles", Roles, ["herd-escort", "GEN", "R", null, "Agreed", Begin, null, null])));

        await using var db = await app.DbAsAsync(Amina);
        var function = (await db.FunctionAsync("XS", "herd-escort", Ct))!;
        Assert.Equal("Escort of herds and settling of disputes", function.Names.In("en"));
        Assert.Equal(function.Id, (await db.RoleAssignments.SingleAsync(Ct)).FunctionId);
    }

    private static async Task<Guid> LawAsync(TestApp app, string code)
    {
        await using var db = await app.DbAsAsync(Amina);
        var law = new Law { Country = "XS", Classification = Classification.Public, Code = code, Title = Wording.Of("en", "Police Act") };
        db.Add(law);
        await db.SaveAsync(new Act("legislation.add", "XS", DateTimeOffset.UnixEpoch), Ct);
        return law.Id;
    }
}
