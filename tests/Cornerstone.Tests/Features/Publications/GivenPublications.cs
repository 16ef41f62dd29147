using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.Publications;
using Cornerstone.Published;
using Cornerstone.Tests.Features.Benchmarks;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.Publications;

/// <summary>Indicators with public values, and editions on their way.</summary>
internal static class GivenPublications
{
    public const string Desk = "/xs/publications";

    public static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A count of officers with its values by part: ("", 100), ("sex=F", 4).</summary>
    public static async Task<Guid> CountAsync(this TestApp app, string code, params (string Dimensions, decimal Value)[] values)
    {
        await using var db = await app.Database.AsAsync(Reader.Operator, Ct);
        var indicator = GivenIndicators.Indicator(code);
        indicator.Agree();
        indicator.Activate(hasBaseline: true, new(2026, 1, 1));
        db.Indicators.Add(indicator);
        db.IndicatorDefinitions.Add(GivenIndicators.Card(indicator.Id, IndicatorUnit.Count, name: $"Officers of {code}"));
        await db.RecordAsync(new Act("benchmarks.propose", "XS", Now), Ct);
        db.SeriesPoints.AddRange(values.Select(v => GivenIndicators.Point(indicator.Id, "2025", Figure.Exact(v.Value), dimensions: v.Dimensions).Published()));
        await db.SaveAsync(new Act("values.publish", "XS", Now), Ct);
        return indicator.Id;
    }

    public static async Task<Publication> ProposedAsync(this TestApp app, params string[] codes)
    {
        await using var db = await app.DbAsAsync(Amina);
        var propose = ActivatorUtilities.CreateInstance<ProposeEdition>(app.Services, db);
        var order = new EditionOrder("CC BY 4.0", "National secretariat", "What is new", [.. codes.Select(c => new ChosenIndicator(c, CountsPeople: true))]);
        return (await propose.ProposeAsync("XS", order, Ct))!;
    }

    public static async Task<Publication> PublishedAsync(this TestApp app, params string[] codes)
    {
        var publication = await app.ProposedAsync(codes);
        await using var db = await app.DbAsAsync(Farid);
        var again = await db.Publications.SingleAsync(p => p.Id == publication.Id, Ct);
        Assert.Null(again.Publish(Farid.Id, Now, await db.HashAsync(again.Id, Ct), await db.HashAsync(again.Id, Ct), again.Number - 1));
        await db.SaveAsync(new Act("publications.publish", "XS", Now), Ct);
        return again;
    }

    /// <summary>What the database answers to a statement with the everyday role, in this person's name and under an act; null when it does it.</summary>
    public static async Task<string?> RefusalAsync(this TestApp app, DemonstrationPerson person, string sql)
    {
        await using var connection = await app.Database.App.OpenConnectionAsync(Ct);
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        await using var asking = new NpgsqlCommand($"select set_config('app.person', '{person.Id}', true), set_config('app.act', '{Guid.CreateVersion7()}', true)", connection, transaction);
        await asking.ExecuteNonQueryAsync(Ct);
        await using var command = new NpgsqlCommand(sql, connection, transaction);
        var refusal = await Record.ExceptionAsync(() => command.ExecuteNonQueryAsync(Ct)) as PostgresException;
        if (refusal is null)
        {
            await transaction.CommitAsync(Ct);
        }

        return refusal?.SqlState;
    }

    /// <summary>The statement that publishes, with the rows as they are.</summary>
    public static string Publishing(this Publication p, DemonstrationPerson by, string? hash = null) =>
        $"update work.publication set state = 'Published', decided_by = '{by.Id}', decided_at = now(), approved_hash = {(hash is null ? $"work.publication_hash('{p.Id}')" : $"'{hash}'")} where id = '{p.Id}'";

    public static async Task<List<PublishedValue>> ValuesAsync(this TestApp app, string code)
    {
        await using var store = PublishedDb.Over(app.Database);
        return await store.Set<PublishedValue>().Where(v => v.Key == code).OrderBy(v => v.Position).ToListAsync(Ct);
    }
}
