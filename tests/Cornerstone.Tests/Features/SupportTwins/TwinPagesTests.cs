using System.Net;
using Cornerstone.Features.Support;
using Cornerstone.Tests.Features.Support;
using Cornerstone.Tests.Features.SupportImport;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.SupportTwins;

public sealed class TwinPagesTests
{
    private const string Page = "/xs/support/twins";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_records_that_look_alike_are_counted_once_after_a_person_said_so_and_twice_again_when_it_is_taken_back()
    {
        await using var app = await TestApp.StartAsync();
        await app.ImportAsync(GivenFiles.File(Academy("D", "D-1", 1_000_000)));
        await app.ImportAsync(GivenFiles.File(Academy("F", "F-1", 1_010_000)));
        var amina = await app.AsAsync(Amina);
        Assert.Equal("2,010,000.00", await SumAsync(amina));

        var link = (await amina.OpenAsync(Page)).QuerySelector("[data-test=proposed] a")!.GetAttribute("href")!;
        var pair = await amina.OpenAsync(link);
        Assert.Contains("amounts within two per cent", pair.QuerySelector("[data-test=reasons]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1,010,000", pair.QuerySelector("[data-test=pair]")!.TextContent, StringComparison.Ordinal);
        var standing = (await ActivitiesAsync(app))["D-1"];
        Assert.Equal(HttpStatusCode.Redirect, (await amina.PostAsync($"{link}?handler=Same", pair, new() { ["Standing"] = standing.ToString() })).StatusCode);

        Assert.Equal("1,000,000.00", await SumAsync(amina));
        Assert.Null((await amina.OpenAsync(Page)).QuerySelector("[data-test=proposed]"));
        Assert.NotNull((await amina.OpenAsync($"/xs/support/{standing}")).QuerySelector("[data-test=same]"));
        Assert.Contains("support.join", await app.ActsAsync());

        var decided = await amina.OpenAsync(link);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await amina.PostAsync($"{link}?handler=Same", decided, new() { ["Standing"] = standing.ToString() })).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await amina.PostAsync($"{link}?handler=End", decided, [])).StatusCode);
        Assert.Equal("2,010,000.00", await SumAsync(amina));
        Assert.NotNull((await amina.OpenAsync(Page)).QuerySelector("[data-test=proposed]"));
    }

    [Fact]
    public async Task Who_said_that_they_are_two_is_not_asked_again()
    {
        await using var app = await TestApp.StartAsync();
        await app.ImportAsync(GivenFiles.File(Academy("D", "D-1", 1_000_000)));
        await app.ImportAsync(GivenFiles.File(Academy("F", "F-1", 1_010_000)));
        var amina = await app.AsAsync(Amina);
        var link = (await amina.OpenAsync(Page)).QuerySelector("[data-test=proposed] a")!.GetAttribute("href")!;

        await amina.PostAsync($"{link}?handler=Two", await amina.OpenAsync(link), []);

        var page = await amina.OpenAsync(Page);
        Assert.Null(page.QuerySelector("[data-test=proposed]"));
        Assert.Contains("They are two", page.QuerySelector("[data-test=decided]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("They are two", await amina.Client.GetStringAsync($"{Page}?handler=export&format=csv", Ct), StringComparison.Ordinal);
        Assert.Equal("2,010,000.00", await SumAsync(amina));
    }

    [Fact]
    public async Task Readers_see_it_and_do_not_decide_and_strangers_do_not_see_it()
    {
        await using var app = await TestApp.StartAsync();
        await app.ImportAsync(GivenFiles.File(Academy("D", "D-1", 1_000_000)));
        await app.ImportAsync(GivenFiles.File(Academy("F", "F-1", 1_010_000)));
        var elif = await app.AsAsync(Elif);
        var link = (await elif.OpenAsync(Page)).QuerySelector("[data-test=proposed] a")!.GetAttribute("href")!;

        var pair = await elif.OpenAsync(link);

        Assert.Null(pair.QuerySelector("[data-test=decide]"));
        Assert.NotEqual(HttpStatusCode.Redirect, (await elif.PostAsync($"{link}?handler=Same", pair, [])).StatusCode);
        Assert.Equal("2,010,000.00", await SumAsync(elif));
        Assert.Equal(HttpStatusCode.NotFound, await elif.StatusOfAsync($"{Page}/{Guid.CreateVersion7()}/{Guid.CreateVersion7()}"));
        Assert.NotEqual(HttpStatusCode.OK, await (await app.AsAsync(Karim)).StatusOfAsync(Page));
    }

    [Fact]
    public async Task That_a_record_is_one_with_a_secret_one_is_as_secret_as_it()
    {
        await using var app = await TestApp.StartAsync();
        var (open, secret) = (await app.ActivityAsync("OPEN-100001", adjust: a => a.Title = Wording.Of("en", "Renovation of the police academy")), await app.ActivityAsync("SECRET-100001", Classification.Restricted, a => a.Title = Wording.Of("en", "Renovation of the police academy")));
        await using (var db = await app.AminaAsync())
        {
            db.AddRange(GivenSupport.Paid(open, 100m), GivenSupport.Paid(secret, 100m));
            await db.SaveAsync(GivenSupport.Adding(), Ct);
        }

        var amina = await app.AsAsync(Amina);
        var link = $"{Page}/{open.Id}/{secret.Id}";
        await amina.PostAsync($"{link}?handler=Same", await amina.OpenAsync(link), new() { ["Standing"] = secret.Id.ToString() });

        var elif = await app.AsAsync(Elif);
        Assert.Equal(("100.00", "100.00"), (await SumAsync(amina), await SumAsync(elif)));
        Assert.Null((await elif.OpenAsync($"/xs/support/{open.Id}")).QuerySelector("[data-test=same]"));
        Assert.Equal(HttpStatusCode.NotFound, await elif.StatusOfAsync(link));
    }

    private static string Academy(string partner, string identifier, int amount) => $"""
        <iati-activity default-currency="USD"><iati-identifier>{identifier}</iati-identifier><reporting-org ref="{partner}" type="10"><narrative>Partner {partner}</narrative></reporting-org>
          <title><narrative>Renovation of the police academy in Harbour</narrative></title><participating-org role="1" ref="D"><narrative>Partner D</narrative></participating-org>
          <activity-date type="2" iso-date="2024-03-01"/><recipient-country code="XS"/><sector vocabulary="1" code="15132"/>
          <transaction><transaction-type code="3"/><transaction-date iso-date="2025-03-01"/><value value-date="2025-03-01">{amount}</value></transaction>
        </iati-activity>
        """;

    private static async Task<Dictionary<string, Guid>> ActivitiesAsync(TestApp app)
    {
        await using var db = await app.AminaAsync();
        return await db.Activities.ToDictionaryAsync(a => a.Identifier, a => a.Id, Ct);
    }

    private static async Task<string> SumAsync(Visitor visitor) =>
        (await visitor.OpenAsync("/xs/support/ledger?view=Spending")).QuerySelector("[data-test=sums] bdi .number, [data-test=sums] bdi")!.TextContent.Trim().Split(' ')[0];
}
