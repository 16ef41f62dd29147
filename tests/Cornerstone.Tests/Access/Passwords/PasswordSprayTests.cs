using System.Net;
using Cornerstone.Access;
using Cornerstone.Access.Passwords;
using Cornerstone.Tests.TestKit;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Access.Passwords;

/// <summary>One password at ever other accounts, from ever other addresses: nobody's pace slows that down (security handbook, goals 2 and 25).</summary>
public sealed class PasswordSprayTests
{
    private const string Right = "seven quiet lanterns";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Somebody_with_the_right_password_comes_in_while_others_try_theirs()
    {
        using var hasher = new HeldHasher();
        hasher.Release();
        await using var app = await StartAsync(hasher);
        var spray = await Spray.FromAsync(app);

        var sprayed = Enumerable.Range(0, 60).Select(i => spray.TryAsync(i)).ToList();
        using var bruno = await spray.TryAsync("198.51.100.7", "bruno@solenia.example", Right);

        Assert.Equal(HttpStatusCode.Redirect, bruno.StatusCode);
        Assert.All(await Task.WhenAll(sprayed), a => Assert.Equal(HttpStatusCode.UnprocessableEntity, a.StatusCode));
    }

    [Fact]
    public async Task More_than_can_be_compared_are_told_to_come_back_whoever_they_ask_for_and_it_counts_for_nobody()
    {
        using var hasher = new HeldHasher();
        await using var app = await StartAsync(hasher);
        var spray = await Spray.FromAsync(app);
        var hashing = app.Services.GetRequiredService<PasswordHashing>();
        var sprayed = Enumerable.Range(0, PasswordHashing.Longest + Environment.ProcessorCount).Select(i => spray.TryAsync(i)).ToList();
        while (!hashing.IsBusy)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), Ct);
        }

        var answers = new List<string>();
        foreach (var email in new[] { "bruno@solenia.example", "nobody@solenia.example" })
        {
            for (var i = 0; i < 7; i++)
            {
                using var answer = await spray.TryAsync("198.51.100.7", email, Right);
                Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
                Assert.Equal("10", answer.Headers.RetryAfter!.ToString());
                answers.Add((await Visitor.ParseAsync(answer)).QuerySelector("main .error-summary")!.OuterHtml);
            }
        }

        Assert.Single(answers.Distinct());
        Assert.Equal(HttpStatusCode.OK, await app.AsNobody().StatusOfAsync("/sign-in"));
        hasher.Release();
        await Task.WhenAll(sprayed);
        using var bruno = await spray.TryAsync("198.51.100.7", "bruno@solenia.example", Right);
        Assert.Equal(HttpStatusCode.Redirect, bruno.StatusCode);
    }

    private static async Task<TestApp> StartAsync(HeldHasher hasher)
    {
        var app = await TestApp.StartAsync(adjust: b => b.Services.AddSingleton<IPasswordHasher<Person>>(hasher));
        await using var db = await app.DbAsAsync(Bruno);
        var now = TimeProvider.System.GetUtcNow();
        db.Passwords.Add(new() { PersonId = Bruno.Id, Hash = hasher.HashPassword(null!, Right), ChangedAt = now });
        await db.SaveAsync(new("access.new-password", "UN", now), Ct);
        return app;
    }

    private sealed record Spray(HttpClient Client, string Token)
    {
        public static async Task<Spray> FromAsync(TestApp app)
        {
            var visitor = app.AsNobody();
            var page = await visitor.OpenAsync("/sign-in");
            return new(visitor.Client, page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!);
        }

        public Task<HttpResponseMessage> TryAsync(int number) => TryAsync($"203.0.113.{number}", $"person{number}@solenia.example", "Summer2026!Summer");

        public async Task<HttpResponseMessage> TryAsync(string from, string email, string password)
        {
            using var form = new FormUrlEncodedContent([new("Email", email), new("Password", password), new("__RequestVerificationToken", Token)]);
            using var ask = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = form, Headers = { { "X-Forwarded-For", from } } };
            return await Client.SendAsync(ask, Ct);
        }
    }

    /// <summary>Compares nothing until it is let go.</summary>
    private sealed class HeldHasher : IPasswordHasher<Person>, IDisposable
    {
        private readonly ManualResetEventSlim free = new();

        public void Release() => free.Set();

        public void Dispose()
        {
            free.Set();
            free.Dispose();
        }

        public string HashPassword(Person user, string password) => $"hash of {password}";

        public PasswordVerificationResult VerifyHashedPassword(Person user, string hashedPassword, string providedPassword)
        {
            free.Wait(Ct);
            return hashedPassword == HashPassword(user, providedPassword) ? PasswordVerificationResult.Success : PasswordVerificationResult.Failed;
        }
    }
}
