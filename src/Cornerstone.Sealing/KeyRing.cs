using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Cornerstone.Sealing.Keys;

namespace Cornerstone.Sealing;

/// <summary>
/// What one person has unlocked, in the server's memory for one session. After the idle limit, or when it is ended, every key on it is zeroed, those it gave out included.
/// It has no form on disk, in a cookie or in a shared cache.
/// </summary>
[JsonConverter(typeof(NeverWritten))]
public sealed class KeyRing : IDisposable
{
    /// <summary>Security handbook §5.5.</summary>
    public static readonly TimeSpan UsualIdle = TimeSpan.FromMinutes(15);

    private readonly Lock gate = new();
    private readonly PersonKey person;
    private readonly Dictionary<(Guid Compartment, int Version), CompartmentKey> compartments = [];
    private readonly HashSet<DossierKey> lent = [];
    private readonly TimeSpan idle;
    private readonly TimeProvider clock;
    private readonly ITimer timer;
    private long lastUse;
    private bool ended;

    /// <summary>Takes over the person's key.</summary>
    public KeyRing(PersonKey person, TimeSpan idle, TimeProvider clock)
    {
        (this.person, this.idle, this.clock) = (person, idle, clock);
        lastUse = clock.GetTimestamp();
        timer = clock.CreateTimer(static ring => ((KeyRing)ring!).EndWhenIdle(), this, idle, Timeout.InfiniteTimeSpan);
    }

    public Guid Person => person.Person;

    public bool IsLocked
    {
        get
        {
            lock (gate)
            {
                return ended || IdleFor() >= idle;
            }
        }
    }

    /// <summary>Opens a compartment key and keeps it. What is not to be trusted is not kept: <see cref="Trust.Broken"/> is an alarm.</summary>
    public bool TryTake(KeyWrap wrap, KeyTrail trail, out Trust trust)
    {
        lock (gate)
        {
            trust = Trust.Broken;
            if (!Use()) return false;

            var key = person.Open(wrap);
            trust = person.Judge(key, trail);
            if (trust == Trust.Broken || !compartments.TryAdd((key.Compartment, key.Version), key)) key.Dispose();
            return trust != Trust.Broken;
        }
    }

    /// <summary>What to remember of a compartment key, once it is trusted.</summary>
    public CompartmentPin? Pin(Guid compartment, int version)
    {
        lock (gate)
        {
            return Use() && compartments.TryGetValue((compartment, version), out var key) ? person.Pin(key) : null;
        }
    }

    /// <summary>The newest version of a compartment's key: seal under this one. False when locked or not a member.</summary>
    public bool TryNewest(Guid compartment, [NotNullWhen(true)] out CompartmentKey? key)
    {
        lock (gate)
        {
            key = Use() ? compartments.Values.Where(k => k.Compartment == compartment).MaxBy(k => k.Version) : null;
            return key is not null;
        }
    }

    /// <summary>All versions on the ring, as a rotation needs them.</summary>
    public IReadOnlyList<CompartmentKey> Versions(Guid compartment)
    {
        lock (gate)
        {
            return Use() ? [.. compartments.Values.Where(k => k.Compartment == compartment).OrderBy(k => k.Version)] : [];
        }
    }

    /// <summary>Opens a dossier for one piece of work; ended with the ring at the latest. False when locked or not a member.</summary>
    public bool TryOpen(DossierWrap wrap, [NotNullWhen(true)] out DossierKey? key) => TryLend(wrap, static (compartment, wrap) => compartment.Open(wrap), out key);

    /// <summary>The same for a dossier from intake, of unproven origin.</summary>
    public bool TryReceive(DossierWrap wrap, [NotNullWhen(true)] out DossierKey? key) => TryLend(wrap, static (compartment, wrap) => compartment.Receive(wrap), out key);

    /// <summary>A dossier lent to the ring's owner in an emergency, for one piece of work. False when locked or lent to somebody else.</summary>
    public bool TryOpen(DossierLoan loan, [NotNullWhen(true)] out DossierKey? key)
    {
        lock (gate)
        {
            key = Use() && loan.Person == Person ? Lend(DossierKey.Open(loan, person)) : null;
            return key is not null;
        }
    }

    public void Dispose()
    {
        DossierKey[] open;
        lock (gate)
        {
            if (ended) return;

            ended = true;
            timer.Dispose();
            person.Dispose();
            foreach (var key in compartments.Values) key.Dispose();
            compartments.Clear();
            open = [.. lent];
        }

        foreach (var key in open) key.Dispose();
    }

    public override string ToString() => $"key ring of {Person}";

    private bool TryLend(DossierWrap wrap, Func<CompartmentKey, DossierWrap, DossierKey> open, [NotNullWhen(true)] out DossierKey? key)
    {
        lock (gate)
        {
            key = null;
            if (!Use() || !compartments.TryGetValue((wrap.Compartment, wrap.Version), out var compartment)) return false;

            key = Lend(open(compartment, wrap));
            return true;
        }
    }

    private DossierKey Lend(DossierKey key)
    {
        lent.Add(key);
        key.Ended = Forget;
        return key;
    }

    private void Forget(DossierKey key)
    {
        lock (gate)
        {
            lent.Remove(key);
        }
    }

    /// <summary>Late is locked, even when the timer has not come yet.</summary>
    private bool Use()
    {
        if (ended) return false;
        if (IdleFor() >= idle)
        {
            Dispose();
            return false;
        }

        lastUse = clock.GetTimestamp();
        return true;
    }

    private void EndWhenIdle()
    {
        lock (gate)
        {
            if (ended) return;

            if (idle - IdleFor() is var left && left > TimeSpan.Zero)
            {
                timer.Change(left, Timeout.InfiniteTimeSpan);
                return;
            }
        }

        Dispose();
    }

    private TimeSpan IdleFor() => clock.GetElapsedTime(lastUse);
}
