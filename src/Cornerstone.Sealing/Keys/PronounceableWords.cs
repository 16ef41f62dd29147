using System.Text;

namespace Cornerstone.Sealing.Keys;

/// <summary>
/// Sixteen bits as a word that people of any of our languages can say, write down and type on any keyboard: consonant, vowel, consonant, vowel, consonant.
/// The letters are those of "proquints" (D. S. Wilkerson, arXiv:0901.4016); 65,536 words, all different.
/// </summary>
internal static class PronounceableWords
{
    internal const int BitsOfWord = 16;
    internal const int LettersOfWord = 5;

    private const string Consonants = "bdfghjklmnprstvz";
    private const string Vowels = "aiou";

    internal static string Of(ReadOnlySpan<byte> bytes)
    {
        var words = new StringBuilder();
        for (var i = 0; i + 1 < bytes.Length; i += 2)
        {
            if (i > 0) words.Append(' ');
            Append(words, (bytes[i] << 8) | bytes[i + 1]);
        }

        return words.ToString();
    }

    internal static bool IsWord(ReadOnlySpan<char> word) =>
        word.Length == LettersOfWord
        && Consonants.Contains(word[0]) && Vowels.Contains(word[1]) && Consonants.Contains(word[2]) && Vowels.Contains(word[3]) && Consonants.Contains(word[4]);

    private static void Append(StringBuilder words, int bits) => words
        .Append(Consonants[bits >> 12])
        .Append(Vowels[(bits >> 10) & 3])
        .Append(Consonants[(bits >> 6) & 15])
        .Append(Vowels[(bits >> 4) & 3])
        .Append(Consonants[bits & 15]);
}
