using Cornerstone.Sealing.Forms;

namespace Cornerstone.Sealing.Keys;

/// <summary>How far a compartment key can be believed.</summary>
public enum Trust
{
    /// <summary>Somebody has put a key of another origin in its place.</summary>
    Broken,

    /// <summary>Nothing is remembered of this compartment: the person compares its fingerprint with a colleague's before trusting it.</summary>
    FirstSeen,

    /// <summary>It is the key remembered, or follows from it step by step.</summary>
    Followed,
}

/// <summary>
/// Anybody who can write to the database could make up a "next" compartment key, box it to all members (their public keys are known) and read what they seal from then on.
/// So each version leaves a mark, worked out from its key; the mark of a version is sealed under the mark of the one before; and each person keeps, sealed to themselves, the marks they have seen.
/// A mark does not give its key away, and so old ones may be kept when old keys are gone.
/// </summary>
public sealed record KeyTrail(IReadOnlyCollection<CompartmentPin> Pins, IReadOnlyCollection<Succession> Steps)
{
    internal const string PinPurpose = "cornerstone pins";

    internal static Succession Step(CompartmentKey from, CompartmentKey to)
    {
        using var mark = from.Mark();
        using var next = to.Mark();
        return new Succession(to.Compartment, to.Version, next.Lend(m => Envelope.Seal(mark, to.Version, m, StepContext(stackalloc byte[Context.Capacity], to.Compartment))));
    }

    internal static CompartmentPin Pin(SecretKey own, Guid person, CompartmentKey key)
    {
        using var mark = key.Mark();
        return new CompartmentPin(key.Compartment, key.Version, mark.Lend(m => Envelope.Seal(own, key.Version, m, PinContext(stackalloc byte[Context.Capacity], person, key.Compartment))));
    }

    /// <summary>From the newest pin that is not newer than the key, step by step. A key older than all that is remembered is not believed.</summary>
    internal Trust Judge(SecretKey own, Guid person, CompartmentKey key)
    {
        var pins = Pins.Where(p => p.Compartment == key.Compartment).ToList();
        if (pins.Count == 0) return Trust.FirstSeen;
        if (pins.Where(p => p.Version <= key.Version).MaxBy(p => p.Version) is not { } pin) return Trust.Broken;

        try
        {
            using var reached = Follow(Mark(own, pin.Bytes.Span, pin.Version, PinContext(stackalloc byte[Context.Capacity], person, pin.Compartment)), pin, key.Version);
            using var claimed = key.Mark();
            return reached.SameAs(claimed) ? Trust.Followed : Trust.Broken;
        }
        catch (SealBrokenException)
        {
            return Trust.Broken;
        }
    }

    private SecretKey Follow(SecretKey mark, CompartmentPin pin, int until)
    {
        var context = StepContext(stackalloc byte[Context.Capacity], pin.Compartment);
        for (var version = pin.Version + 1; version <= until; version++)
        {
            using var from = mark;
            var step = Steps.FirstOrDefault(s => s.Compartment == pin.Compartment && s.Version == version) ?? throw new SealBrokenException();
            mark = Mark(from, step.Bytes.Span, version, context);
        }

        return mark;
    }

    private static SecretKey Mark(SecretKey under, ReadOnlySpan<byte> bytes, int version, Context context)
    {
        if (Envelope.NumberOf(bytes) != version) throw new SealBrokenException();

        using var plain = new Scratch(SecretKey.Length);
        Envelope.Open(under, bytes, plain.Bytes, context);
        return SecretKey.Of(plain.Bytes);
    }

    private static Context StepContext(Span<byte> buffer, Guid compartment)
    {
        var context = new Context(buffer, "succession");
        context.Id(compartment);
        return context;
    }

    private static Context PinContext(Span<byte> buffer, Guid person, Guid compartment)
    {
        var context = new Context(buffer, "pin");
        context.Id(person);
        context.Id(compartment);
        return context;
    }
}
