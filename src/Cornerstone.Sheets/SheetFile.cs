using System.Text;

namespace Cornerstone.Sheets;

/// <summary>A workbook or a text table, read row by row. What it is shows in its bytes; names and declared types do not count.</summary>
public abstract class SheetFile : IDisposable
{
    private static readonly byte[] OldExcel = [0xD0, 0xCF, 0x11, 0xE0];

    /// <summary>Names of the sheets, in order; one without a name for a text table.</summary>
    public abstract IReadOnlyList<string> Sheets { get; }

    /// <summary>What was odd; complete when the rows have been read.</summary>
    public IReadOnlyList<SheetNotice> Notices => notices;

    private readonly List<SheetNotice> notices = [];

    /// <summary>Opens it for reading; the stream must be seekable and stays the caller's.</summary>
    /// <param name="encoding">For text that is not Unicode: "windows-1256" or "windows-1252", named by a person.</param>
    /// <exception cref="UnreadableSheetException">It is not a table, or one that is refused.</exception>
    public static SheetFile Open(Stream stream, string? encoding = null)
    {
        Span<byte> start = stackalloc byte[8];
        stream.Position = 0;
        var length = stream.ReadAtLeast(start, 8, throwOnEndOfStream: false);
        stream.Position = 0;
        start = start[..length];
        if (start.StartsWith("PK"u8))
        {
            return new XlsxFile(stream);
        }

        if (start.StartsWith(OldExcel))
        {
            throw new UnreadableSheetException(UnreadableSheet.UnknownForm, "", "The file is encrypted or in the form of Excel 97 to 2003. Save it as .xlsx without a password.");
        }

        return start.StartsWith("%PDF"u8) || start.StartsWith("{\\rtf"u8)
            ? throw new UnreadableSheetException(UnreadableSheet.UnknownForm, "", "The file is a document, not a table. Excel workbooks (.xlsx) and CSV are read.")
            : new CsvFile(stream, encoding);
    }

    /// <summary>The rows of a sheet, once, from the top. Only one sheet is read at a time.</summary>
    public abstract IEnumerable<SheetRow> Rows(int sheet);

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }

    protected void Notice(NoticeKind kind, string sheet, string place)
    {
        // The first of each kind and sheet says enough.
        if (!notices.Exists(n => n.Kind == kind && n.Sheet == sheet))
        {
            notices.Add(new SheetNotice(kind, sheet, place));
        }
    }

    internal static Encoding CodePage(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(name);
    }
}
