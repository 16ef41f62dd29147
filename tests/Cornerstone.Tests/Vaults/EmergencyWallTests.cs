using Cornerstone.Access;
using Cornerstone.Tests.TestKit;
using Cornerstone.Vaults;
using Npgsql;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Vaults;

/// <summary>Nobody reads in an emergency without having asked and said why, after their time, or unseen: not by SQL in the program's own role either (decision 48).</summary>
public sealed class EmergencyWallTests
{
    private const int Steps = 600;
    private static readonly DemonstrationPerson[] Members = [Amina, Chiyo, Dmitri];
    private static readonly DemonstrationPerson[] Outside = [Farid, Grace, Karim, Jamila];
    private static readonly DemonstrationPerson[] Everybody = [.. Members, .. Outside];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task In_six_hundred_steps_nobody_reads_who_may_not_and_nobody_reviews_their_own()
    {
        await using var setting = await SettingAsync();
        var random = new Random(48);
        var (read, stages) = (0, new Dictionary<Guid, int>());
        for (var step = 0; step < Steps; step++)
        {
            if (random.Next(25) == 0)
            {
                await PassAsync(setting.App, random.Next(3) == 0 ? "25 hours" : "100 minutes");
            }

            var ids = await setting.ColumnAsync("select coalesce((select string_agg(id::text, ',') from sealed.call c where withdrawn_at is null and not exists (select from sealed.opening o where o.call_id = c.id)), '') union all select coalesce((select string_agg(id::text, ',') from sealed.opening where finding is null), '') union all select string_agg(id::text, ',' order by id) from sealed.dossier");
            var asker = Outside[random.Next(2)];
            var (by, sql) = random.Next(2) == 0
                ? Next(random, setting.Group, asker, stages[asker.Id] = (stages.GetValueOrDefault(asker.Id) + 1) % 6)
                : Any(random, setting.Group, [.. ids.Select(i => i.Split(',', StringSplitOptions.RemoveEmptyEntries))]);
            await setting.TryAsync(by.Id, sql);
            read += await AssertOnlyWhoMayReadsAsync(setting, random.Next(3) == 0 ? Outside[random.Next(Outside.Length)] : asker);
            Assert.Equal(["0"], await setting.ColumnAsync(Broken));
        }

        var reviewed = int.Parse((await setting.ColumnAsync("select count(*) from sealed.opening where finding is not null"))[0], null);
        var ended = int.Parse((await setting.ColumnAsync("select count(*) from sealed.opening where ended_at is not null"))[0], null);
        Assert.True(read > 10 && reviewed > 5 && ended >= reviewed, $"only {read} readings, {reviewed} reviews and {ended} ends happened");
        Assert.Equal(["0"], await setting.ColumnAsync($"select count(*) from sealed.opening where person_id in ('{Karim.Id}', '{Jamila.Id}') or let_in_by not in ('{Amina.Id}', '{Chiyo.Id}')"));
    }

