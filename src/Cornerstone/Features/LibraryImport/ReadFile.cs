using System.Security.Cryptography;
using Cornerstone.Texts;

namespace Cornerstone.Features.LibraryImport;

/// <summary>A file whose document has been read, with what its bytes are.</summary>
internal sealed record ReadFile(string Name, byte[] Bytes, byte[] Hash, string MediaType, UnDocument Document)
{
    /// <exception cref="UnreadableDocumentException">It cannot become a document; the exception says why.</exception>
    public static ReadFile Of(SourceFile file, ImportLimits limits, PdfText pdf)
    {
        if (file.Length > limits.LargestFile)
        {
            throw new UnreadableDocumentException(UnreadableRule.TooLarge, "",
                $"The file has {file.Length / 1_000_000} MB; the largest that is read has {limits.LargestFileInMegabytes} MB.");
        }

        var bytes = file.Read();
        var document = DocumentReader.Read(bytes, file.Name, pdf.Extract);
        return new(file.Name, bytes, SHA256.HashData(bytes), MediaTypeOf(bytes), document);
    }

    // By what the bytes are, never by what the name or the browser claims.
    private static string MediaTypeOf(byte[] bytes) => FileForm.Of(bytes) switch
    {
        FileKind.Pdf => "application/pdf",
        FileKind.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        FileKind.Xml => "application/xml",
        _ => "text/plain",
    };
}
