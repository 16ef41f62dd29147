using Cornerstone.Features.Partners;
using Cornerstone.Features.Support;
using Cornerstone.Tests.Features.Support;
using Cornerstone.Tests.TestKit;
using Cornerstone.Tests.Workbooks;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.Features.InstitutionImport.GivenWorkbooks;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.SupportWorkbook;

public sealed class PartnerWorkbookTests
{
    private static readonly string[] Heads = ["code", "partner", "title.en", "components", "purpose", "actualStart", "plannedEnd", "flowType", "level"];
    private static readonly string[] Lines = ["activity", "line", "stage", "form", "date", "amount", "currency", "quantity", "unit", "condition", "finance"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static byte[] Vehicles(decimal amount = 1_200_000m) => Of(
        new("Support", Heads,
            ["AR-M-1", "Kingdom of Arvenna", "Vehicles for the border police", "POL; IMM", "15130", new DateOnly(2026, 1, 10), new DateOnly(2026, 12, 31), "50", null],
            ["AR-M-2", "Kingdom of Arvenna", "Officers’ course", null, null, null, null, null, "Government"]),
        new("Money, goods and people", Lines,
            ["AR-M-1", "1", "OutgoingCommitment", "Equipment", new DateOnly(2026, 1, 15), amount, "EUR", 40m, "vehicles", "Used", null],
            ["AR-M-1", "2", "Disbursement", "Equipment", new DateOnly(2026, 3, 1), "unknown", null, 10m, "vehicles", null, null],
            ["AR-M-2", "1", "Disbursement", "Training", new DateOnly(2026, 2, 1), "n/a", null, 24m, "officers", null, null],
            ["AR-M-2", "2", "Disbursement", "Loan", new DateOnly(2026, 2, 1), 0m, "EUR", null, null, null, "421"],
            ["AR-M-2", "3", "OutgoingPledge", "Advisers", new DateOnly(2026, 2, 1), null, null, 6m, "adviser months", null, null]));

    [Fact]
    public async Task What_nobody_publishes_comes_in_and_unknown_zero_and_not_applicable_stay_apart()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);

        var preview = await amina.BringInAsync("support", Vehicles());

        Assert.Equal(("7", "0", "0", "0"), WorkbookSetting.Counts(preview));
        await using var db = await app.DbAsAsync(Amina);
        var activities = await db.Activities.AsNoTracking().OrderBy(a => a.Identifier).ToListAsync(Ct);
        Assert.Equal([Classification.Partner, Classification.Government], activities.Select(a => a.Classification));
        Assert.Equal([new("15130"), new("POL", ComponentShares.Vocabulary), new("IMM", ComponentShares.Vocabulary)], activities[0].Sectors);
        Assert.Equal((SourceKind.Workbook, "Kingdom of Arvenna"), ((await db.SupportSources.FirstAsync(Ct)).Kind, (await db.SupportSources.FirstAsync(Ct)).Reference));
        var lines = await db.Transactions.AsNoTracking().ToListAsync(Ct);
        Transaction Line(string code, string line) => lines.Single(l => l.ActivityId == activities.Single(a => a.Identifier == code).Id && l.Reference == line);
        Assert.Equal((1_200_000m, "EUR", 40m, "vehicles", "Used"), (Line("AR-M-1", "1").Amount, Line("AR-M-1", "1").Currency, Line("AR-M-1", "1").Quantity, Line("AR-M-1", "1").Unit, Line("AR-M-1", "1").Condition));
        Assert.Equal((null, AmountAbsence.Unknown), (Line("AR-M-1", "2").Amount, Line("AR-M-1", "2").Absence));
        Assert.Equal((null, AmountAbsence.NotApplicable), (Line("AR-M-2", "1").Amount, Line("AR-M-2", "1").Absence));
        Assert.Equal((0m, null), (Line("AR-M-2", "2").Amount, Line("AR-M-2", "2").Absence));
        Assert.Equal((null, null), (Line("AR-M-2", "3").Amount, Line("AR-M-2", "3").Absence));
        Assert.Equal(1, await db.Partners.CountAsync(p => p.Classification == Classification.Partner, Ct));
        var page = await amina.OpenAsync($"/xs/support/{activities[0].Id}");
        Assert.Contains("unknown", page.QuerySelector("[data-test=transactions]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_file_twice_and_the_own_export_change_nothing()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);
        await amina.BringInAsync("support", Vehicles());

        var again = await WorkbookSetting.SendAsync(amina, Vehicles(), "support", "support.xlsx");

        Assert.Equal(("0", "0", "7", "0"), WorkbookSetting.Counts(again));
        Assert.Equal(("0", "0", "7", "0"), await amina.SendOwnExportAsync("support"));
    }

    [Fact]
    public async Task A_correction_of_the_country_survives_the_partners_next_file()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);
        await amina.BringInAsync("support", Vehicles());
        await using (var db = await app.DbAsAsync(Amina))
        {
            var line = await db.Transactions.SingleAsync(t => t.Amount == 1_200_000m, Ct);
            var activity = await db.Activities.SingleAsync(a => a.Id == line.ActivityId, Ct);
            line.Amount = 900_000m;
            db.Add(SupportCorrection.Of(activity, line.Id, nameof(Transaction.Amount), FieldText.Of(1_200_000m), FieldText.Of(900_000m), "Thirty came.", Amina.Id, DateTimeOffset.UnixEpoch));
            await db.SaveAsync(GivenSupport.Adding(), Ct);
        }