    [Theory]
    [InlineData("update sealed.opening set until_at = until_at + interval '1 hour'")]
    [InlineData("update sealed.opening set hours = 3")]
    [InlineData("update sealed.opening set ended_at = null, ended_by = null")]
    [InlineData("update sealed.opening set dossiers = dossiers || gen_random_uuid()")]
    [InlineData("update sealed.opening set person_id = '{other}'")]
    [InlineData("update sealed.opening set finding = 'Justified', reviewed_by = '{me}', reviewed_on = current_date, ended_at = now()")]
    [InlineData("update sealed.opening set finding = 'Justified', reviewed_by = '{other}', reviewed_on = current_date, ended_at = now()")]
    [InlineData("update sealed.opening set due_on = due_on + 100")]
    [InlineData("update sealed.call set withdrawn_at = null, asked_at = now()")]
    [InlineData("delete from sealed.opening")]
    [InlineData("insert into sealed.loan (opening_id, dossier_id, generation, compartment_id, person_id, box) select id, dossiers[1], 9, compartment_id, person_id, '\\x00' from sealed.opening")]
    public async Task What_was_granted_is_not_stretched_by_either_of_the_two(string attempt)
    {
        await using var setting = await SettingAsync();
        var opening = await OpenAsync(setting, Farid, hours: 1);
        const string all = "select string_agg(o::text, ',') || (select string_agg(l::text, ',' order by l.generation) from sealed.loan l) || (select string_agg(c::text, ',') from sealed.call c) from sealed.opening o";
        var before = await setting.ColumnAsync(all);

        foreach (var (me, other) in new[] { (Farid, Amina), (Amina, Farid) })
        {
            await setting.TryAsync(me.Id, attempt.Replace("{me}", me.Id.ToString(), StringComparison.Ordinal).Replace("{other}", other.Id.ToString(), StringComparison.Ordinal));
        }

        Assert.Contains(opening.ToString(), Assert.Single(before), StringComparison.Ordinal);
        Assert.Equal(before, await setting.ColumnAsync(all));
    }

    [Fact]
    public async Task Before_it_was_said_why_and_after_the_time_no_row_of_the_dossier_shows()
    {
        await using var setting = await SettingAsync();
        var opening = await OpenAsync(setting, Farid, hours: 3);
        var silent = await SeenAsync(setting.App, Farid);
        await setting.TryAsync(Farid.Id, $"update sealed.opening set words = '\\x01', said_at = now() where id = '{opening}'");
        var said = await SeenAsync(setting.App, Farid);
        await PassAsync(setting.App, "181 minutes");

        Assert.Equal(0, silent.Dossiers);
        Assert.Equal((1, 1, 1), said);
        Assert.Equal((0, 0, 0), await SeenAsync(setting.App, Farid));
    }

    [Theory]
    [InlineData("update access.membership set ended_at = now() where person_id = '{0}'")]
    [InlineData("update access.person set disabled_at = now() where id = '{0}'")]
    public async Task Whose_role_ends_reads_nothing_more(string meanwhile)
    {
        await using var setting = await SettingAsync();
        var opening = await OpenAsync(setting, Farid, hours: 3);
        await setting.TryAsync(Farid.Id, $"update sealed.opening set words = '\\x01', said_at = now() where id = '{opening}'");
        var before = await SeenAsync(setting.App, Farid);

        await setting.App.ExecuteAsync(meanwhile.Replace("{0}", Farid.Id.ToString(), StringComparison.Ordinal));

        Assert.Equal((1, 1, 1), before);
        Assert.Equal((0, 0, 0), await SeenAsync(setting.App, Farid));
    }

    [Fact]
    public async Task Erasing_the_dossier_takes_what_was_lent_and_said_with_it()
    {
        await using var setting = await SettingAsync();
        var opening = await OpenAsync(setting, Farid, hours: 3);
        await setting.TryAsync(Farid.Id, $"update sealed.opening set words = '\\x01', said_at = now() where id = '{opening}'");

        await setting.TryAsync(Amina.Id, $"insert into sealed.request (id, compartment_id, dossier_id, kind, ground, asked_by, asked_on, state) select gen_random_uuid(), compartment_id, dossiers[1], 'Erasure', 'NotNeeded', '{Amina.Id}', current_date, 'Asked' from sealed.opening");
        await setting.TryAsync(Chiyo.Id, $"update sealed.request set state = 'Approved', decided_by = '{Chiyo.Id}', decided_on = current_date");

        Assert.Equal(["0 t f"], await setting.ColumnAsync("select (select count(*) from sealed.loan) || ' ' || (words is null)::text::char || ' ' || (said_at is null)::text::char from sealed.opening"));
    }

