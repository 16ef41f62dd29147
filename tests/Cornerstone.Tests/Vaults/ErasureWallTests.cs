using Cornerstone.Access;
using Cornerstone.Tests.TestKit;
using Cornerstone.Vaults;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Vaults;

/// <summary>Nobody erases a dossier or lifts its hold alone: not by the rule, and not by SQL in the program's own role (security handbook, goals 7 and 38).</summary>
public sealed class ErasureWallTests
{
    private const int Walks = 10_000;
    private const int WalksOverTheDatabase = 300;
    private static readonly DateOnly Start = new(2026, 11, 2);
    private static readonly DemonstrationPerson[] Members = [Amina, Chiyo, Bruno];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void Nobody_erases_alone_in_ten_thousand_walks()
    {
        var completed = 0;
        for (var seed = 0; seed < Walks; seed++)
        {
            var (random, today) = (new Random(seed), Start);
            var people = Enumerable.Range(0, 4).Select(_ => Guid.CreateVersion7()).ToArray();
            var (kind, isHeld) = (random.Next(3) == 0 ? DossierRequestKind.Lifting : DossierRequestKind.Erasure, random.Next(4) == 0);
            var request = new DossierRequest { CompartmentId = people[3], DossierId = people[2], Kind = kind, Ground = DossierGrounds.For(kind)[0], AskedBy = people[random.Next(4)], AskedOn = today };
            for (var step = 0; step < 12; step++)
            {
                var (by, before) = (people[random.Next(4)], request.State);
                today = today.AddDays(random.Next(0, 3));
                var refusal = random.Next(4) == 0 ? request.Close(by, today) : request.Approve(by, today, isHeld);
                Assert.Equal(refusal is null, before == DossierRequestState.Asked && request.State != before);
                Assert.True(request.State != DossierRequestState.Withdrawn || request.DecidedBy == request.AskedBy);
                Assert.True(request.State != DossierRequestState.Refused || request.DecidedBy != request.AskedBy);
                if (request.State == DossierRequestState.Approved)
                {
                    Assert.NotEqual(request.AskedBy, request.DecidedBy);
                    Assert.True(request.DecidedOn <= request.LastDay);
                    Assert.False(isHeld && kind == DossierRequestKind.Erasure);
                    completed += before == DossierRequestState.Asked ? 1 : 0;
                }
            }
        }

        Assert.InRange(completed, Walks / 5, Walks);
    }

    /// <summary>The same against the wall itself, by SQL a person might write; two act at once now and then.</summary>
    [Fact]
    public async Task Nor_against_the_database_in_three_hundred_walks()
    {
        await using var setting = await SealedSetting.StartAsync(await TestApp.StartAsync(), Members);
        var (erased, lifted, asked) = (0, 0, new Dictionary<Guid, (Guid By, bool Lifts)>());
        var dossier = await NewDossierAsync(setting);
        for (var seed = 0; seed < WalksOverTheDatabase; seed++)
        {
            var random = new Random(seed);
            for (var step = 0; step < 6; step++)
            {
                var before = await StateAsync(setting, dossier);
                var moves = Enumerable.Range(0, random.Next(4) == 0 ? 2 : 1).Select(_ => Move.Any(random, setting.Group, dossier, asked, before.Waiting)).ToList();
                await Task.WhenAll(moves.Select(m => setting.TryAsync(m.By.Id, m.Sql)));
                var after = await StateAsync(setting, dossier);
                bool ByTwo(bool lifts) => moves.Exists(m => m.Approves is { } id && asked[id] is var (by, isLifting) && by != m.By.Id && isLifting == lifts);
                if (before.IsHeld && !after.IsHeld)
                {
                    lifted++;
                    Assert.True(ByTwo(lifts: true), $"the hold was lifted in walk {seed}");
                }

                if (!after.IsThere)
                {
                    erased++;
                    Assert.True(ByTwo(lifts: false), $"the dossier was erased in walk {seed}");
                    (dossier, asked) = (await NewDossierAsync(setting), []);
                }
            }
        }

        Assert.True(erased > 20 && lifted > 5, $"only {erased} dossiers were erased and {lifted} holds lifted by two");
        Assert.Equal(["0"], await setting.ColumnAsync("select count(*) from sealed.request where state = 'Approved' and (decided_by = asked_by or decided_on > asked_on + 7)"));
        Assert.Equal(["0"], await setting.ColumnAsync("select count(*) from sealed.dossier d full join sealed.dossier_wrap w on w.dossier_id = d.id where d.id is null or w.dossier_id is null"));
    }

