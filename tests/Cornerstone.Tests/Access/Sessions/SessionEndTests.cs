using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Access.Sessions;

/// <summary>Goal 3 of the security text: after each of these, a copied cookie opens nothing on the very next request.</summary>
public sealed class SessionEndTests
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Signing_out()
    {
        await using var app = await TestApp.StartAsync();
        var (amina, copy) = await CopiedCookie.SignInAsync(app, Amina);
        await copy.AssertOpensAsync();

        await amina.PostAsync("/sign-out", await amina.OpenAsync("/sign-out"), []);

        await copy.AssertIsWorthNothingAsync();
    }

    [Fact]
    public async Task Ending_it_from_another_browser()
    {
        await using var app = await TestApp.StartAsync();
        var copy = await CopiedCookie.OfAsync(app, Amina);
        var desk = await app.AsAsync(Amina);

        await desk.SubmitAsync(await desk.OpenAsync("/account/sessions"), "form[action*=EndOthers]", []);

        await copy.AssertIsWorthNothingAsync();
        Assert.Equal(System.Net.HttpStatusCode.OK, await desk.StatusOfAsync("/xs"));
    }

    [Fact]
    public async Task Signing_in_anew_in_the_same_browser()
    {
        await using var app = await TestApp.StartAsync();
        var (browser, copy) = await CopiedCookie.SignInAsync(app, Amina);

        await browser.PostAsync("/sign-in?handler=Demonstration", await browser.OpenAsync("/sign-in"), new() { ["person"] = Bruno.Id.ToString() });

        await copy.AssertIsWorthNothingAsync();
    }

    [Fact]
    public async Task Being_disabled()
    {
        await using var app = await TestApp.StartAsync();
        var copy = await CopiedCookie.OfAsync(app, Bruno);

        await ChangeAsync(app, async db => (await db.Users.SingleAsync(p => p.Id == Bruno.Id, Ct)).DisabledAt = Morning);

        await copy.AssertIsWorthNothingAsync();
    }

    [Fact]
    public async Task Losing_a_role()
    {
        await using var app = await TestApp.StartAsync();
        var copy = await CopiedCookie.OfAsync(app, Amina);

        await ChangeAsync(app, async db =>
        {
            var membership = await db.Memberships.SingleAsync(m => m.PersonId == Amina.Id && m.Country == Workspace.Shared, Ct);
            membership.EndedAt = membership.GrantedAt.AddDays(1);
        });

        await copy.AssertIsWorthNothingAsync();
    }

    [Fact]
    public async Task Being_given_a_role()
    {
        await using var app = await TestApp.StartAsync();
        var copy = await CopiedCookie.OfAsync(app, Bruno);

        await ChangeAsync(app, db =>
        {
            db.Memberships.Add(new() { PersonId = Bruno.Id, Country = "XS", Role = Role.CivilSociety, Clearance = Classification.Public, GrantedAt = Morning });
            return Task.CompletedTask;
        });

        await copy.AssertIsWorthNothingAsync();
    }

    [Fact]
    public async Task Getting_a_new_password()
    {
        await using var app = await TestApp.StartAsync();
        var copy = await CopiedCookie.OfAsync(app, Bruno);
        var link = await TwoAdministrators.NewPasswordAsync(app, Bruno);
        var visitor = app.AsNobody();

        await visitor.PostAsync(link, await visitor.OpenAsync(link), new() { ["Password"] = "seven quiet lanterns" });

        await copy.AssertIsWorthNothingAsync();
    }

    [Theory]
    [InlineData(59, true)]
    [InlineData(60, false)]
    [InlineData(-2, false)]
    public async Task An_hour_without_use_or_a_clock_that_went_back(int minutes, bool isOpen)
    {
        var clock = new SetClock(Morning);
        await using var app = await StartAsync(clock);
        var copy = await CopiedCookie.OfAsync(app, Amina);

        clock.Now = Morning.AddMinutes(minutes);

        await (isOpen ? copy.AssertOpensAsync() : copy.AssertIsWorthNothingAsync());
    }

    [Fact]
    public async Task Eight_hours_however_much_it_is_used()
    {
        var clock = new SetClock(Morning);
        await using var app = await StartAsync(clock);
        var copy = await CopiedCookie.OfAsync(app, Amina);

        while ((clock.Now += TimeSpan.FromMinutes(48)) < Morning.AddHours(8))
        {
            await copy.AssertOpensAsync();
        }

        await copy.AssertIsWorthNothingAsync();
    }

    private static Task<TestApp> StartAsync(TimeProvider clock) => TestApp.StartAsync(adjust: b => b.Services.AddSingleton(clock));

    private static async Task ChangeAsync(TestApp app, Func<AppDb, Task> change)
    {
        await using var db = await app.Database.AsAsync(Reader.Operator, Ct);
        await change(db);
        await db.SaveAsync(new("access.test", "XS", Morning), Ct);
    }
}
