using System.Net;
using Cornerstone.Access;
using Cornerstone.Access.Passwords;
using Cornerstone.Tests.Access.Sessions;
using Cornerstone.Tests.TestKit;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Access.Passwords;

public sealed class PasswordSignInTests
{
    private const string Right = "seven quiet lanterns";
    private static async Task<long> TriesAsync(TestApp app)
    {
        await using var sum = app.Database.Owner.CreateCommand("select coalesce(sum(failures), 0) from access.attempt");
        return (long)(await sum.ExecuteScalarAsync(Ct))!;
    }

    private static readonly DateTimeOffset Morning = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_known_an_unknown_and_a_disabled_person_cost_one_hash_each_and_get_the_same_answer()
    {
        var counted = new CountedHasher();
        await using var app = await StartAsync(new SetClock(Morning), counted);
        await GiveAsync(app, Bruno);
        await GiveAsync(app, Elif);
        await DisableAsync(app, Elif);
        await TryAsync(app, "warm-up@solenia.example", "not the right one");
        var bodies = new List<string>();

        foreach (var email in new[] { "bruno@solenia.example", "nobody@solenia.example", "elif@solenia.example", "amina@solenia.example" })
        {
            var before = counted.Computed;
            using var answer = await TryAsync(app, email, "not the right one");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Equal(1, counted.Computed - before);
            bodies.Add((await Visitor.ParseAsync(answer)).QuerySelector("main .error-summary")!.OuterHtml);
        }

        Assert.Single(bodies.Distinct());
    }

