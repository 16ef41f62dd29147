using System.Net;
using System.Text.Json;
using Cornerstone.Features.Publications;
using Cornerstone.Published;
using Cornerstone.Tests.Features.Publications;
using Cornerstone.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.PublicCouncil;

/// <summary>Benchmarks with their judgements and commitments with their state, as everybody reads them.</summary>
public sealed class PublicCouncilTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_judgement_table_is_public_and_stops_when_a_judgement_is_corrected_before_the_approval()
    {
        await using var app = await TestApp.SoleniaAsync();
        await using var store = PublishedDb.Over(app.Database);
        var rows = await store.Set<PublishedBenchmark>().OrderBy(b => b.Position).ToListAsync(Ct);

        Assert.Contains(rows, b => b.Judgement is not null && b.Justification is { Length: > 0 });
        Assert.All(rows.GroupBy(b => b.Code), b => Assert.Equal([PublicJudgedParty.Assistance, PublicJudgedParty.Host], b.Select(r => r.Party)));
        var page = await app.AsNobody().OpenAsync("/xs/public/en/council");
        Assert.Equal(rows.Count, page.QuerySelectorAll("[data-test=benchmarks] tbody tr").Length);
        using var json = JsonDocument.Parse(await app.AsNobody().Client.GetStringAsync("/xs/public/data/council-benchmarks.json", Ct));
        Assert.Equal(rows.Count, json.RootElement.GetProperty("rows").GetArrayLength());

        var proposed = await ProposedAsync(app);
        await app.ExecuteAsync("set session_replication_role = replica; update work.council_judgement j set replaced_by = (select o.id from work.council_judgement o where o.id <> j.id limit 1) where j.replaced_by is null");
        Assert.Equal("CS043", await app.RefusalAsync(Farid, proposed.Publishing(Farid)));
    }

    [Fact]
    public async Task Commitments_that_are_public_go_out_with_the_state_that_public_evidence_shows()
    {
        await using var app = await TestApp.SoleniaAsync();
        Assert.Equal(HttpStatusCode.NotFound, await app.AsNobody().StatusOfAsync("/xs/public/data/commitments.csv"));
        await app.ExecuteAsync("set session_replication_role = replica; update work.obligation set classification = 0 where state = 'Accepted' and due_date is not null");
        var delivered = await DeliveredAsync(app);

        Assert.Null(await app.RefusalAsync(Farid, (await ProposedAsync(app)).Publishing(Farid)));
        await using var store = PublishedDb.Over(app.Database);
        var rows = await store.Set<PublishedCommitment>().ToListAsync(Ct);

        Assert.NotEmpty(rows);
        // The evidence is not public: what it shows is not told.
        Assert.True(delivered > 0);
        Assert.All(rows, r => Assert.Null(r.DeliveredOn));
        var page = await app.AsNobody().OpenAsync("/xs/public/ar/council");
        Assert.Equal(rows.Count, page.QuerySelectorAll("[data-test=commitments] tbody tr").Length);
        Assert.Null(await app.RefusalAsync(Farid, $"insert into work.withdrawal (id, country, classification, kind, key, ground, withdrawn_by, withdrawn_at) values (uuidv7(), 'XS', 2, 'Commitments', 'commitments', 'Under review', '{Farid.Id}', now())"));
        Assert.Empty(await store.Set<PublishedCommitment>().ToListAsync(Ct));
        Assert.NotEmpty(await store.Set<PublishedBenchmark>().ToListAsync(Ct));
    }

    private static async Task<int> DeliveredAsync(TestApp app)
    {
        await using var db = await app.DbAsAsync(Amina);
        return await db.Set<Cornerstone.Features.Commitments.Evidence>().CountAsync(e => e.DeliveredOn != null, Ct);
    }

    private static async Task<Publication> ProposedAsync(TestApp app)
    {
        await using var db = await app.DbAsAsync(Amina);
        var order = new EditionOrder("CC BY 4.0", "National secretariat", null, []) { WithBenchmarks = true, WithCommitments = true };
        return (await ActivatorUtilities.CreateInstance<ProposeEdition>(app.Services, db).ProposeAsync("XS", order, Ct))!;
    }
}