    [Fact]
    public async Task Two_officers_lend_where_no_member_is_reached_and_one_alone_does_not()
    {
        await using var setting = await SealedSetting.StartAsync(await TestApp.StartAsync(), Amina);
        var amina = await setting.EnteredAsync(Amina);
        var address = await setting.AddAsync(amina, "Line 7", "One.");
        await setting.MakeVaultAsync(Chiyo);
        var (bruno, farid) = (new PresentOfficer(Bruno.Id, setting.WordsOf(Bruno)), new PresentOfficer(Farid.Id, setting.WordsOf(Farid)));
        await Assert.ThrowsAsync<RefusedException>(() => LendAsync(setting, bruno, farid));
        await setting.TryAsync(Chiyo.Id, Call(Chiyo));

        await Assert.ThrowsAsync<RefusedException>(() => LendAsync(setting, bruno, bruno));
        await Assert.ThrowsAsync<RefusedException>(() => LendAsync(setting, bruno, farid, hours: 4));
        // Officers whom an administrator named and no member of the group agreed to are none of this group.
        await setting.MakeVaultAsync(Dmitri);
        await setting.NameOfficersAsync(Amina, Dmitri, Grace);
        await Assert.ThrowsAsync<RefusedException>(() => LendAsync(setting, new(Dmitri.Id, setting.WordsOf(Dmitri)), new(Grace.Id, setting.WordsOf(Grace))));
        var opening = await LendAsync(setting, bruno, farid);

        var chiyo = await setting.UnlockedAsync(Chiyo);
        using var said = await chiyo.SubmitAsync(await chiyo.OpenAsync($"/xs/sealed/emergency/{opening.Id}"), "form:has([name=Why])", new() { ["Why"] = "Nobody answers." });
        Assert.Equal("Line 7", (await chiyo.OpenAsync(said.Headers.Location!.ToString())).QuerySelector("h1")!.TextContent);
        Assert.Equal([address.Split('/')[^1]], opening.Dossiers.Select(d => d.ToString()));
        Assert.Contains($"Let in by the officers {Bruno.Name} and {Farid.Name}", (await amina.OpenAsync(setting.GroupAddress)).QuerySelector("[data-test=emergency-open]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("sealed.emergency-officers", await setting.App.ActsAsync());
    }

    private static Task<EmergencyOpening> LendAsync(SealedSetting setting, PresentOfficer one, PresentOfficer other, short hours = 1) =>
        LendByOfficers.RunAsync(setting.App.Database, new(setting.Group, Chiyo.Id, [], hours), one, other, TimeProvider.System, Ct);

    /// <summary>Dossiers whose bytes mean nothing: what is asked is who sees them.</summary>
    private static async Task<SealedSetting> SettingAsync()
    {
        var setting = await SealedSetting.StartAsync(await TestApp.StartAsync(), Members);
        for (var i = 0; i < 3; i++)
        {
            var id = Guid.CreateVersion7();
            await setting.App.ExecuteAsync($"""
                set session_replication_role = replica;
                insert into sealed.dossier (id, country, compartment_id, version, title, content, opened_on, changed_on) values ('{id}', 'XS', '{setting.Group}', 1, '\x00', '\x00', current_date, current_date);
                insert into sealed.dossier_wrap (dossier_id, compartment_id, generation, version, bytes) values ('{id}', '{setting.Group}', 1, 1, '\x00');
                insert into sealed.attachment (id, dossier_id, compartment_id, content, added_on) values (gen_random_uuid(), '{id}', '{setting.Group}', '\x00', current_date)
                """);
        }

        return setting;
    }

    private static async Task<Guid> OpenAsync(SealedSetting setting, DemonstrationPerson person, int hours)
    {
        var (call, opening) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await setting.TryAsync(person.Id, Call(person, call));
        var dossier = (await setting.ColumnAsync("select id from sealed.dossier order by id limit 1"))[0];
        await setting.TryAsync(Amina.Id, LetIn(opening, call, setting.Group, dossier, $"'{person.Id}'", Amina.Id, hours) + ";" + Loan(opening, setting.Group, dossier, $"'{person.Id}'"));
        Assert.Equal([opening.ToString()], await setting.ColumnAsync("select o.id from sealed.opening o join sealed.loan l on l.opening_id = o.id"));
        return opening;
    }

    /// <summary>The honest way, one step after the other: asked, let in, said why, read, ended, reviewed by another member.</summary>
    private static (DemonstrationPerson By, string Sql) Next(Random random, Guid group, DemonstrationPerson asker, int stage)
    {
        var (id, member) = (Guid.CreateVersion7(), Members[random.Next(2)]);
        const string dossier = "select d.id from sealed.dossier d order by d.id limit 1";
        return stage switch
        {
            1 => (asker, Call(asker)),
            2 => (member, $"""
                insert into sealed.opening (id, call_id, compartment_id, dossiers, person_id, let_in_by, ground, hours, let_in_at, until_at, due_on)
                select '{id}', c.id, '{group}', array({dossier}), c.asked_by, '{member.Id}', c.ground, 3, now(), now(), current_date from sealed.call c
                where c.asked_by = '{asker.Id}' and c.asked_at > now() - interval '24 hours' and not exists (select from sealed.opening o where o.call_id = c.id);
                insert into sealed.loan (opening_id, dossier_id, generation, compartment_id, person_id, box) values ('{id}', ({dossier}), 1, '{group}', '{asker.Id}', '\x00')
                """),
            3 => (asker, $"update sealed.opening set words = '\\x01', said_at = now() where person_id = '{asker.Id}' and said_at is null"),
            4 => (asker, "select 1"),
            5 => (asker, $"update sealed.opening set ended_at = now(), ended_by = '{asker.Id}' where person_id = '{asker.Id}' and ended_at is null"),
            _ => (member, $"update sealed.opening set finding = 'TooMuch', reviewed_by = '{member.Id}', reviewed_on = current_date where person_id = '{asker.Id}' and let_in_by <> '{member.Id}' and finding is null"),
        };
    }

    /// <summary>Anything somebody might write: mostly who would, sometimes anybody, now and then in another name.</summary>
    private static (DemonstrationPerson By, string Sql) Any(Random random, Guid group, string[][] known)
    {
        string OneOf(string[] ids) => ids.Length == 0 ? Guid.CreateVersion7().ToString() : ids[random.Next(ids.Length)];
        var (call, opening, dossier) = (OneOf(known[0]), OneOf(known[1]), OneOf(known[2]));
        var move = random.Next(10);
        var likely = random.Next(4) == 0 ? Everybody : move is >= 2 and <= 4 or >= 8 ? Members : Outside;
        var by = likely[random.Next(likely.Length)];
        var named = random.Next(5) == 0 ? Everybody[random.Next(Everybody.Length)] : by;
        switch (move)
        {
            case 0 or 1:
                return (by, Call(named));
            case 2 or 3 or 4:
                var (id, asker) = (Guid.CreateVersion7(), $"(select asked_by from sealed.call where id = '{call}')");
                var person = random.Next(4) == 0 ? $"'{Outside[random.Next(Outside.Length)].Id}'" : asker;
                return (by, LetIn(id, Guid.Parse(call), group, dossier, person, named.Id, random.Next(1, 5)) + ";" + Loan(id, group, random.Next(6) == 0 ? OneOf(known[2]) : dossier, asker));
            case 5 or 6:
                return (by, $"update sealed.opening set words = '\\x01', said_at = now() where person_id = '{named.Id}' and said_at is null");
            case 7:
                return (by, $"update sealed.opening set ended_at = now(), ended_by = '{named.Id}' where id = '{opening}'");
            default:
                return (by, $"update sealed.opening set finding = 'Justified', reviewed_by = '{named.Id}', reviewed_on = current_date{(random.Next(3) == 0 ? ", ended_at = now()" : "")} where id = '{opening}'");
        }
    }

    private static string Call(DemonstrationPerson by, Guid? id = null) =>
        $"insert into sealed.call (id, country, group_name, ground, asked_by, asked_at) values ('{id ?? Guid.CreateVersion7()}', 'XS', ' {SealedSetting.GroupName.ToUpperInvariant()}', 'LifeAtRisk', '{by.Id}', '2020-01-01')";

    private static string LetIn(Guid id, Guid call, Guid group, string dossier, string person, Guid by, int hours) => $"""
        insert into sealed.opening (id, call_id, compartment_id, dossiers, person_id, let_in_by, ground, hours, let_in_at, until_at, due_on)
        values ('{id}', '{call}', '{group}', array['{dossier}'::uuid], {person}, '{by}', 'LifeAtRisk', {hours}, now(), now() + interval '30 days', current_date + 99)
        """;

    private static string Loan(Guid opening, Guid group, string dossier, string person) =>
        $"insert into sealed.loan (opening_id, dossier_id, generation, compartment_id, person_id, box) values ('{opening}', '{dossier}', 1, '{group}', {person}, '\\x00')";

    /// <summary>Time goes by for everything that was ever asked and granted; nobody is told.</summary>
    private static Task PassAsync(TestApp app, string time) => app.ExecuteAsync($"""
        set session_replication_role = replica;
        update sealed.call set asked_at = asked_at - interval '{time}', withdrawn_at = withdrawn_at - interval '{time}';
        update sealed.opening set let_in_at = let_in_at - interval '{time}', until_at = until_at - interval '{time}', said_at = said_at - interval '{time}', ended_at = ended_at - interval '{time}'
        """);

    private const string Broken = """
        select count(*) from sealed.opening o
        where o.until_at > o.let_in_at + interval '3 hours' or o.person_id = o.let_in_by or o.reviewed_by in (o.person_id, o.let_in_by)
           or (o.finding is not null and o.ended_at is null)
           or (o.ended_at is not null and exists (select from sealed.loan l where l.opening_id = o.id))
           or exists (select from sealed.loan l where l.opening_id = o.id and (l.person_id <> o.person_id or l.dossier_id <> all (o.dossiers)))
           or exists (select from sealed.opening e where e.person_id = o.person_id and e.compartment_id = o.compartment_id and e.id <> o.id and e.finding is null and o.finding is null)
           or not exists (select from sealed.call c where c.id = o.call_id and c.asked_by = o.person_id)
        """;

    /// <summary>One when this person sees a dossier now: then everything that has to be there is.</summary>
    private static async Task<int> AssertOnlyWhoMayReadsAsync(SealedSetting setting, DemonstrationPerson person)
    {
        var seen = await SeenAsync(setting.App, person);
        var may = long.Parse((await setting.ColumnAsync($"""
            select count(distinct l.dossier_id) from sealed.opening o join sealed.loan l on l.opening_id = o.id
            where o.person_id = '{person.Id}' and o.said_at is not null and o.ended_at is null and clock_timestamp() < o.until_at
            """))[0], null);
        Assert.Equal(may, seen.Dossiers);
        Assert.Equal(may, seen.Attachments);
        return seen.Dossiers > 0 ? 1 : 0;
    }

    private static async Task<(long Dossiers, long Attachments, long Loans)> SeenAsync(TestApp app, DemonstrationPerson person)
    {
        await using var connection = await app.Database.Sealed.OpenConnectionAsync(Ct);
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        await using var asking = new NpgsqlCommand($"select set_config('app.person', '{person.Id}', true)", connection);
        await asking.ExecuteNonQueryAsync(Ct);
        await using var command = new NpgsqlCommand("select (select count(*) from sealed.dossier), (select count(*) from sealed.attachment), (select count(*) from sealed.loan)", connection);
        await using var row = await command.ExecuteReaderAsync(Ct);
        await row.ReadAsync(Ct);
        return (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2));
    }
}
