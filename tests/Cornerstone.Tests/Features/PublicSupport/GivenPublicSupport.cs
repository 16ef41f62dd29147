using Cornerstone.Features.Publications;
using Cornerstone.Features.Support;
using Cornerstone.Published;
using Cornerstone.Tests.Features.Publications;
using Cornerstone.Tests.Features.Support;
using Cornerstone.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.PublicSupport;

/// <summary>Support on its way to the public.</summary>
internal static class GivenPublicSupport
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>An activity under way with its lines, reported by a partner that has an identifier.</summary>
    public static async Task<Activity> TellableAsync(this TestApp app, string identifier, params Func<Activity, Transaction>[] lines)
    {
        var partner = await app.PartnerAsync($"Partner of {identifier}");
        await app.ExecuteAsync($"set session_replication_role = replica; update work.partner set kind = 'Government' where id = '{partner.Id}'; "
            + $"insert into work.partner_name (id, partner_id, country, classification, kind, text, sought) values (uuidv7(), '{partner.Id}', 'XS', 0, 'Identifier', 'XM-{identifier}', 'xm-{identifier}')");
        var activity = await app.ActivityAsync(identifier, adjust: a => (a.ReporterId, a.Status, a.ActualStart) = (partner.Id, ActivityStatus.Implementation, new DateOnly(2025, 1, 1)));
        await using var db = await app.DbAsAsync(Amina);
        var number = 0;
        foreach (var line in lines)
        {
            var added = line(activity);
            added.Number = ++number;
            added.ProviderId ??= partner.Id;
            db.Add(added);
        }

        await db.SaveAsync(GivenSupport.Adding(), Ct);
        return activity;
    }

    public static async Task<Publication> ProposedSupportAsync(this TestApp app, params Guid[] leftOut)
    {
        await using var db = await app.DbAsAsync(Amina);
        var propose = ActivatorUtilities.CreateInstance<ProposeEdition>(app.Services, db);
        return (await propose.ProposeAsync("XS", new EditionOrder("CC BY 4.0", "National secretariat", null, []) { SupportWithout = leftOut }, Ct))!;
    }

    public static async Task PublishedSupportAsync(this TestApp app, params Guid[] leftOut) =>
        Assert.Null(await app.RefusalAsync(Farid, (await app.ProposedSupportAsync(leftOut)).Publishing(Farid)));

    public static async Task<List<PublishedLine>> PublicLinesAsync(this TestApp app)
    {
        await using var store = PublishedDb.Over(app.Database);
        return await store.Set<PublishedLine>().OrderBy(l => l.EditionId).ThenBy(l => l.Position).ToListAsync(Ct);
    }
}
