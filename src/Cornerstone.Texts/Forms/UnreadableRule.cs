namespace Cornerstone.Texts;

/// <summary>Why a file was refused as a whole; the codes are stable so that messages can be translated and counted.</summary>
public static class UnreadableRule
{
    public const string Empty = "F1";

    /// <summary>An image, spreadsheet, archive, web page or unknown binary: nothing a text engine reads.</summary>
    public const string WrongKind = "F2";

    /// <summary>A password, or an Office file of the old binary form (which is also how encrypted ones are stored).</summary>
    public const string EncryptedOrOldOffice = "F3";

    /// <summary>A PDF, and the program that extracts its text is not there.</summary>
    public const string NeedsPdfText = "F4";
    public const string EncryptedPdf = "F5";

    /// <summary>Pages that are pictures: they need character recognition first.</summary>
    public const string ScanWithoutText = "F6";
    public const string TooLarge = "F7";

    /// <summary>A document type declaration, or nesting and attributes beyond any real document (security handbook, XM cases).</summary>
    public const string HostileXml = "F8";

    /// <summary>XML, but not Akoma Ntoso.</summary>
    public const string NotAkomaNtoso = "F9";

    /// <summary>A package that would unpack too far, lies about its sizes, or names paths outside itself (ZX cases).</summary>
    public const string HostileArchive = "F10";

    /// <summary>Text whose encoding cannot be told.</summary>
    public const string WrongEncoding = "F11";
    public const string Damaged = "F12";
}
