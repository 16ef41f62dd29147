using System.Globalization;
using System.Text;

namespace Cornerstone.Sheets;

/// <summary>
/// A text table: commas, semicolons, tabs or bars, any line ends, an optional "sep=;" line. Unicode unless a person names
/// another encoding: a guess would turn names into other names without anybody noticing.
/// </summary>
internal sealed class CsvFile : SheetFile
{
    private const int Sniffed = 65_536;

    // The OECD parts its texts by bars.
    private const string Rarer = ";\t|";

    private readonly Stream stream;
    private readonly Encoding encoding;
    private readonly char separator;
    private readonly bool hasSeparatorLine;

    public CsvFile(Stream stream, string? named)
    {
        this.stream = stream;
        encoding = named is null ? Unicode(stream) : CodePage(named);
        if (named is not null)
        {
            Notice(NoticeKind.NamedEncoding, "", named);
        }

        (separator, hasSeparatorLine) = Separator();
    }

    public override IReadOnlyList<string> Sheets => [""];

    public override IEnumerable<SheetRow> Rows(int sheet)
    {
        stream.Position = 0;
        using var reader = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, 32_768, leaveOpen: true);
        var records = new CsvRecords(reader, separator);
        if (hasSeparatorLine)
        {
            records.SkipLine();
        }

        var number = hasSeparatorLine ? 1 : 0;
        while (records.Next() is { } fields)
        {
            yield return new SheetRow(++number, Cells(fields));
        }
    }

    private static List<SheetCell> Cells(IReadOnlyList<string> fields)
    {
        var cells = new List<SheetCell>(fields.Count);
        for (var i = 0; i < fields.Count; i++)
        {
            if (fields[i].Length > 0)
            {
                cells.Add(Cell(i + 1, fields[i]));
            }
        }

        return cells;
    }

    // Everything in a text table is text; what it means is the column's to say.
    private static SheetCell Cell(int column, string text) => text is ['#', .., '!'] or "#N/A" or "#NAME?" or "#DIV/0!"
        ? new(column, CellKind.Error, text)
        : new(column, CellKind.Text, CsvGuard.Removed(text));

    private static Encoding Unicode(Stream stream)
    {
        Span<byte> start = stackalloc byte[4];
        stream.Position = 0;
        var length = stream.ReadAtLeast(start, 4, throwOnEndOfStream: false);
        stream.Position = 0;
        var looksLittle = length == 4 && start[1] == 0 && start[0] != 0 && start[3] == 0;
        // A byte order mark, when there is one, overrides this.
        return looksLittle ? Encoding.Unicode : new UTF8Encoding(false);
    }

    private (char Separator, bool IsStated) Separator()
    {
        stream.Position = 0;
        using var reader = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, 4_096, leaveOpen: true);
        var buffer = new char[Sniffed];
        var text = buffer.AsSpan(0, reader.ReadBlock(buffer));
        var end = text.IndexOfAny('\r', '\n');
        var line = end < 0 ? text : text[..end];
        if (line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && line.Length == 5)
        {
            return (line[4], true);
        }

        var best = ',';
        foreach (var sign in Rarer)
        {
            best = line.Count(sign) > line.Count(best) ? sign : best;
        }

        return (best, false);
    }
}

/// <summary>Records of a text table, character by character, within bounds, knowing line and column for what it refuses.</summary>
internal sealed class CsvRecords(TextReader reader, char separator)
{
    private const int MostFields = 16_384;
    private const int LongestRecord = 4_000_000;

    // A large table says the same short texts again and again; each is kept once.
    private const int TextsKept = 1 << 12;
    private const int LongestKept = 100;

    private readonly string?[] known = new string?[TextsKept];
    private readonly List<string> fields = [];
    private char[] field = new char[256];
    private int length;
    private readonly char[] buffer = new char[32_768];
    private (int At, int Length) window;
    private int line = 1;
    private int column;
    private int recordLength;

    /// <summary>The next record; null at the end. The one before is gone.</summary>
    public IReadOnlyList<string>? Next()
    {
        fields.Clear();
        recordLength = 0;
        var isQuoted = false;
        while (Take() is var sign and >= 0)
        {
            if (isQuoted)
            {
                isQuoted = Quoted((char)sign);
            }
            else if (sign == '"' && length == 0)
            {
                isQuoted = true;
            }
            else if (sign == separator)
            {
                EndField();
            }
            else if (sign is '\r' or '\n')
            {
                EndField();
                return fields;
            }
            else
            {
                Keep((char)sign);
            }
        }

        return AtEnd(isQuoted);
    }

    public void SkipLine()
    {
        while (Take() is >= 0 and not '\r' and not '\n')
        {
        }
    }

    private List<string>? AtEnd(bool isQuoted)
    {
        if (isQuoted)
        {
            throw Fault(UnreadableSheet.Damaged, "A quotation mark is opened and never closed.");
        }

        if (fields.Count == 0 && length == 0)
        {
            return null;
        }

        EndField();
        return fields;
    }

    // A doubled mark stands for one; a single one ends the quotation.
    private bool Quoted(char sign)
    {
        if (sign != '"')
        {
            Keep(sign);
            return true;
        }

        if (Peek() != '"')
        {
            return false;
        }

        Take();
        Keep('"');
        return true;
    }

    private void EndField()
    {
        if (fields.Count == MostFields)
        {
            throw Fault(UnreadableSheet.TooLarge, $"A row has at most {MostFields} cells.");
        }

        fields.Add(TextOf(field.AsSpan(0, length)));
        length = 0;
    }

    private string TextOf(ReadOnlySpan<char> text)
    {
        if (text.Length > LongestKept)
        {
            return text.ToString();
        }

        ref var kept = ref known[string.GetHashCode(text) & (TextsKept - 1)];
        return kept is not null && text.SequenceEqual(kept) ? kept : kept = text.ToString();
    }

    private void Keep(char sign)
    {
        // The program's own guard may stand before it (CF-01); anywhere else it is no text.
        if (sign == '\0' && !(length == 1 && field[0] == '\''))
        {
            throw Fault(UnreadableSheet.WrongEncoding, "The sign NUL is no text.");
        }

        if (sign == '\uFFFD')
        {
            throw Fault(UnreadableSheet.WrongEncoding, "These bytes are not Unicode (UTF-8). Save the file as UTF-8, or name its encoding: Windows-1256 for Arabic, Windows-1252 for Western European.");
        }

        if (length == CellText.Longest || ++recordLength > LongestRecord)
        {
            throw Fault(UnreadableSheet.TooLarge, string.Create(CultureInfo.InvariantCulture, $"A cell holds at most {CellText.Longest} characters, a row {LongestRecord}."));
        }

        if (length == field.Length)
        {
            Array.Resize(ref field, 2 * length);
        }

        field[length++] = sign;
    }

    private int Peek()
    {
        if (window.At == window.Length)
        {
            window = (0, reader.ReadBlock(buffer));
        }

        return window.Length == 0 ? -1 : buffer[window.At];
    }

    // Carriage return and line feed together are one line end; either alone is one too.
    private int Take()
    {
        var sign = Peek();
        if (sign < 0)
        {
            return sign;
        }

        window.At++;
        column++;
        if (sign == '\r' && Peek() == '\n')
        {
            sign = '\n';
            window.At++;
        }

        if (sign is '\r' or '\n')
        {
            line++;
            column = 0;
        }

        return sign;
    }

    private UnreadableSheetException Fault(UnreadableSheet rule, string message) =>
        new(rule, string.Create(CultureInfo.InvariantCulture, $"line {line}, column {Math.Max(1, column)}"), message);
}