    [Theory]
    [InlineData("delete from sealed.dossier_wrap")]
    [InlineData("delete from sealed.dossier")]
    [InlineData("delete from sealed.hold")]
    [InlineData("update sealed.hold set lifted_on = current_date, lifted_by = id")]
    [InlineData("update sealed.request set asked_by = '{other}'")]
    [InlineData("update sealed.request set state = 'Approved', decided_by = '{me}', decided_on = current_date")]
    [InlineData("update sealed.request set state = 'Approved', decided_by = '{other}', decided_on = current_date")]
    [InlineData("insert into sealed.request (id, compartment_id, dossier_id, kind, ground, asked_by, asked_on, state) select gen_random_uuid(), compartment_id, id, 'Lifting', 'MatterEnded', '{other}', current_date, 'Asked' from sealed.dossier")]
    [InlineData("insert into sealed.request (id, compartment_id, dossier_id, kind, ground, asked_by, asked_on, state, decided_by, decided_on) select gen_random_uuid(), compartment_id, id, 'Lifting', 'MatterEnded', '{other}', current_date, 'Approved', '{me}', current_date from sealed.dossier")]
    [InlineData("insert into sealed.request (id, compartment_id, dossier_id, kind, ground, asked_by, asked_on, state) select gen_random_uuid(), compartment_id, id, 'Erasure', 'NotNeeded', '{me}', current_date, 'Asked' from sealed.dossier")]
    public async Task One_member_alone_with_a_hold_in_force_gets_nowhere(string attempt)
    {
        await using var setting = await SealedSetting.StartAsync(await TestApp.StartAsync(), Amina, Chiyo);
        var dossier = await NewDossierAsync(setting);
        await setting.TryAsync(Chiyo.Id, Move.Ask(setting.Group, dossier, Chiyo.Id, Guid.CreateVersion7(), lifts: false));
        await setting.TryAsync(Amina.Id, Move.Hold(setting.Group, dossier, Amina.Id));
        const string all = "select (select count(*) from sealed.dossier) || ' ' || (select count(*) from sealed.dossier_wrap) || ' ' || (select string_agg(h::text, ',') from sealed.hold h) || (select string_agg(r::text, ',') from sealed.request r)";
        var before = await setting.ColumnAsync(all);

        await setting.TryAsync(Amina.Id, attempt.Replace("{me}", Amina.Id.ToString(), StringComparison.Ordinal).Replace("{other}", Chiyo.Id.ToString(), StringComparison.Ordinal));

        Assert.StartsWith("1 1 ", Assert.Single(before), StringComparison.Ordinal);
        Assert.Contains("Asked", before[0], StringComparison.Ordinal);
        Assert.Equal(before, await setting.ColumnAsync(all));
    }

    // Its bytes mean nothing here: what is asked is whether they go.
    private static async Task<Guid> NewDossierAsync(SealedSetting setting)
    {
        var id = Guid.CreateVersion7();
        await setting.App.ExecuteAsync($"""
            set session_replication_role = replica;
            insert into sealed.dossier (id, country, compartment_id, version, title, content, opened_on, changed_on) values ('{id}', 'XS', '{setting.Group}', 1, '\x00', '\x00', current_date, current_date);
            insert into sealed.dossier_wrap (dossier_id, compartment_id, generation, version, bytes) values ('{id}', '{setting.Group}', 1, 1, '\x00')
            """);
        return id;
    }

    private static async Task<(bool IsThere, bool IsHeld, List<Guid> Waiting)> StateAsync(SealedSetting setting, Guid dossier)
    {
        var said = await setting.ColumnAsync($"select (exists (select from sealed.dossier where id = '{dossier}'))::text || ' ' || (exists (select from sealed.hold where dossier_id = '{dossier}' and lifted_on is null))::text");
        var waiting = await setting.ColumnAsync($"select id from sealed.request where dossier_id = '{dossier}' and state = 'Asked' order by id");
        return (said[0].StartsWith("true", StringComparison.Ordinal), said[0].EndsWith("true", StringComparison.Ordinal), [.. waiting.Select(Guid.Parse)]);
    }

    /// <summary>What somebody tries: honest or not.</summary>
    private sealed record Move(DemonstrationPerson By, Guid? Approves, string Sql)
    {
        public static Move Any(Random random, Guid group, Guid dossier, Dictionary<Guid, (Guid By, bool Lifts)> asked, List<Guid> waiting)
        {
            var (by, other) = (Members[random.Next(Members.Length)], Members[random.Next(Members.Length)]);
            // Mostly one that waits; sometimes one that was decided, or never came to be.
            var request = waiting.Count > 0 && random.Next(5) > 0 ? waiting[random.Next(waiting.Count)] : asked.Count > 0 ? asked.Keys.ElementAt(random.Next(asked.Count)) : (Guid?)null;
            switch (random.Next(9))
            {
                case 0 or 1 or 2:
                    var (id, lifts) = (Guid.CreateVersion7(), random.Next(2) == 0);
                    asked[id] = (by.Id, lifts);
                    return new(by, null, Ask(group, dossier, by.Id, id, lifts));
                case 3:
                    return new(by, null, Hold(group, dossier, by.Id));
                case 4:
                    return new(by, null, $"delete from sealed.{(random.Next(2) == 0 ? "dossier_wrap" : "hold")} where dossier_id = '{dossier}'");
                case 5:
                    return new(by, null, $"update sealed.request set asked_by = '{other.Id}' where id = '{request}'");
                case 6 when random.Next(3) == 0:
                    return new(by, null, $"update sealed.request set state = '{(random.Next(2) == 0 ? "Refused" : "Withdrawn")}', decided_by = '{by.Id}', decided_on = current_date where id = '{request}'");
                default:
                    return new(by, request, $"update sealed.request set state = 'Approved', decided_by = '{(random.Next(5) == 0 ? other : by).Id}', decided_on = current_date where id = '{request}'");
            }
        }

        public static string Ask(Guid group, Guid dossier, Guid by, Guid id, bool lifts) => $"""
            insert into sealed.request (id, compartment_id, dossier_id, kind, ground, asked_by, asked_on, state)
            values ('{id}', '{group}', '{dossier}', '{(lifts ? "Lifting" : "Erasure")}', '{(lifts ? "MatterEnded" : "NotNeeded")}', '{by}', current_date, 'Asked')
            """;

        public static string Hold(Guid group, Guid dossier, Guid by) =>
            $"insert into sealed.hold (id, compartment_id, dossier_id, ground, placed_by, placed_on) values ('{Guid.CreateVersion7()}', '{group}', '{dossier}', 'Inquiry', '{by}', current_date)";
    }
}
