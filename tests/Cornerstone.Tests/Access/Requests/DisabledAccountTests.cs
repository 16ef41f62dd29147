using System.Net;
using Cornerstone.Access.Requests;
using Cornerstone.Tests.Access.Sessions;
using Cornerstone.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Access.Requests;

/// <summary>An account is closed and opened again by two people, or at once by the operator; nothing of it opens anything meanwhile.</summary>
public sealed class DisabledAccountTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_administrators_close_an_account_with_the_next_request_and_two_open_it_again()
    {
        await using var app = await Account.StartAppAsync();
        var bruno = await Account.OfAsync(app, Bruno);
        await bruno.SetUpAsync();
        var open = await CopiedCookie.OfAsync(app, Bruno);
        var link = await TwoAdministrators.NewPasswordAsync(app, Bruno);
        await TwoAdministrators.AskAsync(app, Bruno, RequestKind.Disable);
        await open.AssertOpensAsync();

        Assert.Null(await TwoAdministrators.ApproveAsync(app));

        await open.AssertIsWorthNothingAsync();
        Assert.Equal(HttpStatusCode.Gone, await app.AsNobody().StatusOfAsync(link));
        using (var refused = await bruno.GivePasswordAsync(app.AsNobody()))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        }

        await TwoAdministrators.AskAsync(app, Bruno, RequestKind.Enable);
        await TwoAdministrators.ApproveAsync(app);
        using var known = await bruno.GivePasswordAsync(app.AsNobody());
        Assert.StartsWith("/sign-in/code", known.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Empty(new[] { "access.disable", "access.enable" }.Except(await app.ActsAsync()));
    }

    [Fact]
    public async Task Who_works_elsewhere_too_is_not_disabled_from_one_country_and_nobody_disables_themselves()
    {
        await using var app = await TestApp.StartAsync();
        var karim = await app.AsAsync(Karim);
        var page = await karim.OpenAsync("/xs/people");

        foreach (var person in new[] { Amina, Karim })
        {
            using var refused = await karim.PostAsync("/xs/people?handler=Reset", page, new() { ["person"] = person.Id.ToString(), ["kind"] = nameof(RequestKind.Disable) });
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        }
    }

    [Fact]
    public async Task The_operator_disables_at_once_in_every_country_and_it_is_marked()
    {
        await using var app = await TestApp.StartAsync();
        var open = await CopiedCookie.OfAsync(app, Amina);

        var said = await AccessCommand.AskAsync(app.Database, RequestKind.Disable, "amina@solenia.example", alone: false, TimeProvider.System, Ct);

        Assert.StartsWith("Done", said, StringComparison.Ordinal);
        await open.AssertIsWorthNothingAsync();
        await using var db = await app.Database.AsAsync(Cornerstone.Access.Reader.Operator, Ct);
        Assert.True((await db.Set<AccessRequest>().SingleAsync(Ct)).IsAlone);
        await Assert.ThrowsAsync<RefusedException>(() => AccessCommand.AskAsync(app.Database, RequestKind.Disable, "amina@solenia.example", alone: false, TimeProvider.System, Ct));
    }

    [Theory]
    [InlineData("update access.person set disabled_at = now() where disabled_at is not null")]
    [InlineData("update access.person set disabled_at = null")]
    [InlineData("update access.person set normalized_email = 'ELSE@EXAMPLE.ORG' where name = 'Elif Marouan'")]
    public async Task Nobody_closes_opens_or_readdresses_an_account_by_hand(string change)
    {
        await using var app = await TestApp.StartAsync();
        await app.ExecuteAsync($"update access.person set disabled_at = '2026-01-01' where id = '{Elif.Id}'");
        await using var karim = await app.DbAsAsync(Karim);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => karim.Database.ExecuteSqlRawAsync(change, Ct));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }
}