    [Fact]
    public async Task Guessing_is_slowed_by_the_tenth_try_holds_nobody_else_up_and_ends()
    {
        var clock = new HurriedClock();
        await using var app = await StartAsync(clock, new CountedHasher());
        await GiveAsync(app, Bruno);
        await GiveAsync(app, Elif);
        var answers = new List<HttpStatusCode>();

        for (var i = 0; i < 500; i++)
        {
            using var answer = await TryAsync(app, "bruno@solenia.example", $"wrong guess number {i}");
            answers.Add(answer.StatusCode);
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, answers.Take(10));
        Assert.All(answers.Skip(10), a => Assert.Equal(HttpStatusCode.TooManyRequests, a));
        Assert.Equal(answers.Count(a => a == HttpStatusCode.TooManyRequests), clock.Breaths);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await TryAsync(app, "bruno@solenia.example", Right)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await TryAsync(app, "elif@solenia.example", Right)).StatusCode);
        clock.Now += TimeSpan.FromMinutes(15);
        Assert.Equal(HttpStatusCode.Redirect, (await TryAsync(app, "bruno@solenia.example", Right)).StatusCode);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_try_that_has_to_wait_counts_for_nobody(bool isCode)
    {
        await using var app = await StartAsync(new SetClock(Morning), new CountedHasher());
        var throttle = app.Services.GetRequiredService<Throttle>();
        for (var i = 0; i < 70; i++)
        {
            // Many accounts from one place; one account's codes from many places.
            var from = new IPAddress([10, 0, 0, (byte)(isCode ? i : 1)]);
            await (isCode ? throttle.TakeCodeAsync(Bruno.Id, from, Ct) : throttle.TakeAsync($"SOMEBODY {i}", from, Ct));
        }

        var before = await TriesAsync(app);
        var place = new IPAddress([10, 0, 0, (byte)(isCode ? 200 : 1)]);
        var wait = await (isCode ? throttle.TakeCodeAsync(Bruno.Id, place, Ct) : throttle.TakeAsync("BRUNO", place, Ct));

        Assert.True(wait > TimeSpan.Zero);
        Assert.Equal(before, await TriesAsync(app));
    }

    [Fact]
    public async Task A_new_password_ends_every_link_that_was_open()
    {
        await using var app = await Account.StartAppAsync();
        var bruno = await (await Account.OfAsync(app, Bruno)).SetUpAsync();
        var older = await TwoAdministrators.NewPasswordAsync(app, Bruno);
        var newer = await TwoAdministrators.NewPasswordAsync(app, Bruno);
        Assert.Equal(HttpStatusCode.Gone, await app.AsNobody().StatusOfAsync(older));
        Assert.Equal(HttpStatusCode.OK, await app.AsNobody().StatusOfAsync(newer));

        using var changed = await bruno.SubmitAsync(await bruno.OpenAsync("/account/password"), "main form", new() { ["Current"] = Account.Password, ["New"] = "nine green harbours" });

        Assert.Equal("/account/sessions", changed.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.Gone, await app.AsNobody().StatusOfAsync(newer));
    }

    [Fact]
    public async Task An_unknown_address_is_slowed_in_the_same_way()
    {
        await using var app = await StartAsync(new SetClock(Morning), new CountedHasher());
        await GiveAsync(app, Bruno);

        foreach (var email in new[] { "bruno@solenia.example", "nobody@solenia.example" })
        {
            var answers = new List<HttpStatusCode>();
            for (var i = 0; i < 7; i++)
            {
                using var answer = await TryAsync(app, email, $"wrong guess number {i}");
                answers.Add(answer.StatusCode);
            }

            Assert.Equal(5, answers.Count(a => a == HttpStatusCode.UnprocessableEntity));
        }
    }

    [Fact]
    public async Task A_password_hashed_with_fewer_rounds_is_hashed_anew_and_the_session_lives()
    {
        await using var app = await TestApp.StartAsync();
        var old = new PasswordHasher<Person>(Options.Create(new PasswordHasherOptions { IterationCount = 100_000 })).HashPassword(null!, Right);
        await GiveAsync(app, Jamila, old);
        var visitor = app.AsNobody();

        using var answer = await visitor.PostAsync("/sign-in", await visitor.OpenAsync("/sign-in"), new() { ["Email"] = "jamila@solenia.example", ["Password"] = Right });

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await visitor.StatusOfAsync("/xs"));
        await using var db = await app.DbAsAsync(Jamila);
        var now = (await db.Passwords.SingleAsync(Ct)).Hash;
        Assert.NotEqual(old, now);
        Assert.Equal(PasswordHashing.Rounds, (int)System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(Convert.FromBase64String(now).AsSpan(5)));
    }

    [Fact]
    public async Task Changing_it_asks_for_the_old_one_and_ends_every_other_session()
    {
        await using var app = await TestApp.StartAsync();
        await GiveAsync(app, Bruno);
        var copy = await CopiedCookie.OfAsync(app, Bruno);
        var bruno = await app.AsAsync(Bruno);
        var page = await bruno.OpenAsync("/account/password");

        using var wrong = await bruno.PostAsync("/account/password", page, new() { ["Current"] = "something else here", ["New"] = "nine green harbours" });
        using var weak = await bruno.PostAsync("/account/password", page, new() { ["Current"] = Right, ["New"] = "password2026!" });
        await copy.AssertOpensAsync();
        using var good = await bruno.PostAsync("/account/password", page, new() { ["Current"] = Right, ["New"] = "nine green harbours" });

        Assert.Equal(
            [HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect],
            [wrong.StatusCode, weak.StatusCode, good.StatusCode]);
        await copy.AssertIsWorthNothingAsync();
        Assert.Equal(HttpStatusCode.OK, await bruno.StatusOfAsync("/xs"));
        Assert.Equal(HttpStatusCode.Redirect, (await TryAsync(app, "bruno@solenia.example", "nine green harbours")).StatusCode);
    }

    [Fact]
    public async Task A_hash_is_read_by_its_owner_and_nobody_else()
    {
        await using var app = await TestApp.StartAsync();
        await GiveAsync(app, Bruno);
        await using var karim = await app.DbAsAsync(Karim);
        await using var nobody = app.Database.App.CreateCommand("select count(*) from access.password");
        await using var attempts = app.Database.App.CreateCommand("select count(*) from access.attempt");

        Assert.Empty(await karim.Passwords.ToListAsync(Ct));
        Assert.Equal(0L, await nobody.ExecuteScalarAsync(Ct));
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => attempts.ExecuteScalarAsync(Ct));
    }

    private static Task<TestApp> StartAsync(TimeProvider clock, CountedHasher hasher) => TestApp.StartAsync(adjust: b =>
    {
        b.Services.AddSingleton(clock);
        b.Services.AddSingleton<IPasswordHasher<Person>>(hasher);
    });

    private static async Task GiveAsync(TestApp app, DemonstrationPerson person, string? hash = null)
    {
        await using var scope = app.Services.CreateAsyncScope();
        hash ??= scope.ServiceProvider.GetRequiredService<IPasswordHasher<Person>>().HashPassword(null!, Right);
        await using var db = await app.DbAsAsync(person);
        db.Passwords.Add(new() { PersonId = person.Id, Hash = hash, ChangedAt = Morning });
        await db.SaveAsync(new("access.new-password", "UN", Morning), Ct);
    }

    private static async Task DisableAsync(TestApp app, DemonstrationPerson person)
    {
        await using var db = await app.Database.AsAsync(Reader.Operator, Ct);
        (await db.Users.SingleAsync(p => p.Id == person.Id, Ct)).DisabledAt = Morning;
        await db.SaveAsync(new("access.disable", "UN", Morning), Ct);
    }

    private static async Task<HttpResponseMessage> TryAsync(TestApp app, string email, string password)
    {
        var visitor = app.AsNobody();
        return await visitor.PostAsync("/sign-in", await visitor.OpenAsync("/sign-in"), new() { ["Email"] = email, ["Password"] = password });
    }

    /// <summary>Who must wait hears so after a breath; here it is counted, and over at once.</summary>
    private sealed class HurriedClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = Morning;

        public int Breaths { get; private set; }

        public override DateTimeOffset GetUtcNow() => Now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime != Throttle.Breath) return base.CreateTimer(callback, state, dueTime, period);

            Breaths++;
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }

    /// <summary>Counts every hash that is made or compared; few rounds, because here not the time is looked at.</summary>
    private sealed class CountedHasher : IPasswordHasher<Person>
    {
        private readonly PasswordHasher<Person> real = new(Options.Create(new PasswordHasherOptions { IterationCount = 1 }));
        private int computed;

        public int Computed => computed;

        public string HashPassword(Person user, string password)
        {
            Interlocked.Increment(ref computed);
            return real.HashPassword(user, password);
        }

        public PasswordVerificationResult VerifyHashedPassword(Person user, string hashedPassword, string providedPassword)
        {
            Interlocked.Increment(ref computed);
            return real.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
