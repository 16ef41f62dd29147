using System.Text.Json.Serialization;
using Cornerstone.Sealing.Forms;

namespace Cornerstone.Sealing.Keys;

/// <summary>One version of a compartment's key, unlocked. It wraps dossier keys and admits members; it never touches content.</summary>
[JsonConverter(typeof(NeverWritten))]
public sealed class CompartmentKey : IDisposable
{
    private readonly SecretKey root;
    private readonly SecretKey wrapping;
    private readonly SecretKey proving;
    private readonly PrivateKey intake;

    internal CompartmentKey(Guid compartment, int version, SecretKey root)
    {
        Compartment = compartment;
        Version = version;
        this.root = root;
        wrapping = root.Derive("cornerstone wraps");
        proving = root.Derive("cornerstone proofs");
        intake = PrivateKey.DerivedFrom(root, "cornerstone intake");
    }

    public Guid Compartment { get; }

    public int Version { get; }

    /// <summary>For those who seal into the compartment without being able to read it.</summary>
    public IntakeKey Intake => new(Compartment, Version, intake.Public);

    public static CompartmentKey Create(Guid compartment) => new(compartment, 1, SecretKey.Random());

    /// <summary>The next version: random, with the word of this one that it follows.</summary>
    public (CompartmentKey Key, Succession Succession) Next()
    {
        var next = new CompartmentKey(Compartment, Version + 1, SecretKey.Random());
        return (next, KeyTrail.Step(this, next));
    }

    /// <summary>Wraps this key to a holder whose public key somebody has compared with its owner (<see cref="PublicKey.Fingerprint"/>).</summary>
    public KeyWrap Admit(KeyHolder holder)
    {
        var box = root.Lend(key => Box.Seal(holder.Key, Version, key, BoxContext(stackalloc byte[Context.Capacity], Compartment, holder)));
        return new KeyWrap(Compartment, Version, holder, box, Envelope.Seal(proving, Version, [], ProofContext(stackalloc byte[Context.Capacity], holder)));
    }

    /// <summary>Whether this version of the compartment admitted this holder with this public key.</summary>
    public bool Vouches(KeyWrap wrap)
    {
        try
        {
            Envelope.Open(proving, wrap.Proof.Span, [], ProofContext(stackalloc byte[Context.Capacity], wrap.Holder));
            return wrap.Compartment == Compartment && wrap.Version == Version;
        }
        catch (SealBrokenException)
        {
            return false;
        }
    }

    public DossierKey NewDossier(Guid dossier) => DossierKey.Create(dossier, Version);

    public DossierWrap Wrap(DossierKey key) => key.Wrap(Compartment, Version, (bytes, context) => Envelope.Seal(wrapping, Version, bytes, context));

    /// <summary>A dossier of the compartment's own. One from intake is refused here: whoever knows the public key could put it in the place of another.</summary>
    public DossierKey Open(DossierWrap wrap) => DossierKey.Open(wrap, Compartment, Version, (box, plain, context) => Envelope.Open(wrapping, box, plain, context), Envelope.NumberOf);

    /// <summary>A dossier from intake, of unproven origin. Wrapping its key with <see cref="Wrap"/> makes it the compartment's own: a member's decision.</summary>
    public DossierKey Receive(DossierWrap wrap) => DossierKey.Open(wrap, Compartment, Version, (box, plain, context) => Box.Open(intake, box, plain, context), Box.NumberOf);

    public void Dispose()
    {
        root.Dispose();
        wrapping.Dispose();
        proving.Dispose();
        intake.Dispose();
    }

    public override string ToString() => $"key {Version} of compartment {Compartment}";

    /// <summary>For work that must not decide where a dossier comes from.</summary>
    internal DossierKey OpenAsItCame(DossierWrap wrap) => wrap.IsFromIntake ? Receive(wrap) : Open(wrap);

    internal DossierWrap WrapAsItCame(DossierKey key, bool fromIntake) => fromIntake ? Intake.Wrap(key) : Wrap(key);

    internal static CompartmentKey Open(KeyWrap wrap, KeyHolder own, PrivateKey secret)
    {
        if (Box.NumberOf(wrap.Box.Span) != wrap.Version) throw new SealBrokenException();

        using var plain = new Scratch(SecretKey.Length);
        Box.Open(secret, wrap.Box.Span, plain.Bytes, BoxContext(stackalloc byte[Context.Capacity], wrap.Compartment, own));
        return new CompartmentKey(wrap.Compartment, wrap.Version, SecretKey.Of(plain.Bytes));
    }

    /// <summary>Shows who held this version, without giving the key away.</summary>
    internal SecretKey Mark() => root.Derive("cornerstone succession");

    private static Context BoxContext(Span<byte> buffer, Guid compartment, KeyHolder holder)
    {
        var context = new Context(buffer, "compartment key");
        context.Id(compartment);
        context.Id(holder.Id);
        context.Number((int)holder.Kind);
        return context;
    }

    private Context ProofContext(Span<byte> buffer, KeyHolder holder)
    {
        var context = new Context(buffer, "holder");
        context.Id(Compartment);
        context.Id(holder.Id);
        context.Number((int)holder.Kind);
        context.Bytes(holder.Key.Point);
        return context;
    }
}
