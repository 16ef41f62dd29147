using Cornerstone.Data;
using Cornerstone.Tests.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Tests.Data;

public sealed class CommitAheadTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_the_transaction_in_which_it_is_said_does_not_wait_for_the_disk()
    {
        await using var app = await TestApp.StartAsync();
        await using var db = await app.DbAsAsync(People.Amina);
        var before = await SettingAsync(db);

        await db.CommitAheadAsync(Ct);
        var within = await SettingAsync(db);
        await db.CommitAsync(Ct);

        Assert.Equal(("on", "off", "on"), (before, within, await SettingAsync(db)));
    }

    private static async Task<string> SettingAsync(AppDb db) =>
        Assert.Single(await db.Database.SqlQuery<string>($"""select current_setting('synchronous_commit') as "Value" """).ToListAsync(Ct));
}
