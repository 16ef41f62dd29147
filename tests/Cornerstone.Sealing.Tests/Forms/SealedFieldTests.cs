using System.Text;
using Cornerstone.Sealing.Forms;
using Cornerstone.Sealing.Keys;
using Cornerstone.Sealing.Tests.TestKit;
using FsCheck;
using FsCheck.Fluent;

namespace Cornerstone.Sealing.Tests.Forms;

public sealed class SealedFieldTests
{
    [Fact]
    public void Any_text_comes_back_as_it_was()
    {
        using var key = Given.DossierKey();
        var place = Given.Place();

        Prop.ForAll<NonNull<string>>(text => key.OpenText(place, key.Seal(place, text.Get)) == Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.Get)))
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Any_bytes_come_back_as_they_were()
    {
        using var key = Given.DossierKey();
        var place = Given.Place();

        Prop.ForAll<byte[]>(bytes => key.OpenBytes(place, key.Seal(place, bytes.AsSpan())).AsSpan().SequenceEqual(bytes)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Each_flipped_bit_is_found()
    {
        using var key = Given.DossierKey();
        var place = Given.Place();
        var stored = key.Seal(place, "the witness lives near the market").ToStored();

        var passed = Enumerable.Range(0, stored.Length * 8).Where(bit =>
        {
            byte[] altered = [.. stored];
            altered[bit / 8] ^= (byte)(1 << (bit % 8));
            return Given.Opens(() => key.OpenText(place, SealedField.FromStored(altered)));
        });

        Assert.Empty(passed);
    }

    [Fact]
    public void Whatever_is_cut_or_added_is_found()
    {
        using var key = Given.DossierKey();
        var place = Given.Place();
        var stored = key.Seal(place, "the witness lives near the market").ToStored();

        var passed = Enumerable.Range(0, stored.Length).Where(length => Given.Opens(() => key.OpenText(place, SealedField.FromStored(stored.AsSpan(0, length)))));

        Assert.Empty(passed);
        Assert.False(Given.Opens(() => key.OpenText(place, SealedField.FromStored([.. stored, 0]))));
        Assert.False(Given.Opens(() => key.OpenText(place, default)));
    }

    // CR-02: swapped between rows, columns, compartments; an older version of the same row brought back.
    [Fact]
    public void A_value_moved_to_any_other_place_or_version_is_refused()
    {
        using var key = Given.DossierKey();
        var place = Given.Place(version: 7);
        var field = key.Seal(place, "adverse");

        Assert.All(Given.Neighbours(place), other => Assert.Throws<SealBrokenException>(() => key.OpenText(other, field)));
        Assert.Equal("adverse", key.OpenText(place, field));
    }

    [Fact]
    public void Two_places_never_share_their_associated_bytes()
    {
        Prop.ForAll<(byte, byte, byte), (byte, byte, byte)>((a, b) => Same(a, b) == Written(a).AsSpan().SequenceEqual(Written(b))).QuickCheckThrowOnFailure();

        static bool Same((byte, byte, byte) a, (byte, byte, byte) b) => (a.Item1 % 9, a.Item2 % 9, a.Item3) == (b.Item1 % 9, b.Item2 % 9, b.Item3);

        static byte[] Written((byte Store, byte Table, byte Version) of)
        {
            var context = new Context(new byte[Context.Capacity], "field");
            new SealedPlace(new string('a', 1 + (of.Store % 9)), Guid.Empty, new string('a', 1 + (of.Table % 9)), Guid.Empty, "a", of.Version).WriteTo(ref context);
            return context.Written.ToArray();
        }
    }

    [Fact]
    public void Another_dossier_s_key_opens_nothing()
    {
        using var key = Given.DossierKey();
        using var other = Given.DossierKey();
        var place = Given.Place();

        Assert.Throws<SealBrokenException>(() => other.OpenText(place, key.Seal(place, "adverse")));
    }

    // CR-04: nothing a person may type is taken for something already sealed, and nothing plain is ever read as a value.
    [Theory]
    [InlineData("enc:v1:AAAA")]
    [InlineData("P|plain")]
    [InlineData("\u0001\u0001\u0000\u0000\u0000\u0001")]
    public void A_text_that_begins_like_a_sealed_one_is_sealed_like_any_text(string text)
    {
        using var key = Given.DossierKey();
        var place = Given.Place();
        var stored = key.Seal(place, text).ToStored();

        Assert.Equal(text, key.OpenText(place, SealedField.FromStored(stored)));
        Assert.Equal(-1, stored.AsSpan(Frame.Length).IndexOf(Encoding.UTF8.GetBytes(text)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("plain text in the column of sealed bytes, long enough to be something")]
    public void Plain_text_in_the_column_is_refused_not_shown(string plain) =>
        Assert.Throws<SealBrokenException>(() => SealedField.FromStored(Encoding.UTF8.GetBytes(plain)));

    [Fact]
    public void A_sealed_value_sealed_again_opens_to_the_sealed_value()
    {
        using var key = Given.DossierKey();
        var place = Given.Place();
        var once = key.Seal(place, "adverse").ToStored();

        Assert.Equal(once, key.OpenBytes(place, key.Seal(place, once)));
    }

    // CR-06.
    [Fact]
    public void A_million_seals_of_one_key_repeat_no_nonce()
    {
        using var key = Given.DossierKey();
        var place = Given.Place();
        var nonces = new HashSet<UInt128>();
        for (var i = 0; i < 1_000_000; i++)
        {
            var nonce = key.Seal(place, "x").Bytes.Slice(Frame.Length, Frame.NonceLength);
            nonces.Add(new UInt128(BitConverter.ToUInt32(nonce), BitConverter.ToUInt64(nonce[4..])));
        }

        Assert.Equal(1_000_000, nonces.Count);
    }

    [Fact]
    public void A_key_seals_no_more_than_its_limit()
    {
        using var limited = SecretKey.Random(mostSeals: 3);
        var context = new Context(new byte[Context.Capacity], "test");
        for (var i = 0; i < 3; i++) Envelope.Seal(limited, 1, [1], context);

        var refused = false;
        try
        {
            Envelope.Seal(limited, 1, [1], context);
        }
        catch (InvalidOperationException)
        {
            refused = true;
        }

        Assert.True(refused);
        Assert.True(SecretKey.MostSeals * 256L <= 1L << 32);
    }

    [Theory]
    [InlineData(0, 32)]
    [InlineData(28, 32)]
    [InlineData(29, 64)]
    [InlineData(60, 64)]
    [InlineData(2044, 2048)]
    [InlineData(2048, 4096)]
    public void Lengths_show_as_powers_of_two(int length, int shown)
    {
        using var key = Given.DossierKey();

        var stored = key.Seal(Given.Place(), new byte[length].AsSpan()).ToStored();

        Assert.Equal(shown, stored.Length - Envelope.Overhead);
    }

    [Fact]
    public void Nothing_longer_than_a_field_is_sealed_as_one()
    {
        using var key = Given.DossierKey();

        Assert.Throws<ArgumentOutOfRangeException>(() => key.Seal(Given.Place(), new byte[DossierKey.LongestField + 1].AsSpan()));
    }
}
