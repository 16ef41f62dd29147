using Cornerstone.Access;
using Cornerstone.Access.Requests;
using Cornerstone.Reclassifications;
using Cornerstone.Tests.Features.Plan;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using Npgsql;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Reclassifications;

/// <summary>Random walks over asking, approving, refusing, editing, waiting and acting at once: never does one person alone complete anything (security handbook, goal 7).</summary>
public sealed class FourEyesWalkTests
{
    private const int Walks = 10_000;
    private const int WalksOverTheDatabase = 300;
    private static readonly DateTimeOffset Start = new(2026, 11, 1, 8, 0, 0, TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void Nobody_opens_a_record_alone_in_ten_thousand_walks()
    {
        var completed = 0;
        for (var seed = 0; seed < Walks; seed++)
        {
            var (random, now) = (new Random(seed), Start);
            var people = Enumerable.Range(0, 4).Select(_ => Guid.CreateVersion7()).ToArray();
            var request = Asked(people[random.Next(4)], now);
            for (var step = 0; step < 12; step++)
            {
                var (by, before) = (people[random.Next(4)], request.State);
                now += TimeSpan.FromHours(random.Next(0, 60));
                var refusal = random.Next(3) == 0 ? request.Refuse(by, now) : request.Approve(by, now);
                if (refusal is null)
                {
                    Assert.Equal((ReclassificationState.Asked, by, now), (before, request.DecidedBy, request.DecidedAt));
                    Assert.True(now < request.ExpiresAt);
                    Assert.True(request.State is not ReclassificationState.Approved || by != request.AskedBy);
                    Assert.True(request.State is not ReclassificationState.Withdrawn || by == request.AskedBy);
                    completed += request.State == ReclassificationState.Approved ? 1 : 0;
                }
                else
                {
                    Assert.Equal(before, request.State);
                }
            }
        }

        Assert.InRange(completed, Walks / 5, Walks);
    }

    [Fact]
    public void Nobody_gives_access_alone_in_ten_thousand_walks()
    {
        var completed = 0;
        for (var seed = 0; seed < Walks; seed++)
        {
            var (random, now) = (new Random(seed), Start);
            var people = Enumerable.Range(0, 4).Select(i => new Reader(Guid.CreateVersion7(), $"{i}", [])).ToArray();
            var (asker, subject) = (people[random.Next(3)], people[3]);
            var request = AccessRequest.Ask("XS", RequestKind.Role, subject.Id, asker, now, null, Role.Secretariat, Classification.Restricted);
            for (var step = 0; step < 12; step++)
            {
                var (by, before) = (people[random.Next(4)].Id, request.State);
                now += TimeSpan.FromHours(random.Next(0, 60));
                var refusal = random.Next(4) switch
                {
                    0 => request.Refuse(by, now),
                    1 => request.Look(by, now),
                    _ => request.Approve(by, now, needsTwo: true),
                };
                Assert.True(refusal is null || request.State == before);
                Assert.False(request.IsAlone);
                Assert.True(request.State is not RequestState.Approved || (request.DecidedBy != asker.Id && request.DecidedBy != subject.Id && request.DecidedAt < request.ExpiresAt));
                completed += before == RequestState.Asked && request.State == RequestState.Approved ? 1 : 0;
            }
        }

        Assert.InRange(completed, Walks / 5, Walks);
    }

    /// <summary>The same against the wall itself, in the program's own role, by SQL a person might write; two act at once now and then.</summary>
    [Fact]
    public async Task Nor_against_the_database_in_three_hundred_walks()
    {
        await using var app = await TestApp.StartAsync();
        var law = await app.LawAsync(Classification.Restricted);
        // All three may write at every level here: what stops them is that one of them is one.
        await app.ExecuteAsync("update access.membership set clearance = 3 where role <> 'Administrator'");
        DemonstrationPerson[] people = [Amina, GivenPlan.Farid, Bruno];
        var (opened, asked) = (0, new Dictionary<Guid, (Guid By, bool IsOld)>());
        for (var seed = 0; seed < WalksOverTheDatabase; seed++)
        {
            var random = new Random(seed);
            for (var step = 0; step < 6; step++)
            {
                var moves = Enumerable.Range(0, random.Next(4) == 0 ? 2 : 1).Select(_ => Move.Any(random, people, asked)).ToList();
                var before = await LevelAsync(app, law.Id);
                await Task.WhenAll(moves.Select(m => TryAsync(app, m, law.Id)));
                var after = await LevelAsync(app, law.Id);
                if (after < before)
                {
                    opened++;
                    Assert.Contains(moves, m => m.Lowers is not null && asked.TryGetValue(m.Request, out var a) && a.By != m.By.Id && !a.IsOld);
                }
            }
        }

        Assert.True(opened > 20, $"only {opened} records were opened by two");
        Assert.Equal(0L, await CountAsync(app, "select count(*) from work.reclassification where state = 'Approved' and (decided_by = asked_by or decided_at >= expires_at)"));
    }

    private static Reclassification Asked(Guid by, DateTimeOffset at) => new()
    {
        Country = "XS",
        Classification = Classification.Restricted,
        RecordTable = "law",
        RecordId = Guid.CreateVersion7(),
        ToClassification = Classification.Public,
        Reason = "Published",
        AskedBy = by,
        AskedAt = at,
        ExpiresAt = at + Reclassification.Validity,
    };

    private static async Task TryAsync(TestApp app, Move move, Guid law)
    {
        try
        {
            await using var connection = await app.Database.App.OpenConnectionAsync(Ct);
            await using var transaction = await connection.BeginTransactionAsync(Ct);
            await using var asking = new NpgsqlCommand($"select set_config('app.person', '{move.By.Id}', true), set_config('app.act', '{Guid.CreateVersion7()}', true)", connection);
            await asking.ExecuteNonQueryAsync(Ct);
            await using var command = new NpgsqlCommand(move.Sql.Replace("{law}", law.ToString(), StringComparison.Ordinal), connection);
            await command.ExecuteNonQueryAsync(Ct);
            await transaction.CommitAsync(Ct);
        }
        catch (PostgresException)
        {
            // Refused, as most of these should be.
        }
    }

    private static Task<long> LevelAsync(TestApp app, Guid law) => CountAsync(app, $"select classification::bigint from work.law where id = '{law}'");

    private static async Task<long> CountAsync(TestApp app, string sql)
    {
        await using var connection = await app.Database.App.OpenConnectionAsync(Ct);
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        await using var command = new NpgsqlCommand($"select set_config('app.person', '{Amina.Id}', true)", connection);
        await command.ExecuteNonQueryAsync(Ct);
        command.CommandText = sql;
        return (long)(await command.ExecuteScalarAsync(Ct))!;
    }

    /// <summary>What somebody tries: honest or not.</summary>
    private sealed record Move(DemonstrationPerson By, Guid Request, int? Lowers, string Sql)
    {
        private const string ThisLaw = "{law}";

        public static Move Any(Random random, DemonstrationPerson[] people, Dictionary<Guid, (Guid By, bool IsOld)> asked)
        {
            var (by, to) = (people[random.Next(people.Length)], random.Next(4));
            var request = asked.Count > 0 && random.Next(4) > 0 ? asked.Keys.ElementAt(Math.Max(0, asked.Count - 1 - random.Next(3))) : Guid.CreateVersion7();
            var approve = $"update work.reclassification set state = 'Approved', decided_by = '{by.Id}', decided_at = now() where id = '{request}'";
            return random.Next(8) switch
            {
                0 or 1 => Ask(by, random, asked),
                2 => new(by, Guid.Empty, to, $"update work.law set classification = {to} where id = '{{law}}'"),
                3 => new(by, request, null, approve),
                4 => new(by, request, null, $"update work.reclassification set state = '{(random.Next(2) == 0 ? "Refused" : "Withdrawn")}', decided_by = '{by.Id}', decided_at = now() where id = '{request}'"),
                5 => new(by, request, null, "update work.law set classification = 3 where id = '{law}'"),
                6 => new(by, request, null, $"update work.reclassification set to_classification = 0, asked_by = '{people[0].Id}' where id = '{request}'"),
                _ => new(by, request, to, $"{approve}; update work.law set classification = (select to_classification from work.reclassification where id = '{request}') where id = '{{law}}'"),
            };
        }

        // An old one ended before it is ever looked at.
        private static Move Ask(DemonstrationPerson by, Random random, Dictionary<Guid, (Guid By, bool IsOld)> asked)
        {
            var (id, isOld) = (Guid.CreateVersion7(), random.Next(4) == 0);
            asked[id] = (by.Id, isOld);
            return new(by, id, null, $"""
                insert into work.reclassification (id, country, classification, record_table, record_id, to_classification, reason, asked_by, asked_at, expires_at, state)
                select '{id}', country, classification, 'law', id, classification - 1, 'Published', '{by.Id}', at, at + interval '6 days', 'Asked'
                from work.law, (select now() - interval '{(isOld ? 7 : 0)} days' as at) w where id = '{ThisLaw}'
                """);
        }
    }
}
