using Cornerstone.Sealing.Forms;
using Cornerstone.Sealing.Keys;
using Cornerstone.Sealing.Tests.TestKit;

namespace Cornerstone.Sealing.Tests.Keys;

public sealed class CompartmentKeyTests
{
    private readonly CompartmentKey key = CompartmentKey.Create(Guid.CreateVersion7());

    [Fact]
    public void A_member_opens_the_key_and_the_dossiers_under_it()
    {
        using var member = Given.Person();
        using var dossier = key.NewDossier(Guid.CreateVersion7());
        var (wrap, place) = (key.Wrap(dossier), Given.Place());
        var field = dossier.Seal(place, "adverse");

        using var opened = member.Open(key.Admit(member.Holder));
        using var again = opened.Open(wrap);

        Assert.Equal((key.Compartment, 1), (opened.Compartment, opened.Version));
        Assert.Equal("adverse", again.OpenText(place, field));
    }

    [Fact]
    public void Nobody_else_opens_a_wrap()
    {
        using var member = Given.Person();
        using var other = Given.Person();
        var wrap = key.Admit(member.Holder);

        Assert.Throws<SealBrokenException>(() => other.Open(wrap));
        Assert.Throws<SealBrokenException>(() => other.Open(wrap with { Holder = other.Holder }));
        Assert.Throws<SealBrokenException>(() => member.Open(wrap with { Compartment = Guid.CreateVersion7() }));
        Assert.Throws<SealBrokenException>(() => member.Open(wrap with { Version = 2 }));
    }

    [Fact]
    public void Each_flipped_bit_of_a_wrap_is_found()
    {
        using var member = Given.Person();
        using var dossier = key.NewDossier(Guid.CreateVersion7());
        var (keyWrap, dossierWrap, intakeWrap) = (key.Admit(member.Holder), key.Wrap(dossier), key.Intake.Wrap(dossier));

        Assert.Empty(Passing(keyWrap.Box, bytes => member.Open(keyWrap with { Box = bytes }).Dispose()));
        Assert.Empty(Passing(dossierWrap.Bytes, bytes => key.Open(dossierWrap with { Bytes = bytes }).Dispose()));
        Assert.Empty(Passing(intakeWrap.Bytes, bytes => key.Receive(intakeWrap with { Bytes = bytes }).Dispose()));
        Assert.Empty(Passing(keyWrap.Proof, bytes => Assert.True(key.Vouches(keyWrap with { Proof = bytes }) || Refuse())));

        static bool Refuse() => throw new SealBrokenException();

        static IEnumerable<int> Passing(ReadOnlyMemory<byte> bytes, Action<byte[]> open) => Enumerable.Range(0, bytes.Length * 8).Where(bit =>
        {
            var altered = bytes.ToArray();
            altered[bit / 8] ^= (byte)(1 << (bit % 8));
            return Given.Opens(() => open(altered));
        });
    }

    [Fact]
    public void A_dossier_key_moved_to_another_dossier_or_generation_is_refused()
    {
        using var dossier = key.NewDossier(Guid.CreateVersion7());
        var wrap = key.Wrap(dossier);

        Assert.Throws<SealBrokenException>(() => key.Open(wrap with { Dossier = Guid.CreateVersion7() }));
        Assert.Throws<SealBrokenException>(() => key.Open(wrap with { Generation = 2 }));
        Assert.Throws<SealBrokenException>(() => key.Open(wrap with { Version = 2 }));
        Assert.Throws<SealBrokenException>(() => key.Open(wrap with { Compartment = Guid.CreateVersion7() }));
    }

