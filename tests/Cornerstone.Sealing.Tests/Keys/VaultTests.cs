using Cornerstone.Sealing.Forms;
using Cornerstone.Sealing.Keys;
using Cornerstone.Sealing.Tests.TestKit;

namespace Cornerstone.Sealing.Tests.Keys;

public sealed class VaultTests
{
    [Fact]
    public void A_person_s_key_comes_back_by_its_passphrase_alone()
    {
        using var key = Given.Person();
        using var phrase = VaultPassphrase.Draw();
        using var wrong = VaultPassphrase.Draw();
        var vault = key.Close(phrase);

        using var opened = PersonKey.Open(key.Person, vault, phrase);

        Assert.Equal(key.Public, opened!.Public);
        Assert.Null(PersonKey.Open(key.Person, vault, wrong));
        Assert.Null(PersonKey.Open(Guid.CreateVersion7(), vault, phrase));
    }

    [Fact]
    public void A_new_passphrase_keeps_the_key_and_ends_the_old_passphrase()
    {
        using var key = Given.Person();
        using var before = VaultPassphrase.Draw();
        using var after = VaultPassphrase.Draw(7);

        var vault = key.Close(after);

        Assert.Null(PersonKey.Open(key.Person, vault, before));
        Assert.Equal(key.Public, PersonKey.Open(key.Person, vault, after)!.Public);
    }

    // Security handbook §5.5: PBKDF2-SHA512, at least 210,000 rounds, and the count is stored.
    [Fact]
    public void The_rounds_are_stored_and_never_fewer_than_they_must_be()
    {
        using var secret = PrivateKey.Random();
        using var phrase = VaultPassphrase.Draw();
        var person = Guid.CreateVersion7();

        var more = Vault.Seal(secret, phrase, person, rounds: 250_000);
        var few = Vault.Seal(secret, phrase, person, rounds: 209_999, new byte[16], new byte[12]);

        Assert.Equal(250_000, Vault.RoundsOf(more));
        Assert.Equal(secret.Public, Vault.Open(more, phrase, person)!.Public);
        Assert.Throws<ArgumentOutOfRangeException>(() => Vault.Seal(secret, phrase, person, rounds: 209_999));
        Assert.Throws<SealBrokenException>(() => Vault.Open(few, phrase, person));
    }

    [Fact]
    public void An_altered_vault_does_not_open()
    {
        using var key = Given.Person();
        using var phrase = VaultPassphrase.Draw();
        var vault = key.Close(phrase);

        var opened = new[] { 6, 21, 22, 33, 34, 65, 66, vault.Length - 1 }.Where(at =>
        {
            byte[] altered = [.. vault];
            altered[at] ^= 1;
            return PersonKey.Open(key.Person, altered, phrase) is not null;
        });

        Assert.Empty(opened);
        Assert.Throws<SealBrokenException>(() => PersonKey.Open(key.Person, vault.AsSpan(1), phrase));
        Assert.Throws<SealBrokenException>(() => PersonKey.Open(key.Person, vault.AsSpan(0, vault.Length - 1), phrase));
    }

    [Fact]
    public void A_drawn_passphrase_has_six_words_and_ninety_six_bits()
    {
        using var drawn = VaultPassphrase.Draw();

        Assert.Equal(6, drawn.Reveal().Split(' ').Distinct().Count());
        Assert.Equal(96, drawn.EntropyBits);
        Assert.Throws<ArgumentOutOfRangeException>(() => VaultPassphrase.Draw(5));
    }

    [Fact]
    public void All_words_are_different_and_each_is_as_likely()
    {
        var words = Enumerable.Range(0, 65_536).Select(i => PronounceableWords.Of([(byte)(i >> 8), (byte)(i & 255)])).ToHashSet();

        Assert.Equal(65_536, words.Count);
        Assert.All(words, w => Assert.True(PronounceableWords.IsWord(w)));
    }

    [Fact]
    public void A_passphrase_is_read_as_people_type_it()
    {
        Assert.True(VaultPassphrase.TryRead("  Babad-dagah\u00A0fiban gofum\r\nHATOZ  jikul ", out var phrase));

        Assert.Equal("babad dagah fiban gofum hatoz jikul", phrase.Reveal());
    }

    [Theory]
    [InlineData("")]
    [InlineData("babad dagah fiban gofum hatoz")]
    [InlineData("babad babad babad babad babad babad")]
    [InlineData("correct horse battery staple again please")]
    [InlineData("Secretariat2026!")]
    [InlineData("babad dagah fiban gofum hatoz jikul x")]
    [InlineData("babad dagah fiban gofum hatoz jiku١")]
    public void A_weak_or_chosen_passphrase_is_not_one(string typed) => Assert.False(VaultPassphrase.TryRead(typed, out _));
}
