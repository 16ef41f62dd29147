using System.Text.Json.Serialization;
using Cornerstone.Sealing.Forms;

namespace Cornerstone.Sealing.Keys;

/// <summary>A person's unlocked key pair. The private half is kept only under the vault passphrase; nobody else can open it, and no administrator holds a copy.</summary>
[JsonConverter(typeof(NeverWritten))]
public sealed class PersonKey : IDisposable
{
    private readonly PrivateKey secret;

    private PersonKey(Guid person, PrivateKey secret)
    {
        Person = person;
        this.secret = secret;
    }

    public Guid Person { get; }

    public PublicKey Public => secret.Public;

    /// <summary>As somebody a compartment key can be wrapped to.</summary>
    public KeyHolder Holder => new(Person, HolderKind.Person, Public);

    internal PrivateKey Secret => secret;

    public static PersonKey Create(Guid person) => new(person, PrivateKey.Random());

    /// <summary>The bytes to keep. Closing again with another passphrase changes it.</summary>
    public byte[] Close(VaultPassphrase passphrase) => Vault.Seal(secret, passphrase, Person);

    /// <summary>Null when the passphrase is not this vault's.</summary>
    public static PersonKey? Open(Guid person, ReadOnlySpan<byte> vault, VaultPassphrase passphrase) =>
        Vault.Open(vault, passphrase, person) is { } secret ? new PersonKey(person, secret) : null;

    public CompartmentKey Open(KeyWrap wrap) => CompartmentKey.Open(wrap, Holder, secret);

    public CompartmentPin Pin(CompartmentKey key)
    {
        using var own = secret.Derive(KeyTrail.PinPurpose);
        return KeyTrail.Pin(own, Person, key);
    }

    /// <summary>Whether this key is the one remembered, or follows from it. See <see cref="KeyTrail"/>.</summary>
    public Trust Judge(CompartmentKey key, KeyTrail trail)
    {
        using var own = secret.Derive(KeyTrail.PinPurpose);
        return trail.Judge(own, Person, key);
    }

    public void Dispose() => secret.Dispose();

    public override string ToString() => $"key of {Person}";
}
