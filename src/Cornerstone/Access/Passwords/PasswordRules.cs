using System.Globalization;
using System.Text;

namespace Cornerstone.Access.Passwords;

/// <summary>
/// What a password must be (ASVS 5.0, 6.2): long, of any characters, and not one that everybody tries first. What is
/// left after common words, the person's own names, rows of the keyboard and digits are taken away must be something.
/// </summary>
public static class PasswordRules
{
    public const int Shortest = 12;

    /// <summary>Well above the 64 that the standard asks for; an end, so that nobody makes us hash a book.</summary>
    public const int Longest = 200;

    private const int FewestOwnLetters = 5;
    private const int FewestDifferent = 5;
    private const int ShortestRun = 3;

    private static readonly string[] Rows =
        ["abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm", "azertyuiop", "qsdfghjklm", "wxcvbn", "qwertzuiop", "йцукенгшщзхъ", "фывапролджэ"];

    private static readonly Dictionary<char, char> LookAlikes = new()
    {
        ['0'] = 'o',
        ['1'] = 'i',
        ['3'] = 'e',
        ['4'] = 'a',
        ['5'] = 's',
        ['7'] = 't',
        ['@'] = 'a',
        ['$'] = 's',
        ['!'] = 'i',
    };

    public static bool IsLongEnough(string password) => new StringInfo(password).LengthInTextElements >= Shortest;

    /// <param name="own">The person's name and e-mail address: what others know of them.</param>
    public static bool IsGuessable(string password, params IEnumerable<string> own)
    {
        var plain = password.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        return plain.Distinct().Count() < FewestDifferent
            || Remainder(LettersOf(plain), own) < FewestOwnLetters
            || Remainder(LettersOf(string.Concat(plain.Select(c => LookAlikes.GetValueOrDefault(c, c)))), own) < FewestOwnLetters;
    }

    private static int Remainder(string letters, IEnumerable<string> own)
    {
        var names = own.SelectMany(o => o.ToLowerInvariant().Split([' ', '@', '.', '-', '_'], StringSplitOptions.RemoveEmptyEntries)).Where(n => n.Length >= ShortestRun);
        // The longest first: "administrator" before "admin".
        foreach (var word in CommonWords.All.Concat(names).OrderByDescending(w => w.Length))
        {
            letters = letters.Replace(word, " ", StringComparison.Ordinal);
        }

        return WithoutRuns(letters).Where(char.IsLetter).Distinct().Count();
    }

    // "qwerty", "efgh", and backwards.
    private static string WithoutRuns(string letters)
    {
        var left = new StringBuilder();
        for (var i = 0; i < letters.Length;)
        {
            var run = LongestRunAt(letters, i);
            left.Append(run == 0 ? letters[i] : ' ');
            i += Math.Max(run, 1);
        }

        return left.ToString();
    }

    private static int LongestRunAt(string letters, int start)
    {
        var length = Math.Min(letters.Length - start, Rows.Max(r => r.Length));
        for (; length >= ShortestRun; length--)
        {
            var piece = letters.Substring(start, length);
            var backwards = string.Concat(piece.Reverse());
            if (Rows.Any(r => r.Contains(piece, StringComparison.Ordinal) || r.Contains(backwards, StringComparison.Ordinal)))
            {
                return length;
            }
        }

        return 0;
    }

    private static string LettersOf(string text) => string.Concat(text.Where(char.IsLetter));
}