        Assert.Equal(("0", "0", "7", "0"), WorkbookSetting.Counts(await WorkbookSetting.SendAsync(amina, Vehicles(), "support", "support.xlsx")));
        Assert.Equal(("0", "0", "7", "0"), await amina.SendOwnExportAsync("support"));
        var newer = await amina.BringInAsync("support", Vehicles(1_300_000m));

        Assert.Equal(("0", "1", "6", "0"), WorkbookSetting.Counts(newer));
        Assert.Contains(Findings(newer), f => f.Contains("support.kept", StringComparison.Ordinal));
        await using var after = await app.DbAsAsync(Amina);
        Assert.True(await after.Transactions.AnyAsync(t => t.Amount == 900_000m, Ct));
        Assert.Equal(FieldText.Of(1_300_000m), (await after.SupportCorrections.SingleAsync(Ct)).Newer);
    }

    [Fact]
    public async Task Each_bad_cell_is_named_with_its_sheet_place_and_rule()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);
        var file = Of(
            new("Support", Heads, ["AR-M-1", "Kingdom of Arvenna", "Vehicles", null, "99999", new DateOnly(2026, 5, 1), new DateOnly(2026, 4, 1), null, null], ["AR-M-2", "Kingdom of Arvenna", "Course", null, null, null, null, null, null]),
            new("Money, goods and people", Lines,
                ["AR-M-2", "1", "Disbursement", "Money", new DateOnly(2026, 1, 1), "10-20", "EUR", null, null, null, null],
                ["AR-M-2", "2", "Disbursement", "Money", new DateOnly(2026, 1, 1), 5m, null, null, null, null, null],
                ["AR-M-9", "1", "Disbursement", "Equipment", null, 5m, "EUR", null, null, null, "7777"]));

        var preview = await WorkbookSetting.SendAsync(amina, file, "support", "support.xlsx");

        Assert.Equal(("1", "0", "0", "4"), WorkbookSetting.Counts(preview));
        var found = Findings(preview);
        Assert.Contains(found, f => f.StartsWith("Support E2 support.purpose 99999", StringComparison.Ordinal));
        Assert.Contains(found, f => f.StartsWith("Support G2 support.ends-before", StringComparison.Ordinal));
        Assert.Contains(found, f => f.StartsWith("Money, goods and people F2 support.amount 10-20", StringComparison.Ordinal));
        Assert.Contains(found, f => f.StartsWith("Money, goods and people G3 support.currency", StringComparison.Ordinal));
        Assert.Contains(found, f => f.StartsWith("Money, goods and people A4 support.unknown AR-M-9", StringComparison.Ordinal));
        Assert.Contains(found, f => f.StartsWith("Money, goods and people K4 support.finance 7777", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_partner_hands_the_file_over_and_the_secretariat_brings_it_in()
    {
        await using var app = await TestApp.StartAsync();
        var elif = await app.AsAsync(Elif);
        var preview = await WorkbookSetting.SendAsync(elif, Of(new Sheet("Support", Heads, ["AR-M-1", "Kingdom of Arvenna", "Vehicles", null, null, null, null, null, null])), "support", "support.xlsx");
        Assert.Null(preview.QuerySelector("form[data-test=apply]"));
        var address = new Uri(preview.Url).PathAndQuery;
        Assert.Equal(System.Net.HttpStatusCode.NotFound, await (await app.AsAsync(Amina)).StatusOfAsync(address));

        Assert.Equal(System.Net.HttpStatusCode.Redirect, (await elif.SubmitAsync(preview, "form[data-test=hand-over]", [])).StatusCode);

        Assert.Equal(System.Net.HttpStatusCode.NotFound, await (await app.AsAsync(Grace)).StatusOfAsync(address));
        var amina = await app.AsAsync(Amina);
        var waiting = await amina.OpenAsync("/xs/workbooks/support");
        Assert.Contains("Elif", waiting.QuerySelector("[data-test=handed-over]")!.TextContent, StringComparison.Ordinal);
        await amina.SubmitAsync(await amina.OpenAsync(address), "form[data-test=apply]", []);
        await using var db = await app.DbAsAsync(Elif);
        Assert.Equal(("AR-M-1", Amina.Id), ((await db.Activities.SingleAsync(Ct)).Identifier, (await db.Activities.SingleAsync(Ct)).RecordedBy));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, await amina.StatusOfAsync(address));
    }

    [Fact]
    public async Task A_file_that_is_given_back_tells_its_sender_why_and_changed_nothing()
    {
        await using var app = await TestApp.StartAsync();
        var elif = await app.AsAsync(Elif);
        var preview = await WorkbookSetting.SendAsync(elif, Vehicles(), "support", "support.xlsx");
        var address = new Uri(preview.Url).PathAndQuery;
        await elif.SubmitAsync(preview, "form[data-test=hand-over]", []);
        var amina = await app.AsAsync(Amina);
        var opened = await amina.OpenAsync(address);

        var silent = await amina.SubmitAsync(opened, "form[data-test=give-back]", []);
        await amina.SubmitAsync(opened, "form[data-test=give-back]", new() { ["Because"] = "The amounts are in thousands." });

        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        Assert.Contains("The amounts are in thousands.", (await elif.OpenAsync("/xs/workbooks/support")).QuerySelector("[data-test=handed-over]")!.TextContent, StringComparison.Ordinal);
        await using var db = await app.DbAsAsync(Amina);
        Assert.Equal(0, await db.Activities.CountAsync(Ct));
        Assert.Equal(System.Net.HttpStatusCode.Redirect, (await elif.SubmitAsync(await elif.OpenAsync(address), "form[data-test=discard]", [])).StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, await elif.StatusOfAsync(address));
    }
}
