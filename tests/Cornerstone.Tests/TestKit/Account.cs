using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Cornerstone.Access;
using Cornerstone.Access.Factors;
using Cornerstone.Access.Passwords;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Cornerstone.Tests.TestKit;

/// <summary>Somebody with a password, who signs in the long way, with the authenticator on their telephone.</summary>
internal sealed class Account(TestApp app, string email)
{
    public const string Password = "seven quiet lanterns";

    private byte[] secret = [];

    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    private TimeProvider Clock => app.Services.GetRequiredService<TimeProvider>();

    /// <summary>The program with passwords hashed in no time: for tests that look at something else.</summary>
    public static Task<TestApp> StartAppAsync(TimeProvider? clock = null) => TestApp.StartAsync(adjust: b =>
    {
        b.Services.AddSingleton(clock ?? TimeProvider.System);
        b.Services.Configure<PasswordHasherOptions>(o => o.IterationCount = 1);
    });

    /// <summary>One of the fixed people with a password and nothing else.</summary>
    public static async Task<Account> OfAsync(TestApp app, DemonstrationPerson person)
    {
        await using var db = await app.DbAsAsync(person);
        var hash = await app.Services.GetRequiredService<PasswordHashing>().HashAsync(Password, TestContext.Current.CancellationToken);
        db.Passwords.Add(new() { PersonId = person.Id, Hash = hash, ChangedAt = DateTimeOffset.UnixEpoch });
        await db.SaveAsync(new("access.new-password", "UN", DateTimeOffset.UnixEpoch), TestContext.Current.CancellationToken);
        return new(app, $"{person.Name.Split(' ')[0].ToLowerInvariant()}@solenia.example");
    }

    /// <summary>With an authenticator, set up as the first sign-in asks; signed in with it.</summary>
    public async Task<Visitor> SetUpAsync(string password = Password)
    {
        var visitor = app.AsNobody();
        using (var answer = await GivePasswordAsync(visitor, password))
        {
            Assert.StartsWith("/sign-in/authenticator", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        }

        using var done = await PhotographAndConfirmAsync(visitor, "/sign-in/authenticator");
        await WriteDownAsync(visitor, done);
        return visitor;
    }

    /// <summary>Reads the page's secret into the telephone and sends back the code it shows.</summary>
    public async Task<HttpResponseMessage> PhotographAndConfirmAsync(Visitor visitor, string address) => await ConfirmAsync(visitor, await PhotographAsync(visitor, address));

    public async Task<IHtmlDocument> PhotographAsync(Visitor visitor, string address)
    {
        var page = await visitor.OpenAsync(address);
        secret = FromBase32(page.QuerySelector("[data-test=secret]")!.TextContent);
        return page;
    }

    public Task<HttpResponseMessage> ConfirmAsync(Visitor visitor, IHtmlDocument page) =>
        visitor.SubmitAsync(page, "form:has([name=Sealed])", new() { ["Code"] = CodeAt(Clock.GetUtcNow()) });

    public async Task WriteDownAsync(Visitor visitor, HttpResponseMessage done)
    {
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        RecoveryCodes = [.. (await visitor.OpenAsync(done.Headers.Location!.ToString())).QuerySelectorAll("[data-test=recovery-codes] code").Select(c => c.TextContent)];
    }

    public async Task<HttpResponseMessage> GivePasswordAsync(Visitor visitor, string password = Password) =>
        await visitor.PostAsync("/sign-in", await visitor.OpenAsync("/sign-in"), new() { ["Email"] = email, ["Password"] = password });

    public static async Task<HttpResponseMessage> GiveCodeAsync(Visitor visitor, string code) => await GiveCodeAsync(visitor, await visitor.OpenAsync("/sign-in/code"), code);

    public static Task<HttpResponseMessage> GiveCodeAsync(Visitor visitor, IHtmlDocument page, string code) =>
        visitor.SubmitAsync(page, "form:has([name=Code])", new() { ["Code"] = code });

    /// <summary>What the telephone shows.</summary>
    public string CodeAt(DateTimeOffset at) => Totp.Code(secret, Totp.StepAt(at));

    private static byte[] FromBase32(string grouped)
    {
        var bits = new StringBuilder();
        foreach (var letter in grouped.Where(char.IsLetterOrDigit))
        {
            bits.Append(Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0'));
        }

        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.ToString(i * 8, 8), 2))];
    }
}