    [Fact]
    public void A_public_key_put_in_a_member_s_place_is_not_vouched_for()
    {
        using var member = Given.Person();
        using var thief = Given.Person();
        var wrap = key.Admit(member.Holder);
        using var own = CompartmentKey.Create(key.Compartment);

        Assert.True(key.Vouches(wrap));
        Assert.False(key.Vouches(wrap with { Holder = wrap.Holder with { Key = thief.Public } }));
        Assert.False(key.Vouches(wrap with { Holder = wrap.Holder with { Id = thief.Person } }));
        Assert.False(key.Vouches(wrap with { Holder = wrap.Holder with { Kind = HolderKind.Recovery } }));
        Assert.False(key.Vouches(wrap with { Version = 2 }));
        Assert.False(key.Vouches(own.Admit(thief.Holder)));
    }

    [Fact]
    public void An_intake_officer_seals_a_statement_and_cannot_read_the_compartment()
    {
        var intake = key.Intake;
        var place = Given.Place();
        using var taken = intake.NewDossier(Guid.CreateVersion7());
        var (wrap, field) = (intake.Wrap(taken), taken.Seal(place, "I saw the car"));
        taken.Dispose();

        using var opened = key.Receive(wrap);
        using var officer = Given.Person();

        Assert.Equal("I saw the car", opened.OpenText(place, field));
        Assert.Throws<ObjectDisposedException>(() => taken.OpenText(place, field));
        // All the officer ever has is the public half: no way leads from it to a key.
        Assert.Throws<SealBrokenException>(() => officer.Open(new KeyWrap(key.Compartment, 1, officer.Holder, wrap.Bytes, default)));
    }

    [Fact]
    public void A_dossier_made_with_the_public_key_never_passes_for_one_of_the_compartment_s_own()
    {
        using var own = key.NewDossier(Guid.CreateVersion7());
        using var forged = key.Intake.NewDossier(own.Dossier);
        var inItsPlace = key.Intake.Wrap(forged);

        Assert.True(inItsPlace.IsFromIntake);
        Assert.False(key.Wrap(own).IsFromIntake);
        Assert.Throws<SealBrokenException>(() => key.Open(inItsPlace));
        Assert.Throws<SealBrokenException>(() => key.Receive(key.Wrap(own)));
        using var received = key.Receive(inItsPlace);
        using var adopted = key.Open(key.Wrap(received));
        Assert.Equal(own.Dossier, adopted.Dossier);
    }

    [Fact]
    public void A_point_off_the_curve_is_refused()
    {
        var point = key.Intake.Key.ToStored();
        point[^1] ^= 1;

        Assert.Throws<SealBrokenException>(() => PublicKey.FromStored(point));
        Assert.Throws<SealBrokenException>(() => PublicKey.FromStored(new byte[64]));
        Assert.Throws<SealBrokenException>(() => PublicKey.FromStored(point.AsSpan(1)));
    }

    [Fact]
    public void A_fingerprint_is_eight_words_and_of_its_key_alone()
    {
        Assert.Equal(8, key.Intake.Key.Fingerprint.Split(' ').Length);
        Assert.NotEqual(Given.Person().Public.Fingerprint, key.Intake.Key.Fingerprint);
        Assert.Equal(key.Intake.Key.Fingerprint, PublicKey.FromStored(key.Intake.Key.ToStored()).Fingerprint);
    }

    [Fact]
    public void What_was_sealed_for_one_purpose_opens_for_no_other()
    {
        using var secret = SecretKey.Random();
        var purposes = new[] { "field", "attachment", "dossier key", "compartment key", "holder", "pin", "succession", "recovery pair", "vault" };

        var crossed = from sealedFor in purposes
                      from openedFor in purposes
                      where sealedFor != openedFor && Given.Opens(() => Envelope.Open(secret, Sealed(sealedFor), new byte[1], new Context(new byte[Context.Capacity], openedFor)))
                      select (sealedFor, openedFor);

        Assert.Empty(crossed);
        Envelope.Open(secret, Sealed("field"), new byte[1], new Context(new byte[Context.Capacity], "field"));

        byte[] Sealed(string purpose) => Envelope.Seal(secret, 1, [1], new Context(new byte[Context.Capacity], purpose));
    }
}
