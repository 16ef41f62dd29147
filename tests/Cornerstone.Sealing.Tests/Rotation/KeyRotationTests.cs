using Cornerstone.Sealing.Keys;
using Cornerstone.Sealing.Rotation;
using Cornerstone.Sealing.Tests.TestKit;

namespace Cornerstone.Sealing.Tests.Rotation;

public sealed class KeyRotationTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_leaves_opens_nothing_and_who_stays_opens_all()
    {
        var panel = new Panel();

        var outcome = await RotateAsync(panel, panel.Amina);

        Assert.Equal((12, true), (outcome.Renewed, outcome.Retired));
        AssertRotated(panel);
    }

    [Fact]
    public async Task From_the_first_step_on_nothing_stored_is_wrapped_to_the_one_who_left()
    {
        var panel = new Panel();
        using var current = panel.Amina.Open(panel.Store.Keys[0]);

        using var next = await new KeyRotation(panel.Store).BeginAsync(current, panel.Staying, Stop);

        Assert.Empty(Panel.KeysOf(panel.Chiyo, panel.Store));
        Assert.Equal(12, panel.Readable(Panel.KeysOf(panel.Bruno, panel.Store), panel.Store));
    }

    // CR-07, with each store call as a point to be killed at, before and after it is done, in every batch.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Killed_at_any_step_another_member_finishes_it(bool after)
    {
        var clean = new Panel();
        await RotateAsync(clean, clean.Amina);

        Assert.True(clean.Store.Calls >= 10);
        for (var call = 0; call < clean.Store.Calls; call++)
        {
            var panel = new Panel();
            panel.Store.Kill = (call, after);
            await Assert.ThrowsAsync<KilledException>(() => RotateAsync(panel, panel.Amina));
            Assert.Equal(12, panel.Readable(Panel.KeysOf(panel.Bruno, panel.Store), panel.Store));

            panel.Store.Kill = null;
            await RotateAsync(panel, panel.Bruno);
            AssertRotated(panel);
        }
    }

    [Fact]
    public async Task Killed_again_and_again_it_still_comes_to_its_end()
    {
        var panel = new Panel();
        for (var run = 0; run < 40 && panel.Store.Keys.Any(k => k.Version == 1); run++)
        {
            panel.Store.Kill = (panel.Store.Calls + 3, run % 2 == 0);
            try
            {
                await RotateAsync(panel, run % 2 == 0 ? panel.Amina : panel.Bruno);
            }
            catch (KilledException)
            {
                // The next one takes it up.
            }
        }

        panel.Store.Kill = null;
        AssertRotated(panel);
    }

    [Fact]
    public async Task A_statement_that_comes_in_under_the_old_key_meanwhile_is_taken_along()
    {
        var panel = new Panel();
        var late = 0;
        panel.Store.BeforeReplace = () =>
        {
            if (late++ == 0) panel.AddDossier(panel.First, atIntake: true, "statement that came late");
        };

        var outcome = await RotateAsync(panel, panel.Amina);

        Assert.Equal((13, true), (outcome.Renewed, outcome.Retired));
        Assert.Equal(13, panel.Readable(Panel.KeysOf(panel.Bruno, panel.Store), panel.Store));
    }

    [Fact]
    public async Task What_came_from_intake_is_still_unreceived_afterwards()
    {
        var panel = new Panel();
        var before = panel.Store.Dossiers.Where(d => d.IsFromIntake).Select(d => d.Dossier).ToHashSet();

        await RotateAsync(panel, panel.Amina);

        Assert.Equal(4, before.Count);
        Assert.Equal(before, panel.Store.Dossiers.Where(d => d.IsFromIntake).Select(d => d.Dossier).ToHashSet());
    }

    [Fact]
    public async Task A_dossier_erased_meanwhile_does_not_come_back()
    {
        var panel = new Panel();
        var erased = panel.Store.Dossiers[5].Dossier;
        panel.Store.BeforeReplace = () => panel.Store.Dossiers.RemoveAll(d => d.Dossier == erased);

        await RotateAsync(panel, panel.Amina);

        Assert.DoesNotContain(panel.Store.Dossiers, d => d.Dossier == erased);
        Assert.Equal(11, panel.Readable(Panel.KeysOf(panel.Bruno, panel.Store), panel.Store));
    }

    [Fact]
    public async Task An_altered_wrap_is_named_and_the_old_key_kept_until_it_is_mended()
    {
        var panel = new Panel();
        var whole = panel.Store.Dossiers[4];
        var altered = whole.Bytes.ToArray();
        altered[^1] ^= 1;
        panel.Store.Dossiers[4] = whole with { Bytes = altered };

        var stopped = await RotateAsync(panel, panel.Amina);
        panel.Store.Dossiers[panel.Store.Dossiers.FindIndex(d => d.Dossier == whole.Dossier)] = whole;
        var finished = await RotateAsync(panel, panel.Bruno);

        Assert.Equal((11, whole.Dossier, false), (stopped.Renewed, Assert.Single(stopped.Broken).Dossier, stopped.Retired));
        Assert.Equal((1, true), (finished.Renewed, finished.Retired));
        AssertRotated(panel);
    }

    [Fact]
    public async Task A_stranger_s_key_in_a_member_s_place_stops_the_rotation()
    {
        var panel = new Panel();
        using var thief = Given.Person();
        using var current = panel.Amina.Open(panel.Store.Keys[0]);
        panel.Store.Keys[1] = panel.Store.Keys[1] with { Holder = panel.Store.Keys[1].Holder with { Key = thief.Public } };

        await Assert.ThrowsAsync<SealBrokenException>(() => new KeyRotation(panel.Store).BeginAsync(current, panel.Staying, Stop));
        Assert.All(panel.Store.Keys, k => Assert.Equal(1, k.Version));
    }

    [Fact]
    public async Task A_compartment_never_loses_its_recovery_or_its_last_member()
    {
        var panel = new Panel();
        using var current = panel.Amina.Open(panel.Store.Keys[0]);
        var rotation = new KeyRotation(panel.Store);

        await Assert.ThrowsAsync<ArgumentException>(() => rotation.BeginAsync(current, new HashSet<Guid> { panel.Amina.Person }, Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => rotation.BeginAsync(current, new HashSet<Guid> { panel.Recovery.Id }, Stop));
    }

    [Fact]
    public async Task Of_two_who_begin_at_once_one_is_told_to_stand_back()
    {
        var panel = new Panel();
        var rotation = new KeyRotation(panel.Store);

        using var one = await rotation.BeginAsync(panel.First, panel.Staying, Stop);
        using var other = await rotation.BeginAsync(panel.First, panel.Staying, Stop);

        Assert.NotNull(one);
        Assert.Null(other);
        Assert.Equal(3, panel.Store.Keys.Count(k => k.Version == 2));
    }

    [Fact]
    public async Task The_old_key_kept_by_the_one_who_left_opens_no_wrap_of_today()
    {
        var panel = new Panel();
        using var kept = panel.Chiyo.Open(panel.Store.Keys[2]);

        await RotateAsync(panel, panel.Amina);

        Assert.Equal(0, panel.Readable([kept], panel.Store));
    }

    /// <summary>As the program does it: begin, unless a new version is there already; then finish with all versions this person holds.</summary>
    private static async Task<RotationOutcome> RotateAsync(Panel panel, PersonKey member)
    {
        var rotation = new KeyRotation(panel.Store, batch: 4);
        var keys = Panel.KeysOf(member, panel.Store);
        if (keys.MaxBy(k => k.Version) is { Version: 1 } first && await rotation.BeginAsync(first, panel.Staying, Stop) is { } next) keys.Add(next);
        var outcome = await rotation.FinishAsync(keys, Stop);
        keys.ForEach(k => k.Dispose());
        return outcome;
    }

    private static void AssertRotated(Panel panel)
    {
        Assert.Equal(12, panel.Readable(Panel.KeysOf(panel.Amina, panel.Store), panel.Store));
        Assert.Equal(12, panel.Readable(Panel.KeysOf(panel.Bruno, panel.Store), panel.Store));
        Assert.Equal(12, panel.Readable([panel.Recovery.Open(panel.Store.Keys.Single(k => k.Holder.Kind == HolderKind.Recovery))], panel.Store));
        Assert.Empty(Panel.KeysOf(panel.Chiyo, panel.Store));
        Assert.All(panel.Store.Keys, k => Assert.Equal(2, k.Version));
        Assert.All(panel.Store.Dossiers, d => Assert.Equal(2, d.Version));
    }
}
