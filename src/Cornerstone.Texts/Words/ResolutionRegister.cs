namespace Cornerstone.Texts;

/// <summary>In which year the Council adopted a resolution of a given number: its numbers run on since 1946.</summary>
public static class ResolutionRegister
{
    private const int FirstYear = 1946;

    /// <summary>The last number of each year from 1946. The last entry is the last number known here, of a year perhaps not over.</summary>
    private static readonly int[] LastOfYear =
    [
        15, 37, 66, 78, 89, 96, 98, 103, 106, 110, 121, 126, 131, 132, 160, 170, 176, 185, 199, 219,
        232, 245, 262, 275, 291, 307, 324, 344, 366, 384, 402, 422, 443, 461, 484, 499, 528, 545, 559, 580,
        593, 606, 626, 646, 683, 725, 799, 892, 969, 1035, 1092, 1146, 1219, 1284, 1334, 1386, 1454, 1521, 1580, 1651,
        1738, 1794, 1859, 1907, 1966, 2032, 2085, 2132, 2195, 2259, 2336, 2397, 2451, 2503, 2560, 2617, 2671, 2721, 2759,
    ];

    /// <summary>Null for a number not adopted as far as is known here.</summary>
    public static int? YearOf(int number)
    {
        if (number < 1 || number > LastOfYear[^1]) return null;
        var found = Array.BinarySearch(LastOfYear, number);
        return FirstYear + (found >= 0 ? found : ~found);
    }

    /// <summary>False when the register knows another year for the number: S/RES/2553 (2021) is a slip for 2020.</summary>
    public static bool Agrees(int number, int year) => YearOf(number) is not { } known || known == year;
}
