using System.Globalization;
using System.Net;
using System.Text.Json;
using Cornerstone.Features.OdaEligibility;
using Cornerstone.Features.Support;
using Cornerstone.Tests.Features.Support;
using Cornerstone.Tests.Features.SupportImport;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.OdaEligibility;

/// <summary>A person answers what the table asks of a line; the page, the ledger and the history go with it, and back.</summary>
public sealed class AnswersPageTests
{
    private static readonly Dictionary<string, string> NotLethal = new() { ["Recipient"] = "Police", ["Support"] = "Equipment", ["Lethal"] = "False", ["Because"] = "Delivery note 7 of the ministry" };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_verdict_of_the_page_and_of_the_ledger_moves_with_an_answer_and_back_when_it_is_taken_back()
    {
        await using var app = await TestApp.StartAsync();
        var (amina, id) = (await app.AsAsync(Amina), await PaidAsync(app, "15132"));
        Assert.Equal(["Undetermined 70.00"], await VerdictsAsync(amina));

        using var saved = await AnswerAsync(amina, id, NotLethal);

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal(["Eligible 70.00"], await VerdictsAsync(amina));
        var row = (await (await app.AsAsync(Elif)).OpenAsync($"/xs/support/{id}")).QuerySelector("[data-test=oda] tbody tr")!;
        Assert.Contains("ODA-3", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Delivery note 7 of the ministry", row.QuerySelector("[data-test=answered]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Amina.Name, row.QuerySelector("[data-test=answered]")!.TextContent, StringComparison.Ordinal);

        await amina.SubmitAsync(await amina.OpenAsync($"/xs/support/{id}/oda"), "form[data-test=withdraw]", []);

        Assert.Equal(["Undetermined 70.00"], await VerdictsAsync(amina));
        var history = (await amina.OpenAsync($"/xs/support/{id}?tab=history")).QuerySelector("main")!.TextContent;
        Assert.Contains("Question of assistance answered", history, StringComparison.Ordinal);
        Assert.Contains("Answer on assistance taken back", history, StringComparison.Ordinal);
        Assert.Contains("Delivery note 7 of the ministry", history, StringComparison.Ordinal);
        Assert.Equal(["support.oda", "support.oda-withdraw"], (await app.ActsAsync()).Where(a => a.StartsWith("support.oda", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Of_training_in_rights_the_assessor_states_the_part_and_the_reporters_word_stays()
    {
        await using var app = await TestApp.StartAsync();
        var (amina, id) = (await app.AsAsync(Amina), await PaidAsync(app, "15210"));

        using var saved = await AnswerAsync(amina, id, new() { ["Recipient"] = "Military", ["Support"] = "RightsTraining", ["Oversight"] = "True", ["SharePercent"] = "37.5", ["Because"] = "The programme's budget" });

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var row = (await amina.OpenAsync($"/xs/support/{id}")).QuerySelector("[data-test=oda] tbody tr")!;
        Assert.Contains("ODA-6", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("37.5", row.QuerySelector("[data-label='By the rules']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("10 Official development assistance", row.QuerySelector("[data-label='The reporter says']")!.TextContent.Trim());
        Assert.Equal(["PartlyEligible 70.00"], await VerdictsAsync(amina));
    }

    [Fact]
    public async Task First_is_asked_what_would_have_to_be_known_first()
    {
        await using var app = await TestApp.StartAsync();
        var (amina, id) = (await app.AsAsync(Amina), await PaidAsync(app, "15132", SupportForm.Equipment));

        var form = (await amina.OpenAsync($"/xs/support/{id}/oda")).QuerySelector("form[data-test=oda-answer]")!;

        Assert.Equal(["Lethal"], form.QuerySelectorAll("select").Except(form.QuerySelectorAll("details select")).Select(s => s.GetAttribute("name")));
        Assert.Null(form.QuerySelector("[name=Support]"));
        Assert.NotNull(form.QuerySelector("details [name=Oversight]"));
    }

    [Theory]
    [InlineData("Because", "", "Because")]
    [InlineData("Because", "   ", "Because")]
    [InlineData("Support", "Bombs", "Support")]
    [InlineData("Lethal", "perhaps", "Lethal")]
    [InlineData("SharePercent", "101", "SharePercent")]
    [InlineData("SharePercent", "-1", "SharePercent")]
    [InlineData("SharePercent", "half", "SharePercent")]
    [InlineData("SharePercent", "50", "SharePercent")]
    public async Task What_cannot_be_is_refused_at_its_field_and_nothing_changes(string field, string written, string at)
    {
        await using var app = await TestApp.StartAsync();
        var (amina, id) = (await app.AsAsync(Amina), await PaidAsync(app, "15132"));

        using var answer = await AnswerAsync(amina, id, new(NotLethal) { [field] = written });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull((await Visitor.ParseAsync(answer)).QuerySelector($"#{at}-error"));
        Assert.DoesNotContain("support.oda", await app.ActsAsync());
    }

    [Fact]
    public async Task Nothing_answered_is_refused_and_whoever_comes_second_is_told()
    {
        await using var app = await TestApp.StartAsync();
        var (amina, id) = (await app.AsAsync(Amina), await PaidAsync(app, "15132"));
        using var nothing = await AnswerAsync(amina, id, new() { ["Because"] = "A visit" });
        Assert.Contains("Answer at least one question.", (await Visitor.ParseAsync(nothing)).QuerySelector("#Recipient-error")!.TextContent, StringComparison.Ordinal);

        var stale = await amina.OpenAsync($"/xs/support/{id}/oda");
        using var first = await AnswerAsync(amina, id, NotLethal);
        using var second = await amina.SubmitAsync(stale, "form[data-test=oda-answer]", new(NotLethal) { ["Lethal"] = "True" });

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Conflict), (first.StatusCode, second.StatusCode));
        Assert.Equal(["Eligible 70.00"], await VerdictsAsync(amina));
    }

    [Fact]
    public async Task Whoever_may_not_edit_support_gets_no_form()
    {
        await using var app = await TestApp.StartAsync();
        var (elif, id) = (await app.AsAsync(Elif), await PaidAsync(app, "15132"));

        Assert.NotEqual(HttpStatusCode.OK, await elif.StatusOfAsync($"/xs/support/{id}/oda"));
        Assert.Null((await elif.OpenAsync($"/xs/support/{id}")).QuerySelector("[data-test=answer]"));
        var amina = await app.AsAsync(Amina);
        Assert.NotNull((await amina.OpenAsync($"/xs/support/{id}")).QuerySelector("[data-test=answer]"));
        Assert.Equal(HttpStatusCode.NotFound, await amina.StatusOfAsync($"/xs/support/{Guid.CreateVersion7()}/oda"));
        Assert.Equal(HttpStatusCode.NotFound, await amina.StatusOfAsync($"/xs/support/{id}/oda?line=nothing"));
    }

    [Fact]
    public async Task An_answer_is_read_and_written_where_its_activity_is_and_nowhere_else()
    {
        await using var app = await TestApp.StartAsync();
        var secret = await app.ActivityAsync("N-2", Classification.Restricted);
        await using (var db = await app.AminaAsync())
        {
            db.Add(Said(secret));
            await db.SaveAsync(GivenSupport.Adding(), Ct);
            Assert.Equal(Classification.Restricted, (await db.OdaAnswers.AsNoTracking().SingleAsync(Ct)).Classification);
        }

        await using var elif = await app.DbAsAsync(Elif);
        Assert.Empty(await elif.OdaAnswers.ToListAsync(Ct));

        var elsewhere = new Activity { Id = secret.Id, Country = "XV", Classification = Classification.Public, SourceId = secret.SourceId, Identifier = "X", RecordedBy = Amina.Id, RecordedAt = default };
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await RefusedAsync(app, Said(elsewhere)));
        var lower = Said(secret, "lower");
        lower.Classification = Classification.Public;
        Assert.Equal(PostgresErrorCodes.ForeignKeyViolation, await RefusedAsync(app, lower));
    }

    private static OdaAnswer Said(Activity activity, string? sector = null) =>
        OdaAnswer.To(activity, new(null, sector, null, null), false).Say(new(OdaRecipient.Police), null, "A visit", Amina.Id, DateTimeOffset.UnixEpoch);

    private static async Task<string?> RefusedAsync(TestApp app, OdaAnswer answer)
    {
        await using var db = await app.AminaAsync();
        db.Add(answer);
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => db.SaveAsync(GivenSupport.Adding(), Ct));
        return (refused as PostgresException ?? refused.InnerException as PostgresException)?.SqlState;
    }

    private static async Task<Guid> PaidAsync(TestApp app, string sector, SupportForm? form = null)
    {
        var activity = await app.ActivityAsync("N-1", adjust: a => (a.FlowType, a.Sectors) = ("10", [new(sector)]));
        await using var db = await app.AminaAsync();
        var paid = GivenSupport.Paid(activity, 70m);
        paid.Form = form;
        db.Add(paid);
        await db.SaveAsync(GivenSupport.Adding(), Ct);
        return activity.Id;
    }

    private static async Task<HttpResponseMessage> AnswerAsync(Visitor visitor, Guid id, Dictionary<string, string> said) =>
        await visitor.SubmitAsync(await visitor.OpenAsync($"/xs/support/{id}/oda"), "form[data-test=oda-answer]", said);

    private static async Task<List<string>> VerdictsAsync(Visitor visitor)
    {
        using var json = JsonDocument.Parse(await visitor.Client.GetStringAsync("/xs/support/explorer?rows=oda&columns=none&handler=export&format=json", Ct));
        return [.. json.RootElement.GetProperty("lines").EnumerateArray().Select(l => string.Create(CultureInfo.InvariantCulture, $"{l.GetProperty("value").GetString()} {l.GetProperty("total").GetDecimal():F2}"))];
    }
}
