using Cornerstone.Access.Requests;
using Cornerstone.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Access.Requests;

/// <summary>Nobody is locked out for ever: where no administrator can approve, the operator of the server does it alone, and it is marked.</summary>
public sealed class LastResortTests
{
    private const string Email = "karim@solenia.example";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_only_administrator_who_lost_the_second_step_comes_in_again_by_the_operator()
    {
        await using var app = await Account.StartAppAsync();
        await app.ExecuteAsync($"delete from access.membership where person_id = '{Leila.Id}'");
        var karim = await Account.OfAsync(app, Karim);
        await karim.SetUpAsync();

        var said = await AskAsync(app, RequestKind.SecondStep);

        Assert.StartsWith("Done", said, StringComparison.Ordinal);
        Assert.True((await OneAsync(app)).IsAlone);
        await karim.SetUpAsync();
    }

    [Theory]
    [InlineData("update access.membership set ended_at = now() where person_id = '{0}'")]
    [InlineData("update access.person set disabled_at = now() where id = '{0}'")]
    [InlineData("delete from access.password where person_id = '{0}'")]
    public async Task The_last_of_two_administrators_who_can_sign_in_comes_in_again_by_the_operator(string leaves)
    {
        await using var app = await Account.StartAppAsync();
        var karim = await Account.OfAsync(app, Karim);
        await Account.OfAsync(app, Leila);
        await karim.SetUpAsync();
        await app.ExecuteAsync(leaves.Replace("{0}", Leila.Id.ToString(), StringComparison.Ordinal));

        var said = await AskAsync(app, RequestKind.SecondStep);

        Assert.StartsWith("Done", said, StringComparison.Ordinal);
        Assert.Equal((true, RequestState.Approved, null), ((await OneAsync(app)).IsAlone, (await OneAsync(app)).State, (await OneAsync(app)).SeenBy));
        Assert.Empty(new[] { "access.ask", "access.reset-second-step" }.Except(await app.ActsAsync()));
        await karim.SetUpAsync();
    }

    [Fact]
    public async Task Where_there_is_another_administrator_the_operator_only_asks_until_told_that_nobody_can_be_reached()
    {
        await using var app = await Account.StartAppAsync();
        var karim = await Account.OfAsync(app, Karim);
        await Account.OfAsync(app, Leila);
        await karim.SetUpAsync();

        var said = await AskAsync(app, RequestKind.SecondStep);

        Assert.StartsWith("Asked", said, StringComparison.Ordinal);
        using var stillThere = await karim.GivePasswordAsync(app.AsNobody());
        Assert.StartsWith("/sign-in/code", stillThere.Headers.Location!.ToString(), StringComparison.Ordinal);
        await Assert.ThrowsAsync<Cornerstone.RefusedException>(() => AccessCommand.AskAsync(app.Database, RequestKind.SecondStep, "nobody@solenia.example", alone: false, TimeProvider.System, Ct));
        Assert.StartsWith("Done", await AskAsync(app, RequestKind.SecondStep, alone: true), StringComparison.Ordinal);
        await karim.SetUpAsync();
    }

    [Fact]
    public async Task A_forgotten_password_of_the_last_administrator_is_chosen_anew_by_a_link_of_the_operator()
    {
        await using var app = await Account.StartAppAsync();
        var karim = await Account.OfAsync(app, Karim);

        var said = await AskAsync(app, RequestKind.Password);

        var link = said[said.IndexOf("/setup/", StringComparison.Ordinal)..];
        var visitor = app.AsNobody();
        await visitor.PostAsync(link, await visitor.OpenAsync(link), new() { ["Password"] = "nine green harbours" });
        await karim.SetUpAsync("nine green harbours");
        Assert.True((await OneAsync(app)).IsAlone);
    }

    private static Task<string> AskAsync(TestApp app, RequestKind kind, bool alone = false) => AccessCommand.AskAsync(app.Database, kind, Email, alone, TimeProvider.System, Ct);

    private static async Task<AccessRequest> OneAsync(TestApp app)
    {
        await using var db = await app.Database.AsAsync(Cornerstone.Access.Reader.Operator, Ct);
        return await db.Set<AccessRequest>().AsNoTracking().SingleAsync(Ct);
    }
}
