namespace Cornerstone.Texts;

/// <summary>The one door from a file's bytes to a document, whatever form the file has.</summary>
public static class DocumentReader
{
    // Files are read in memory, and several at a time on a small server.
    private const int MostBytes = 64 * 1024 * 1024;

    // Shorter than any page of text: what a scanned PDF leaves behind are page breaks and stray marks.
    private const int LeastLetters = 40;

    /// <param name="fileName">Only for the words of a refusal; the kind is told from the bytes.</param>
    /// <param name="pdfText">Extracts the text of a PDF; it runs another program, so the caller brings it.</param>
    /// <exception cref="UnreadableDocumentException">The file as a whole cannot be read; rule, place and message say why.</exception>
    public static UnDocument Read(ReadOnlyMemory<byte> bytes, string fileName, Func<ReadOnlyMemory<byte>, string>? pdfText = null)
    {
        ArgumentNullException.ThrowIfNull(fileName);

        var kind = FileForm.Of(bytes.Span);
        if (bytes.Length > MostBytes)
        {
            throw new UnreadableDocumentException(UnreadableRule.TooLarge, "", $"{fileName} has {bytes.Length / 1_000_000} MB; files up to {MostBytes / 1_000_000} MB are read.");
        }

        return kind switch
        {
            FileKind.Text => Text(bytes),
            FileKind.Xml => AknReader.Read(bytes),
            FileKind.Docx => UnText.Parse(DocxText.Read(bytes)),
            FileKind.Pdf => Pdf(bytes, fileName, pdfText),
            _ => throw Refusal(kind, fileName),
        };
    }

    private static UnDocument Text(ReadOnlyMemory<byte> bytes)
    {
        var decoded = TextDecoder.Decode(bytes.Span);
        var document = UnText.Parse(decoded.Text);
        return decoded.Findings.Count == 0 ? document : document with { Findings = [.. decoded.Findings, .. document.Findings] };
    }

    private static UnDocument Pdf(ReadOnlyMemory<byte> bytes, string fileName, Func<ReadOnlyMemory<byte>, string>? pdfText)
    {
        if (pdfText is null)
        {
            throw new UnreadableDocumentException(UnreadableRule.NeedsPdfText, "", $"{fileName} is a PDF, and pdftotext, which extracts its text, is not available.");
        }

        var text = pdfText(bytes);
        if (text.Count(char.IsLetter) < LeastLetters)
        {
            throw new UnreadableDocumentException(UnreadableRule.ScanWithoutText, "", $"{fileName} is a PDF without text, probably a scan: it needs character recognition first.");
        }

        return UnText.Parse(text);
    }

    private static UnreadableDocumentException Refusal(FileKind kind, string fileName) => kind switch
    {
        FileKind.Empty => new(UnreadableRule.Empty, "", $"{fileName} is empty."),
        FileKind.OldOffice => new(UnreadableRule.EncryptedOrOldOffice, "", $"{fileName} is an Office file with a password or of the form before 2007: save it as .docx without a password."),
        FileKind.OtherOffice => new(UnreadableRule.WrongKind, "", $"{fileName} is an Office file, but not a Word document (.docx)."),
        FileKind.Html => new(UnreadableRule.WrongKind, "", $"{fileName} is a web page: save the document itself."),
        FileKind.Image => new(UnreadableRule.WrongKind, "", $"{fileName} is a picture: it needs character recognition first."),
        FileKind.Archive => new(UnreadableRule.WrongKind, "", $"{fileName} is an archive: unpack it and give the documents in it."),
        _ => new(UnreadableRule.WrongKind, "byte 0", $"{fileName} is none of the kinds that can be read: text, Markdown, PDF, DOCX, AKN4UN XML."),
    };
}
