using Cornerstone.Languages;
using Cornerstone.Texts;
using Cornerstone.Ui.Tags;

namespace Cornerstone.Features.LibraryImport;

/// <summary>What became of a file, in the reader's language. The text engine's own words are English and follow as detail.</summary>
internal static class ImportWords
{
    public static string Of(this Text T, FileState state) => state switch
    {
        FileState.Added => T["Added"],
        FileState.AlreadyThere => T["Already there"],
        _ => T["Not imported"],
    };

    public static Tone ToneOf(FileState state) => state switch
    {
        FileState.Added => Tone.Good,
        FileState.AlreadyThere => Tone.Neutral,
        _ => Tone.Bad,
    };

    public static string Refusal(this Text T, string rule) => rule switch
    {
        UnreadableRule.Empty => T["The file is empty."],
        UnreadableRule.WrongKind => T["This kind of file cannot become a document. Text, Markdown, PDF, Word (DOCX) and AKN4UN XML are read."],
        UnreadableRule.EncryptedOrOldOffice => T["The file has a password, or is of an Office older than 2007. Save it as DOCX without a password."],
        UnreadableRule.NeedsPdfText => T["Reading PDF needs the program pdftotext: ask the administrator to install poppler-utils."],
        UnreadableRule.EncryptedPdf => T["This PDF has a password. Save a copy without it and import that."],
        UnreadableRule.ScanWithoutText => T["This PDF holds pictures of pages and no text. Have its characters recognised first, or ask for the text."],
        UnreadableRule.TooLarge => T["The file is larger than a document can be."],
        UnreadableRule.HostileXml => T["The XML is built in a way no document is, and was not opened."],
        UnreadableRule.NotAkomaNtoso => T["The XML is not Akoma Ntoso, the form in which the United Nations publishes documents."],
        UnreadableRule.HostileArchive => T["The file would unpack into more than any document holds, and was not opened."],
        UnreadableRule.WrongEncoding => T["The letters of this text cannot be told. Save it as UTF-8."],
        _ => T["The file is damaged and cannot be read."],
    };
}
