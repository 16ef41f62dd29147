using System.Net;
using Cornerstone.Access;
using Cornerstone.Sealing;
using Cornerstone.Sealing.Keys;
using Cornerstone.Tests.TestKit;
using Cornerstone.Vaults;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Vaults;

/// <summary>One of the three recovery officers leaves.</summary>
public sealed class ChangeOfficersTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_put_another_one_in_the_place_of_the_third_whose_share_opens_nothing_any_more()
    {
        await using var setting = await SealedSetting.StartAsync(await TestApp.StartAsync(), Amina);
        var address = await setting.AddAsync(await setting.EnteredAsync(Amina), "Line 7", "One.");
        await setting.MakeVaultAsync(Dmitri);
        await setting.MakeVaultAsync(Chiyo);
        await setting.NameAsync(Chiyo);
        var (bruno, farid, grace, dmitri) = (Here(setting, Bruno), Here(setting, Farid), Here(setting, Grace), Here(setting, Dmitri));
        var old = await setting.ColumnAsync("select id from sealed.recovery_key");

        await ChangeAsync(setting, Dmitri, bruno, farid);

        Assert.Empty(await setting.ColumnAsync($"select bytes from sealed.pair_seal where recovery_id = '{old[0]}' or '{Grace.Id}' in (first_id, second_id)"));
        Assert.Empty(await setting.ColumnAsync($"select box from sealed.key_wrap where holder_id = '{old[0]}'"));
        Assert.Equal(["1"], await setting.ColumnAsync("select count(*) from sealed.recovery_key where replaced_by is null"));
        await Assert.ThrowsAsync<RefusedException>(() => RecoverAsync(setting, bruno, grace));
        await RecoverAsync(setting, dmitri, bruno);
        Assert.Equal("Line 7", (await (await setting.EnteredAsync(Chiyo)).OpenAsync(address)).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task The_group_changes_its_key_afterwards_so_that_old_copies_of_the_shares_open_nothing_new()
    {
        await using var setting = await SealedSetting.StartAsync(await TestApp.StartAsync(), Amina);
        var amina = await setting.EnteredAsync(Amina);
        var address = await setting.AddAsync(amina, "Line 7", "One.");
        await setting.MakeVaultAsync(Dmitri);
        var kept = await PairsAsync(setting);
        await ChangeAsync(setting, Dmitri, Here(setting, Bruno), Here(setting, Farid));

        await SealedSetting.DoAsync(amina, setting.GroupAddress, "Change", []);

        Assert.Equal(["2 1"], await setting.ColumnAsync("select version || ' ' || generation from sealed.dossier_wrap"));
        Assert.Equal(["2"], await setting.ColumnAsync("select distinct version from sealed.key_wrap"));
        Assert.Equal("Line 7", (await amina.OpenAsync(address)).QuerySelector("h1")!.TextContent);
        // The copy two of the old three may have kept still opens the old recovery key; nothing is wrapped to it.
        using var opened = await OpenAsync(setting, kept, Bruno, Grace);
        Assert.Empty(await setting.ColumnAsync($"select box from sealed.key_wrap where holder_id = '{opened.Id}'"));
    }

    [Fact]
    public async Task One_alone_a_member_or_somebody_without_a_vault_changes_nothing()
    {
        await using var setting = await SealedSetting.StartAsync(await TestApp.StartAsync(), Amina);
        await setting.MakeVaultAsync(Dmitri);
        var (bruno, farid) = (Here(setting, Bruno), Here(setting, Farid));
        var before = await setting.ColumnAsync("select encode(bytes, 'hex') from sealed.pair_seal order by first_id, second_id");

        await Assert.ThrowsAsync<RefusedException>(() => ChangeAsync(setting, Dmitri, bruno, bruno));
        await Assert.ThrowsAsync<RefusedException>(() => ChangeAsync(setting, Dmitri, bruno, Here(setting, Amina)));
        await Assert.ThrowsAsync<RefusedException>(() => ChangeAsync(setting, Dmitri, bruno, farid with { Words = setting.WordsOf(Grace) }));
        await Assert.ThrowsAsync<RefusedException>(() => ChangeAsync(setting, Farid, bruno, farid));
        await Assert.ThrowsAsync<RefusedException>(() => ChangeAsync(setting, Chiyo, bruno, farid));
        await Assert.ThrowsAsync<RefusedException>(() => ChangeAsync(setting, Karim, bruno, farid));

        Assert.Equal(before, await setting.ColumnAsync("select encode(bytes, 'hex') from sealed.pair_seal order by first_id, second_id"));
    }

    [Fact]
    public async Task An_officer_with_a_new_vault_gets_a_new_share_in_their_own_place()
    {
        await using var setting = await SealedSetting.StartAsync(await TestApp.StartAsync(), Amina);
        await setting.RenewVaultAsync(await setting.UnlockedAsync(Grace), Grace);
        await setting.MakeVaultAsync(Chiyo);
        await setting.NameAsync(Chiyo);
        await Assert.ThrowsAsync<SealBrokenException>(() => RecoverAsync(setting, Here(setting, Bruno), Here(setting, Grace)));

        await ChangeAsync(setting, Grace, Here(setting, Bruno), Here(setting, Farid));

        await RecoverAsync(setting, Here(setting, Bruno), Here(setting, Grace));
        Assert.Equal(HttpStatusCode.OK, await (await setting.EnteredAsync(Chiyo)).StatusOfAsync(setting.GroupAddress));
    }

    [Fact]
    public async Task Where_two_can_open_nothing_any_more_others_are_named_and_a_member_of_each_group_agrees_to_them()
    {
        await using var setting = await SealedSetting.StartAsync(await TestApp.StartAsync(), Amina);
        var address = await setting.AddAsync(await setting.EnteredAsync(Amina), "Line 7", "One.");
        await setting.MakeVaultAsync(Dmitri);
        await setting.MakeVaultAsync(Chiyo);
        await setting.NameAsync(Chiyo);
        foreach (var officer in new[] { Bruno, Farid })
        {
            await setting.RenewVaultAsync(await setting.UnlockedAsync(officer), officer);
        }

        await Assert.ThrowsAsync<SealBrokenException>(() => RecoverAsync(setting, Here(setting, Bruno), Here(setting, Grace)));
        await setting.NameOfficersAsync(Bruno, Farid, Dmitri);
        await Assert.ThrowsAsync<RefusedException>(() => RecoverAsync(setting, Here(setting, Bruno), Here(setting, Dmitri)));
        var amina = await setting.EnteredAsync(Amina);
        var notice = (await amina.OpenAsync(setting.GroupAddress)).QuerySelector("form[action*=Trust]")!;
        await SealedSetting.DoAsync(amina, setting.GroupAddress, "Trust", new() { ["recovery"] = notice.QuerySelector("button")!.GetAttribute("value")! });

        Assert.Null((await amina.OpenAsync(setting.GroupAddress)).QuerySelector("form[action*=Trust]"));
        await RecoverAsync(setting, Here(setting, Bruno), Here(setting, Dmitri));
        Assert.Equal("Line 7", (await (await setting.EnteredAsync(Chiyo)).OpenAsync(address)).QuerySelector("h1")!.TextContent);
        Assert.Contains("sealed.trust-officers", await setting.App.ActsAsync());
    }

    /// <summary>What one administrator alone can do to a group's recovery: nothing.</summary>
    [Fact]
    public async Task Officers_whom_no_member_agreed_to_open_nothing_and_put_nobody_out_of_office()
    {
        await using var setting = await SealedSetting.StartAsync(await TestApp.StartAsync(), Amina);
        foreach (var person in new[] { Chiyo, Dmitri, Jamila })
        {
            await setting.MakeVaultAsync(person);
        }

        await setting.NameAsync(Chiyo);
        await setting.NameOfficersAsync(Chiyo, Dmitri, Jamila);

        await Assert.ThrowsAsync<RefusedException>(() => RecoverAsync(setting, Here(setting, Dmitri), Here(setting, Jamila)));
        Assert.Equal(["t"], await setting.ColumnAsync($"select case when waits then 't' else 'f' end from access.compartment_member where person_id = '{Chiyo.Id}'"));
        await RecoverAsync(setting, Here(setting, Bruno), Here(setting, Farid));
        Assert.Equal(HttpStatusCode.OK, await (await setting.EnteredAsync(Chiyo)).StatusOfAsync(setting.GroupAddress));
        var amina = await setting.EnteredAsync(Amina);
        using var other = await amina.PostAsync($"{setting.GroupAddress}?handler=Trust", await amina.OpenAsync(setting.GroupAddress), new() { ["recovery"] = Guid.CreateVersion7().ToString() });
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }

    private static PresentOfficer Here(SealedSetting setting, DemonstrationPerson person) => new(person.Id, setting.WordsOf(person));

    private static Task ChangeAsync(SealedSetting setting, DemonstrationPerson newcomer, PresentOfficer one, PresentOfficer other) =>
        ChangeOfficers.RunAsync(setting.App.Database, "XS", newcomer.Id, one, other, isStolen: false, TimeProvider.System, Ct);

    private static Task RecoverAsync(SealedSetting setting, PresentOfficer one, PresentOfficer other) =>
        RecoverGroup.RunAsync(setting.App.Database, setting.Group, Chiyo.Id, one, other, TimeProvider.System, Ct);

    private static async Task<List<PairSeal>> PairsAsync(SealedSetting setting)
    {
        await using var db = SealedDb.Over(setting.App.Database);
        await db.BeginAsync(Reader.Operator, Ct);
        return [.. db.PairSeals.AsEnumerable().Select(s => s.Seal)];
    }

    private static async Task<RecoveryKey> OpenAsync(SealedSetting setting, List<PairSeal> kept, DemonstrationPerson one, DemonstrationPerson other)
    {
        await using var db = SealedDb.Over(setting.App.Database);
        await db.BeginAsync(Reader.Operator, Ct);
        PersonKey KeyOf(DemonstrationPerson person)
        {
            Assert.True(VaultPassphrase.TryRead(setting.WordsOf(person), out var words));
            using (words)
            {
                return PersonKey.Open(person.Id, db.Vaults.Single(v => v.PersonId == person.Id).Closed, words)!;
            }
        }

        using var first = KeyOf(one);
        using var second = KeyOf(other);
        return RecoveryKey.Open(kept.Single(p => new[] { p.First, p.Second }.Order().SequenceEqual(new[] { one.Id, other.Id }.Order())), first, second);
    }
}
