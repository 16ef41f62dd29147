using System.Globalization;
using AngleSharp.Dom;
using Cornerstone.Data;
using Cornerstone.Features.Institutions;
using Cornerstone.Features.OdaEligibility;
using Cornerstone.Features.Support;
using Cornerstone.Tests.Features.Institutions;
using Cornerstone.Tests.Features.Support;
using Cornerstone.Tests.Features.SupportImport;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.OdaEligibility;

/// <summary>Our assessment on the page of an activity, in the ledger and in the overview: the same verdicts and the same sums.</summary>
public sealed class VerdictPagesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_line_of_an_activity_has_its_verdict_with_rule_and_reason_beside_the_reporters_word()
    {
        await using var app = await TestApp.StartAsync();
        var activity = await app.ActivityAsync("N-1", adjust: a => (a.FlowType, a.Sectors) = ("10", [new("15210", null, 30m), new("15132", null, 70m)]));

        var rows = (await (await app.AsAsync(Elif)).OpenAsync($"/xs/support/{activity.Id}")).QuerySelectorAll("[data-test=oda] tbody tr").ToList();

        Assert.Equal(2, rows.Count);
        Assert.Contains("ODA-1: Civilian oversight", Text(rows[1], "By the rules"), StringComparison.Ordinal);
        Assert.Equal("No difference", Text(rows[1], "Beside each other"));
        Assert.Contains("Not decided Not known: what exactly it does", Text(rows[0], "By the rules"), StringComparison.Ordinal);
        Assert.All(rows, r => Assert.Equal("10 Official development assistance", Text(r, "The reporter says")));
    }

    [Fact]
    public async Task A_line_for_an_army_is_told_apart_and_counted_apart_as_soon_as_the_register_says_who_received_it()
    {
        await using var app = await TestApp.StartAsync();
        var unit = await app.InstitutionAsync("GRD", "Guard", p => (p.Component, p.Type) = (nameof(Component.CIV), InstitutionType.Agency));
        var activity = await app.ActivityAsync("N-1", adjust: a => (a.FlowType, a.Sectors) = ("10", [new("DEF", ComponentShares.Vocabulary)]));
        await using (var db = await app.AminaAsync())
        {
            var paid = GivenSupport.Paid(activity, 70m);
            (paid.Form, paid.RecipientUnitId) = (SupportForm.Equipment, unit);
            db.Add(paid);
            await db.SaveAsync(GivenSupport.Adding(), Ct);
        }

        var amina = await app.AsAsync(Amina);
        Assert.Equal(["NotDecided 70.00"], await BesidesAsync(amina));
        await using (var db = await app.AminaAsync())
        {
            var profile = await db.InstitutionProfiles.SingleAsync(p => p.InstitutionId == unit, Ct);
            (profile.Component, profile.Type, profile.Armed) = (nameof(Component.DEF), InstitutionType.Force, true);
            await db.SaveAsync(new Act("institutions.edit", "XS", DateTimeOffset.UnixEpoch), Ct);
        }

        Assert.Equal(["ReportedIneligible 70.00"], await BesidesAsync(amina));
        var row = Assert.Single((await amina.OpenAsync($"/xs/support/{activity.Id}")).QuerySelectorAll("[data-test=oda] tbody tr"));
        Assert.Equal("Reported as assistance, not eligible by rule ODA-7", Text(row, "Beside each other"));
        Assert.Contains("for Guard", Text(row, "Form"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_eligible_and_unreported_surfaces_on_the_overview_and_opens_its_rows()
    {
        await using var app = await TestApp.SoleniaAsync();
        var amina = await app.AsAsync(Amina);

        var page = await amina.OpenAsync("/xs/support/overview");

        var figure = page.QuerySelector("[data-test=unreported] a")!;
        Assert.NotEqual(0m, NumberOf(figure));
        foreach (var cell in new[] { figure }.Concat(new[] { "verdicts", "beside", "reach" }.SelectMany(t => page.QuerySelectorAll($"[data-test={t}] td.number a"))))
        {
            Assert.Equal(NumberOf(cell), NumberOf((await amina.OpenAsync(cell.GetAttribute("href")!)).QuerySelector("[data-test=total] .number")!));
        }

        var sums = new[] { "flows", "verdicts", "beside", "reach" }.Select(t => page.QuerySelectorAll($"[data-test={t}] td[data-label=Amount]").Sum(NumberOf)).Distinct();
        Assert.Single(sums);
    }

    [Fact]
    public async Task The_page_of_an_activity_and_the_ledger_judge_alike()
    {
        await using var app = await TestApp.SoleniaAsync();
        var amina = await app.AsAsync(Amina);
        await using var db = await app.AminaAsync();
        var judge = await db.OdaJudgeAsync("XS", Ct);
        var activities = await db.Activities.AsNoTracking().Where(a => a.Country == "XS").ToListAsync(Ct);
        var transactions = (await db.Transactions.AsNoTracking().Where(t => t.Country == "XS").ToListAsync(Ct)).ToLookup(t => t.ActivityId);
        var onPages = activities.SelectMany(a => OdaLine.Of(a, transactions[a.Id], judge), (a, l) => (a.Identifier, l.Judgement.Decision.Verdict)).ToHashSet();

        var inLedger = new HashSet<(string, OdaVerdict)>();
        foreach (var verdict in Enum.GetValues<OdaVerdict>())
        {
            var file = await amina.Client.GetStringAsync($"/xs/support/ledger/rows?view=Funding&oda={verdict}&handler=export&format=csv", Ct);
            inLedger.UnionWith(file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => (l.Split(',')[0].Trim('"'), verdict)));
        }

        Assert.Contains(inLedger, l => l.Item2 == OdaVerdict.NotEligible);
        Assert.Contains(inLedger, l => l.Item2 == OdaVerdict.Eligible);
        Assert.Empty(inLedger.Except(onPages));
    }

    private static async Task<List<string>> BesidesAsync(Visitor visitor)
    {
        using var json = System.Text.Json.JsonDocument.Parse(await visitor.Client.GetStringAsync("/xs/support/explorer?rows=oda-beside&columns=none&handler=export&format=json", Ct));
        return [.. json.RootElement.GetProperty("lines").EnumerateArray().Select(l => string.Create(CultureInfo.InvariantCulture, $"{l.GetProperty("value").GetString()} {l.GetProperty("total").GetDecimal():F2}"))];
    }

    private static string Text(IElement row, string label) => string.Join(' ', row.QuerySelector($"[data-label='{label}']")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal);

    private static decimal NumberOf(IElement element) => decimal.Parse(element.TextContent.Trim(), NumberStyles.Number, CultureInfo.InvariantCulture);
}
