using Cornerstone.Sealing.Attachments;
using Cornerstone.Sealing.Forms;
using Cornerstone.Sealing.Keys;
using Cornerstone.Sealing.Tests.TestKit;
using static Cornerstone.Sealing.Tests.TestKit.Vectors;

namespace Cornerstone.Sealing.Tests.Forms;

/// <summary>What another implementation sealed opens here, byte for byte as decision 22 says.</summary>
public sealed class KnownAnswerTests
{
    private static SecretKey DossierSecret => SecretKey.Of(Counting(0x10, 32));

    private static CompartmentKey Fifth => new(Compartment, 5, SecretKey.Of(Counting(0x40, 32)));

    private static PrivateKey PersonSecret => PrivateKey.Of(Counting(0x61, 32));

    [Fact]
    public void A_field()
    {
        using var key = new DossierKey(Dossier, 3, DossierSecret);

        Assert.Equal("Témoin protégé: شاهد", key.OpenText(Vectors.Place, SealedField.FromStored(Vectors.Field)));
    }

    [Fact]
    public void A_field_sealed_with_the_same_nonce_has_the_same_bytes()
    {
        using var fields = DossierSecret.Derive("cornerstone fields");
        var value = System.Text.Encoding.UTF8.GetBytes("Témoin protégé: شاهد");
        var padded = new byte[LengthPadding.PaddedLength(value.Length)];
        LengthPadding.Pad(value, padded);
        var context = new Context(new byte[Context.Capacity], "field");
        Vectors.Place.WriteTo(ref context);

        Assert.Equal(Vectors.Field, Envelope.Seal(fields, 3, padded, context, Counting(0xA0, 12)));
    }

    [Fact]
    public void A_dossier_key_under_its_compartment()
    {
        using var compartment = Fifth;
        using var key = compartment.Open(new DossierWrap(Compartment, Dossier, 3, 5, Vectors.DossierWrap));

        Assert.Equal("Témoin protégé: شاهد", key.OpenText(Vectors.Place, SealedField.FromStored(Vectors.Field)));
    }

    [Fact]
    public void A_dossier_key_taken_at_intake()
    {
        using var compartment = Fifth;
        using var key = compartment.Receive(new DossierWrap(Compartment, Dossier, 3, 5, IntakeWrap));

        Assert.Equal(IntakePoint, compartment.Intake.Key.ToStored());
        Assert.Equal("Témoin protégé: شاهد", key.OpenText(Vectors.Place, SealedField.FromStored(Vectors.Field)));
    }

    [Fact]
    public void A_person_s_key_under_a_passphrase_and_the_compartment_key_it_opens()
    {
        Assert.True(VaultPassphrase.TryRead(Phrase, out var phrase));
        using var person = PersonKey.Open(Person, Vectors.Vault, phrase)!;
        using var compartment = person.Open(new KeyWrap(Compartment, 5, person.Holder, KeyBox, KeyProof));

        Assert.Equal(PersonPoint, person.Public.ToStored());
        Assert.Equal(IntakePoint, compartment.Intake.Key.ToStored());
        Assert.True(compartment.Vouches(new KeyWrap(Compartment, 5, person.Holder, KeyBox, KeyProof)));
    }

    [Fact]
    public void A_pair_of_recovery_officers()
    {
        using var first = PersonSecret;
        using var second = PrivateKey.Of(Counting(0x71, 32));
        Assert.True(VaultPassphrase.TryRead(Phrase, out var phrase));
        using var one = PersonKey.Open(Person, Sealing.Forms.Vault.Seal(first, phrase, Person), phrase)!;
        using var other = PersonKey.Open(Other, Sealing.Forms.Vault.Seal(second, phrase, Other), phrase)!;

        using var recovery = RecoveryKey.Open(new PairSeal(Recovery, Person, Other, Pair), one, other);

        Assert.Equal(PrivateKey.Of(Counting(0x31, 32)).Public, recovery.Holder.Key);
    }

    [Fact]
    public void A_pin_and_the_step_to_the_next_version()
    {
        using var own = PersonSecret.Derive("cornerstone pins");
        using var sixth = new CompartmentKey(Compartment, 6, SecretKey.Of(Counting(0x80, 32)));
        var trail = new KeyTrail([new CompartmentPin(Compartment, 5, Pin)], [new Succession(Compartment, 6, Vectors.Succession)]);

        Assert.Equal(Trust.Followed, trail.Judge(own, Person, sixth));
    }

    [Fact]
    public async Task An_attachment()
    {
        using var key = new DossierKey(Dossier, 3, DossierSecret);
        await using var opened = await AttachmentStream.OpenAsync(new MemoryStream(Vectors.Attachment), key, Vectors.Place, TestContext.Current.CancellationToken);
        using var reader = new StreamReader(opened);

        Assert.Equal("note.txt", opened.Name);
        Assert.Equal("seen on the bridge", await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
    }
}
