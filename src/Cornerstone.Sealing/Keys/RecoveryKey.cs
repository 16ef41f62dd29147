using System.Text.Json.Serialization;
using Cornerstone.Sealing.Forms;

namespace Cornerstone.Sealing.Keys;

/// <summary>The private half of the recovery key for one pair of officers: the second one's box, inside the first one's.</summary>
public sealed record PairSeal(Guid Recovery, Guid First, Guid Second, ReadOnlyMemory<byte> Bytes);

/// <summary>
/// Opens compartments when their members cannot: by two of three officers, never by one and never by an administrator. Unlocked for a recovery only.
/// </summary>
[JsonConverter(typeof(NeverWritten))]
public sealed class RecoveryKey : IDisposable
{
    private const int Number = 1;

    private readonly PrivateKey secret;

    private RecoveryKey(Guid id, PrivateKey secret)
    {
        Id = id;
        this.secret = secret;
    }

    public Guid Id { get; }

    /// <summary>As somebody a compartment key is wrapped to.</summary>
    public KeyHolder Holder => new(Id, HolderKind.Recovery, secret.Public);

    public static RecoveryKey Create(Guid id) => new(id, PrivateKey.Random());

    /// <summary>Three seals, for the pairs AB, AC and BC. To replace an officer who left in bad faith, make a new recovery key and rotate the compartments.</summary>
    public IReadOnlyList<PairSeal> SealFor(KeyHolder a, KeyHolder b, KeyHolder c)
    {
        KeyHolder[] officers = [a, b, c];
        if (officers.Any(o => o.Kind != HolderKind.Person) || officers.DistinctBy(o => o.Id).Count() < officers.Length || officers.DistinctBy(o => o.Key).Count() < officers.Length)
        {
            throw new ArgumentException("Three officers are three persons with three keys.", nameof(a));
        }

        return [Seal(a, b), Seal(a, c), Seal(b, c)];
    }

    /// <summary>The officers of the pair, in either order, both unlocked.</summary>
    public static RecoveryKey Open(PairSeal pair, PersonKey one, PersonKey other)
    {
        var (first, second) = one.Person == pair.First ? (one, other) : (other, one);
        if (first.Person != pair.First || second.Person != pair.Second || first.Person == second.Person) throw new SealBrokenException();

        using var inner = new Scratch(Box.Overhead + PrivateKey.Length);
        Box.Open(first.Secret, pair.Bytes.Span, inner.Bytes, PairContext(stackalloc byte[Context.Capacity], pair.Recovery, pair.First, pair.Second));
        using var plain = new Scratch(PrivateKey.Length);
        Box.Open(second.Secret, inner.Bytes, plain.Bytes, PairContext(stackalloc byte[Context.Capacity], pair.Recovery, pair.First, pair.Second));
        return new RecoveryKey(pair.Recovery, PrivateKey.Of(plain.Bytes));
    }

    public CompartmentKey Open(KeyWrap wrap) => CompartmentKey.Open(wrap, Holder, secret);

    public void Dispose() => secret.Dispose();

    public override string ToString() => $"recovery key {Id}";

    private PairSeal Seal(KeyHolder first, KeyHolder second)
    {
        var inner = secret.Lend(s => Box.Seal(second.Key, Number, s, PairContext(stackalloc byte[Context.Capacity], Id, first.Id, second.Id)));
        return new PairSeal(Id, first.Id, second.Id, Box.Seal(first.Key, Number, inner, PairContext(stackalloc byte[Context.Capacity], Id, first.Id, second.Id)));
    }

    private static Context PairContext(Span<byte> buffer, Guid recovery, Guid first, Guid second)
    {
        var context = new Context(buffer, "recovery pair");
        context.Id(recovery);
        context.Id(first);
        context.Id(second);
        return context;
    }
}
