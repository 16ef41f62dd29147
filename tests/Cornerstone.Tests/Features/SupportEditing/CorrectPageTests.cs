using System.Net;
using Cornerstone.Features.Support;
using Cornerstone.Tests.Features.SupportImport;
using Cornerstone.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.SupportEditing;

/// <summary>The country corrects a source field by field; a newer file leaves it alone, and a person decides anew where the source changed its word.</summary>
public sealed class CorrectPageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_corrected_field_survives_the_next_file_until_the_sources_word_is_let_hold_again()
    {
        await using var app = await TestApp.StartAsync();
        await app.ImportAsync(GivenFiles.File(GivenFiles.Border));
        var (amina, id) = (await app.AsAsync(Amina), await IdAsync(app));

        await CorrectAsync(amina, id, "Status", "Closed", "The partner's letter of March");
        await app.ImportAsync(GivenFiles.Named("later.xml", GivenFiles.Border.Replace("activity-status code=\"2\"", "activity-status code=\"3\"", StringComparison.Ordinal)));

        Assert.Equal(ActivityStatus.Closed, (await ReadAsync(app, id)).Status);
        var contested = await amina.OpenAsync($"/xs/support/{id}/correct");
        Assert.Contains("The source has changed its word since", contested.QuerySelector("[data-test=corrections]")!.TextContent, StringComparison.Ordinal);
        await amina.SubmitAsync(contested, "form[data-test=keep]", []);
        var kept = await amina.OpenAsync($"/xs/support/{id}/correct");
        Assert.Null(kept.QuerySelector("form[data-test=keep]"));
        Assert.Equal(ActivityStatus.Closed, (await ReadAsync(app, id)).Status);
        await amina.SubmitAsync(kept, "form[data-test=end]", []);
        Assert.Equal(ActivityStatus.Finalisation, (await ReadAsync(app, id)).Status);
        Assert.Equal(["support.correct", "support.decide", "support.decide"], (await app.ActsAsync()).Where(a => a is "support.correct" or "support.decide"));
    }

    [Theory]
    [InlineData("Sectors", "15210 60\n15130 25.5", "15210:60, 15130:25.5")]
    [InlineData("Sectors", "15210", "15210:")]
    [InlineData("Sectors", "15210 60\n15130 40\nPOL 70", "15210:60, 15130:40, POL:70")]
    [InlineData("Title", "Posts on the border", "Posts on the border")]
    [InlineData("PlannedEnd", "2027-12-31", "12/31/2027")]
    [InlineData("DefaultCurrency", "usd", "USD")]
    public async Task What_is_written_stands_there_and_the_source_keeps_its_own_word(string field, string written, string stands)
    {
        await using var app = await TestApp.StartAsync();
        await app.ImportAsync(GivenFiles.File(GivenFiles.Border));
        var (amina, id) = (await app.AsAsync(Amina), await IdAsync(app));

        await CorrectAsync(amina, id, field, written, "A visit");

        var activity = await ReadAsync(app, id);
        var value = field switch
        {
            "Sectors" => string.Join(", ", activity.Sectors.Select(s => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{s.Code}:{s.Percentage:0.##}"))),
            "Title" => activity.Title!.In("en"),
            "PlannedEnd" => activity.PlannedEnd!.Value.ToString("MM/dd/yyyy", System.Globalization.CultureInfo.InvariantCulture),
            _ => activity.DefaultCurrency,
        };
        Assert.Equal(stands, value);
        Assert.Equal("Postes frontière", field == "Title" ? activity.Title!.In("fr") : "Postes frontière");
        Assert.NotNull((await amina.OpenAsync($"/xs/support/{id}/origins")).QuerySelector("[data-test=origins]"));
    }

    [Theory]
    [InlineData("Sectors", "15210 sixty", "A visit", "15210 sixty")]
    [InlineData("Sectors", "15210 60\n15130 50", "A visit", "more than 100 per cent")]
    [InlineData("PlannedEnd", "31.12.2027", "A visit", "2026-05-31")]
    [InlineData("DefaultCurrency", "money", "A visit", "three letters")]
    [InlineData("Title", "Posts", "", "Reason: enter a value.")]
    [InlineData("Title", "Border posts", "A visit", "This stands here already.")]
    public async Task What_cannot_be_is_refused_with_the_reason_and_nothing_changes(string field, string written, string reason, string said)
    {
        await using var app = await TestApp.StartAsync();
        await app.ImportAsync(GivenFiles.File(GivenFiles.Border));
        var (amina, id) = (await app.AsAsync(Amina), await IdAsync(app));
        var acts = await app.ActsAsync();

        var page = await amina.OpenAsync($"/xs/support/{id}/correct?field={field}");
        using var answer = await amina.SubmitAsync(page, "form[data-test=correct]", new() { ["Given"] = written, ["Reason"] = reason });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(said, (await Visitor.ParseAsync(answer)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(acts, await app.ActsAsync());
    }

    [Fact]
    public async Task The_amount_of_a_line_is_corrected_and_whoever_comes_second_is_told()
    {
        await using var app = await TestApp.StartAsync();
        await app.ImportAsync(GivenFiles.File(GivenFiles.Border));
        var (amina, id) = (await app.AsAsync(Amina), await IdAsync(app));
        Guid line;
        await using (var db = await app.DbAsAsync(Amina))
        {
            line = await db.Transactions.Where(t => t.Amount == 1_000_000m).Select(t => t.Id).SingleAsync(Ct);
        }

        var stale = await amina.OpenAsync($"/xs/support/{id}/correct?field=Amount&line={line}");
        await CorrectAsync(amina, id, "Amount", "900000.50", "The treasury's receipt", line);
        using var second = await amina.SubmitAsync(stale, "form[data-test=correct]", new() { ["Given"] = "800000", ["Reason"] = "Another receipt" });

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        await using var after = await app.DbAsAsync(Amina);
        Assert.Equal(900_000.50m, (await after.Transactions.SingleAsync(t => t.Id == line, Ct)).Amount);
        Assert.Equal(FieldText.Of(1_000_000m), (await after.SupportCorrections.SingleAsync(Ct)).Said);
        Assert.Equal(HttpStatusCode.NotFound, await (await app.AsAsync(Elif)).StatusOfAsync($"/xs/support/{id}/correct"));
        Assert.Equal(HttpStatusCode.NotFound, await amina.StatusOfAsync($"/xs/support/{id}/correct?line={Guid.CreateVersion7()}"));
    }

    [Fact]
    public async Task An_amount_stands_where_the_source_had_none_and_why_it_had_none_comes_back_with_the_sources_word()
    {
        await using var app = await TestApp.StartAsync();
        await app.ImportAsync(GivenFiles.File(GivenFiles.Border));
        var (amina, id) = (await app.AsAsync(Amina), await IdAsync(app));
        Guid line;
        await using (var db = await app.DbAsAsync(Amina))
        {
            var told = await db.Transactions.SingleAsync(t => t.Amount == 1_000_000m, Ct);
            (line, told.Amount, told.Absence) = (told.Id, null, AmountAbsence.NotApplicable);
            await db.SaveAsync(new("support.workbook", "XS", DateTimeOffset.UnixEpoch), Ct);
        }

        await CorrectAsync(amina, id, "Amount", "5000", "The treasury's receipt", line);

        await using (var corrected = await app.DbAsAsync(Amina))
        {
            var stands = await corrected.Transactions.SingleAsync(t => t.Id == line, Ct);
            Assert.Equal((5_000m, null), (stands.Amount, stands.Absence));
        }

        await amina.SubmitAsync(await amina.OpenAsync($"/xs/support/{id}/correct"), "form[data-test=end]", []);

        await using var after = await app.DbAsAsync(Amina);
        var again = await after.Transactions.SingleAsync(t => t.Id == line, Ct);
        Assert.Equal((null, AmountAbsence.NotApplicable), (again.Amount, again.Absence));
        Assert.Empty(await after.SupportCorrections.Where(c => c.EndedAt == null).ToListAsync(Ct));
    }

    [Fact]
    public async Task Whoever_keeps_what_nobody_contests_is_told_so_on_the_page()
    {
        await using var app = await TestApp.StartAsync();
        await app.ImportAsync(GivenFiles.File(GivenFiles.Border));
        var (amina, id) = (await app.AsAsync(Amina), await IdAsync(app));
        await CorrectAsync(amina, id, "Status", "Closed", "A visit");
        var page = await amina.OpenAsync($"/xs/support/{id}/correct");

        using var kept = await amina.PostAsync($"/xs/support/{id}/correct?handler=Keep", page, new() { ["correction"] = page.QuerySelector("form[data-test=end] input[name=correction]")!.GetAttribute("value")! });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, kept.StatusCode);
        Assert.NotNull((await Visitor.ParseAsync(kept)).QuerySelector(".error-summary"));
    }

    private static async Task CorrectAsync(Visitor visitor, Guid id, string field, string given, string reason, Guid? line = null)
    {
        var page = await visitor.OpenAsync($"/xs/support/{id}/correct?field={field}{(line is null ? "" : $"&line={line}")}");
        using var answer = await visitor.SubmitAsync(page, "form[data-test=correct]", new() { ["Given"] = given, ["Reason"] = reason });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private static async Task<Guid> IdAsync(TestApp app)
    {
        await using var db = await app.DbAsAsync(Amina);
        return await db.Activities.Select(a => a.Id).SingleAsync(Ct);
    }

    private static async Task<Activity> ReadAsync(TestApp app, Guid id)
    {
        await using var db = await app.DbAsAsync(Amina);
        return await db.Activities.AsNoTracking().SingleAsync(a => a.Id == id, Ct);
    }
}
