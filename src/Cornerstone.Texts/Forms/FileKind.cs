namespace Cornerstone.Texts;

/// <summary>What a file is by its bytes; its name is never believed.</summary>
public enum FileKind
{
    Empty,

    /// <summary>Plain text or Markdown; the text engine reads both alike.</summary>
    Text,
    Xml,
    Html,
    Pdf,
    Docx,

    /// <summary>A spreadsheet, presentation, OpenDocument or RTF file.</summary>
    OtherOffice,

    /// <summary>An OLE container: Office before 2007, or any Office file with a password.</summary>
    OldOffice,
    Image,
    Archive,
    Binary,
}
