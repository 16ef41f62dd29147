using System.Reflection;
using System.Text.Json;
using Cornerstone.Sealing.Keys;
using Cornerstone.Sealing.Tests.TestKit;

namespace Cornerstone.Sealing.Tests;

public sealed class KeyRingTests : IDisposable
{
    private static readonly KeyTrail Nothing = new([], []);

    private readonly FakeClock clock = new();
    private readonly Panel panel = new();
    private readonly KeyRing ring;

    public KeyRingTests()
    {
        ring = new KeyRing(panel.Amina, KeyRing.UsualIdle, clock);
        Assert.True(ring.TryTake(panel.Store.Keys[0], Nothing, out _));
    }

    public void Dispose() => ring.Dispose();

    [Fact]
    public void It_opens_the_dossiers_of_its_person_s_compartments_and_no_others()
    {
        var elsewhere = new Panel();

        Assert.All(panel.Store.Dossiers, wrap => Assert.True(wrap.IsFromIntake ? ring.TryReceive(wrap, out _) : ring.TryOpen(wrap, out _)));
        Assert.All(elsewhere.Store.Dossiers, wrap => Assert.False(ring.TryOpen(wrap, out _) || ring.TryReceive(wrap, out _)));
        Assert.False(ring.TryNewest(elsewhere.Compartment, out _));
    }

    [Fact]
    public void It_seals_under_the_newest_version_and_keeps_the_older_for_reading()
    {
        var (next, step) = panel.First.Next();

        Assert.True(ring.TryTake(next.Admit(panel.Amina.Holder), new KeyTrail([ring.Pin(panel.Compartment, 1)!], [step]), out var trust));

        Assert.Equal(Trust.Followed, trust);
        Assert.True(ring.TryNewest(panel.Compartment, out var newest));
        Assert.Equal(2, newest.Version);
        Assert.Equal([1, 2], ring.Versions(panel.Compartment).Select(k => k.Version));
        Assert.True(ring.TryOpen(panel.Store.Dossiers[1], out _));
    }

    [Fact]
    public void A_key_of_another_origin_is_not_taken()
    {
        using var thief = CompartmentKey.Create(panel.Compartment);
        var madeUp = thief.Next().Key.Admit(panel.Amina.Holder);

        Assert.False(ring.TryTake(madeUp, new KeyTrail([ring.Pin(panel.Compartment, 1)!], []), out var trust));

        Assert.Equal(Trust.Broken, trust);
        Assert.Equal([1], ring.Versions(panel.Compartment).Select(k => k.Version));
    }

    // Security handbook §5.5: fifteen minutes idle, zeroed. With the timer, and when the timer is late.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void After_fifteen_idle_minutes_every_key_is_gone(bool withTimers)
    {
        Assert.True(ring.TryOpen(panel.Store.Dossiers[1], out var dossier));
        Assert.True(ring.TryNewest(panel.Compartment, out var compartment));

        clock.Move(KeyRing.UsualIdle, withTimers);

        Assert.True(ring.IsLocked);
        Assert.False(ring.TryOpen(panel.Store.Dossiers[1], out _));
        Assert.False(ring.TryNewest(panel.Compartment, out _));
        Assert.False(ring.TryTake(panel.Store.Keys[0], Nothing, out _));
        Assert.Empty(ring.Versions(panel.Compartment));
        Assert.Null(ring.Pin(panel.Compartment, 1));
        Assert.Throws<ObjectDisposedException>(() => dossier.Seal(Given.Place(), "late"));
        Assert.Throws<ObjectDisposedException>(() => compartment.Admit(panel.Bruno.Holder));
        Assert.Throws<ObjectDisposedException>(() => panel.Amina.Open(panel.Store.Keys[0]));
    }

    [Fact]
    public void Each_use_begins_the_fifteen_minutes_anew()
    {
        for (var i = 0; i < 5; i++)
        {
            clock.Move(TimeSpan.FromMinutes(14));
            Assert.True(ring.TryNewest(panel.Compartment, out _));
        }

        clock.Move(TimeSpan.FromMinutes(14.9));
        Assert.False(ring.IsLocked);
        clock.Move(TimeSpan.FromMinutes(0.2));
        Assert.True(ring.IsLocked);
    }

    [Fact]
    public void Asking_whether_it_is_locked_is_no_use_of_it()
    {
        clock.Move(TimeSpan.FromMinutes(10));
        Assert.False(ring.IsLocked);
        clock.Move(TimeSpan.FromMinutes(5));

        Assert.True(ring.IsLocked);
    }

    [Fact]
    public void A_key_that_ends_holds_only_zeros_and_never_seals_under_them()
    {
        using var key = SecretKey.Random();
        var memory = (byte[])typeof(SecretKey).GetField("bytes", BindingFlags.NonPublic | BindingFlags.Instance)!.GetValue(key)!;
        Assert.Contains(memory, b => b != 0);

        key.Dispose();

        Assert.Equal(new byte[32], memory);
        Assert.Throws<ObjectDisposedException>(() => key.Derive("any"));
    }

    [Fact]
    public async Task While_keys_end_in_one_thread_another_seals_properly_or_not_at_all()
    {
        for (var round = 0; round < 200; round++)
        {
            using var key = Given.DossierKey();
            using var witness = DossierKeyOf(key);
            var place = Given.Place();
            var sealing = Task.Run(() =>
            {
                var done = new List<SealedField>();
                while (TrySeal(key, place, done))
                {
                    // Until the key ends.
                }

                return done;
            });
            key.Dispose();

            Assert.All(await sealing, field => Assert.Equal("text", witness.OpenText(place, field)));
        }
    }

    [Fact]
    public void No_unlocked_key_is_ever_written_out_or_shown()
    {
        Assert.True(ring.TryOpen(panel.Store.Dossiers[1], out var dossier));
        using var phrase = VaultPassphrase.Draw();
        object[] secrets = [ring, panel.Amina, panel.First, panel.Recovery, dossier, phrase];

        Assert.All(secrets, s => Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(s, s.GetType())));
        Assert.All(secrets, s => Assert.DoesNotContain("System.Byte", s.ToString(), StringComparison.Ordinal));
        Assert.DoesNotContain(phrase.Reveal().Split(' ')[0], phrase.ToString(), StringComparison.Ordinal);
        Assert.All(secrets, s => Assert.DoesNotContain(s.GetType().GetProperties(), p => p.PropertyType == typeof(byte[]) || p.PropertyType == typeof(ReadOnlyMemory<byte>)));
        Assert.All(secrets, s => Assert.DoesNotContain(s.GetType().GetFields(), f => !f.IsStatic));
    }

    private static DossierKey DossierKeyOf(DossierKey key)
    {
        using var compartment = CompartmentKey.Create(Guid.CreateVersion7());
        return compartment.Open(compartment.Wrap(key));
    }

    private static bool TrySeal(DossierKey key, SealedPlace place, List<SealedField> done)
    {
        try
        {
            done.Add(key.Seal(place, "text"));
            return true;
        }
        catch (ObjectDisposedException)
        {
            return false;
        }
    }
}
