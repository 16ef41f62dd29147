namespace Cornerstone.Ui.QrCodes;

/// <summary>The modules of a QR code: the fixed patterns, and the order in which data goes between them.</summary>
internal sealed class QrGrid
{
    // Level L, mask 0: (x + y) even is inverted.
    private const int FormatData = 1 << 3;
    private const int FormatGenerator = 0x537;
    private const int FormatMask = 0x5412;
    private const int VersionGenerator = 0x1F25;
    private const int FirstVersionThatSaysSo = 7;

    private readonly int version;
    private readonly bool[,] dark;
    private readonly bool[,] isFixed;

    public QrGrid(int version)
    {
        this.version = version;
        Size = SideOf(version);
        (dark, isFixed) = (new bool[Size, Size], new bool[Size, Size]);
        for (var i = 0; i < Size; i++)
        {
            Fix(6, i, i % 2 == 0);
            Fix(i, 6, i % 2 == 0);
        }

        Finder(3, 3);
        Finder(Size - 4, 3);
        Finder(3, Size - 4);
        Alignments();
        Format();
        Version();
    }

    public int Size { get; }

    public bool this[int x, int y] => dark[x, y];

    /// <summary>Bytes of data and check that a version holds.</summary>
    public static int Bytes(int version)
    {
        var modules = (((16 * version) + 128) * version) + 64;
        if (version >= 2)
        {
            var alignments = (version / 7) + 2;
            modules -= (((25 * alignments) - 10) * alignments) - 55;
            modules -= version >= FirstVersionThatSaysSo ? 36 : 0;
        }

        return modules / 8;
    }

    /// <summary>Up and down in pairs of columns from the right, around what is fixed.</summary>
    public void Place(byte[] bytes)
    {
        var bit = 0;
        foreach (var (x, y) in Path())
        {
            var value = bit < bytes.Length * 8 && ((bytes[bit / 8] >> (7 - (bit % 8))) & 1) != 0;
            dark[x, y] = value ^ ((x + y) % 2 == 0);
            bit++;
        }
    }

    public IEnumerable<(int X, int Y)> Path()
    {
        for (var right = Size - 1; right >= 1; right -= 2)
        {
            // The column of the timing pattern is stepped over.
            right = right == 6 ? 5 : right;
            var upward = ((right + 1) & 2) == 0;
            for (var step = 0; step < Size; step++)
            {
                var y = upward ? Size - 1 - step : step;
                for (var x = right; x >= right - 1; x--)
                {
                    if (!isFixed[x, y])
                    {
                        yield return (x, y);
                    }
                }
            }
        }
    }

    private static int SideOf(int version) => (4 * version) + 17;

    private void Fix(int x, int y, bool isDark) => (dark[x, y], isFixed[x, y]) = (isDark, true);

    private void Finder(int centreX, int centreY)
    {
        for (var dy = -4; dy <= 4; dy++)
        {
            for (var dx = -4; dx <= 4; dx++)
            {
                var (x, y, distance) = (centreX + dx, centreY + dy, Math.Max(Math.Abs(dx), Math.Abs(dy)));
                if (x >= 0 && x < Size && y >= 0 && y < Size)
                {
                    Fix(x, y, distance is not 2 and not 4);
                }
            }
        }
    }

    private void Alignments()
    {
        var places = AlignmentPlaces();
        for (var i = 0; i < places.Length; i++)
        {
            for (var j = 0; j < places.Length; j++)
            {
                var isOnFinder = (i == 0 && j == 0) || (i == 0 && j == places.Length - 1) || (i == places.Length - 1 && j == 0);
                if (!isOnFinder)
                {
                    Alignment(places[i], places[j]);
                }
            }
        }
    }

    private void Alignment(int centreX, int centreY)
    {
        for (var dy = -2; dy <= 2; dy++)
        {
            for (var dx = -2; dx <= 2; dx++)
            {
                Fix(centreX + dx, centreY + dy, Math.Max(Math.Abs(dx), Math.Abs(dy)) != 1);
            }
        }
    }

    private int[] AlignmentPlaces()
    {
        if (version == 1)
        {
            return [];
        }

        var count = (version / 7) + 2;
        var step = ((version * 4) + (count * 2) + 1) / ((count * 2) - 2) * 2;
        return [6, .. Enumerable.Range(0, count - 1).Select(i => Size - 7 - (i * step)).Reverse()];
    }

    private void Format()
    {
        var bits = ((FormatData << 10) | Remainder(FormatData, 10, FormatGenerator)) ^ FormatMask;
        bool Bit(int i) => ((bits >> i) & 1) != 0;
        for (var i = 0; i <= 5; i++)
        {
            Fix(8, i, Bit(i));
        }

        Fix(8, 7, Bit(6));
        Fix(8, 8, Bit(7));
        Fix(7, 8, Bit(8));
        for (var i = 9; i < 15; i++)
        {
            Fix(14 - i, 8, Bit(i));
        }

        for (var i = 0; i < 8; i++)
        {
            Fix(Size - 1 - i, 8, Bit(i));
        }

        for (var i = 8; i < 15; i++)
        {
            Fix(8, Size - 15 + i, Bit(i));
        }

        Fix(8, Size - 8, isDark: true);
    }

    private void Version()
    {
        if (version < FirstVersionThatSaysSo)
        {
            return;
        }

        var bits = (version << 12) | Remainder(version, 12, VersionGenerator);
        for (var i = 0; i < 18; i++)
        {
            var (a, b, isDark) = (Size - 11 + (i % 3), i / 3, ((bits >> i) & 1) != 0);
            Fix(a, b, isDark);
            Fix(b, a, isDark);
        }
    }

    private static int Remainder(int data, int degree, int generator)
    {
        var remainder = data;
        for (var i = 0; i < degree; i++)
        {
            remainder = (remainder << 1) ^ ((remainder >> (degree - 1)) * generator);
        }

        return remainder;
    }
}
