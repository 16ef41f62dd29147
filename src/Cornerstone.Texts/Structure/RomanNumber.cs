namespace Cornerstone.Texts;

internal static class RomanNumber
{
    /// <summary>1 to 89 for a well-formed roman number, 0 for anything else.</summary>
    internal static int Read(ReadOnlySpan<char> letters)
    {
        if (letters.Length is 0 or > 7)
        {
            return 0;
        }

        var total = 0;
        for (var i = 0; i < letters.Length; i++)
        {
            var value = ValueOf(letters[i]);
            if (value == 0 || (i > 0 && char.IsUpper(letters[i]) != char.IsUpper(letters[0])))
            {
                return 0;
            }

            total += i + 1 < letters.Length && value < ValueOf(letters[i + 1]) ? -value : value;
        }

        return total > 0 && Of(total).Equals(letters.ToString(), StringComparison.OrdinalIgnoreCase) ? total : 0;
    }

    private static int ValueOf(char c) => c switch
    {
        'i' or 'I' => 1,
        'v' or 'V' => 5,
        'x' or 'X' => 10,
        'l' or 'L' => 50,
        _ => 0,
    };

    internal static string Of(int value) =>
        value >= 90 ? "" : Tens[value / 10] + Units[value % 10];

    private static readonly string[] Units = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    private static readonly string[] Tens = ["", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx"];
}
