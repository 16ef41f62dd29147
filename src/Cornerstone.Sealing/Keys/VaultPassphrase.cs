using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace Cornerstone.Sealing.Keys;

/// <summary>
/// Opens a person's private key; apart from the password of sign-in. Drawn by the program, never chosen: at least six words of sixteen random bits each, 96 bits.
/// What people would choose (fewer words, other words, one word again and again) is not read as a passphrase at all.
/// </summary>
[JsonConverter(typeof(NeverWritten))]
public sealed class VaultPassphrase : IDisposable
{
    /// <summary>Security handbook §5.5: at least six random words.</summary>
    public const int FewestWords = 6;

    private const int MostWords = 16;

    private readonly byte[] letters;

    private VaultPassphrase(byte[] letters) => this.letters = letters;

    /// <summary>How much chance is in a passphrase as drawn.</summary>
    public int EntropyBits => Words * PronounceableWords.BitsOfWord;

    internal ReadOnlySpan<byte> Letters => letters;

    private int Words => (letters.Length + 1) / (PronounceableWords.LettersOfWord + 1);

    public static VaultPassphrase Draw(int words = FewestWords)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(words, FewestWords);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(words, MostWords);
        while (true)
        {
            // A word twice in one phrase is drawn again: one phrase in four thousand.
            if (TryRead(PronounceableWords.Of(RandomNumberGenerator.GetBytes(words * 2)), out var drawn)) return drawn;
        }
    }

    /// <summary>As typed: case, line ends, hyphens and double spaces do not matter.</summary>
    public static bool TryRead(ReadOnlySpan<char> typed, [NotNullWhen(true)] out VaultPassphrase? passphrase)
    {
        passphrase = null;
        var words = new HashSet<string>(StringComparer.Ordinal);
        var letters = new StringBuilder();
        foreach (var range in typed.SplitAny(' ', '-', '\n', '\r', '\t', '\u00A0'))
        {
            if (typed[range].IsEmpty) continue;

            var word = typed[range].ToString().ToLowerInvariant();
            if (!PronounceableWords.IsWord(word) || !words.Add(word) || words.Count > MostWords) return false;
            letters.Append(letters.Length == 0 ? "" : " ").Append(word);
        }

        if (words.Count < FewestWords) return false;

        var bytes = GC.AllocateArray<byte>(letters.Length, pinned: true);
        Encoding.ASCII.GetBytes(letters.ToString(), bytes);
        passphrase = new VaultPassphrase(bytes);
        return true;
    }

    /// <summary>Shown to its owner once, to be written down.</summary>
    public string Reveal() => Encoding.ASCII.GetString(letters);

    public void Dispose() => CryptographicOperations.ZeroMemory(letters);

    public override string ToString() => "a vault passphrase";
}
