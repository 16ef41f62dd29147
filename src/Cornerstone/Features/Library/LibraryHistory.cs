using Cornerstone.Languages;
using Cornerstone.Texts;
using Cornerstone.Values;

namespace Cornerstone.Features.Library;

/// <summary>How a document's history says the names the journal keeps.</summary>
internal static class LibraryHistory
{
    public static readonly IReadOnlyDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["library.import"] = Text.Later("Documents imported"),
        ["library.edit"] = Text.Later("Document corrected"),
        [nameof(LibraryDocument.Country)] = Text.Later("Country"),
        [nameof(LibraryDocument.Classification)] = Text.Later("Classification"),
        [nameof(LibraryDocument.Symbol)] = Text.Later("Symbol"),
        [nameof(LibraryDocument.Aliases)] = Text.Later("Also known as"),
        [nameof(LibraryDocument.Kind)] = Text.Later("Kind"),
        [nameof(LibraryDocument.Title)] = Text.Later("Title"),
        [nameof(LibraryDocument.Date)] = Text.Later("Date"),
        [nameof(LibraryDocument.Language)] = Text.Later("Language"),
        [nameof(LibraryDocument.AgendaItem)] = Text.Later("Agenda item"),
        [nameof(LibraryDocument.DraftSymbol)] = Text.Later("Draft"),
        [nameof(LibraryDocument.MeetingSymbol)] = Text.Later("Meeting"),
        [nameof(LibraryDocument.Distribution)] = Text.Later("Distribution"),
        [nameof(LibraryDocument.JobNumber)] = Text.Later("Job number"),
        [nameof(LibraryDocument.OriginalLanguage)] = Text.Later("Original language"),
        [nameof(LibraryDocument.ParentId)] = Text.Later("Annexed to"),
        [nameof(LibraryDocument.Part)] = Text.Later("Place in the file"),
        [nameof(LibraryDocument.ContentHash)] = Text.Later("Fingerprint of the file"),
        [nameof(LibraryDocument.ProvisionCount)] = Text.Later("Paragraphs"),
        [nameof(LibraryDocument.ImportedAt)] = Text.Later("Imported"),
        [nameof(LibraryDocument.ImportedBy)] = Text.Later("Imported by"),
        ["Country." + Access.Workspace.Shared] = Text.Later("Shared by all countries"),
        [$"Classification.{Classification.Public}"] = Text.Later("Public"),
        [$"Classification.{Classification.Partner}"] = Text.Later("Partner"),
        [$"Classification.{Classification.Government}"] = Text.Later("Government"),
        [$"Classification.{Classification.Restricted}"] = Text.Later("Restricted"),
        ["Distribution.General"] = Text.Later("General"),
        ["Distribution.Limited"] = Text.Later("Limited"),
        [$"Kind.{DocumentKind.Resolution}"] = Text.Later("Security Council resolution"),
        [$"Kind.{DocumentKind.DraftResolution}"] = Text.Later("Draft resolution"),
        [$"Kind.{DocumentKind.PresidentialStatement}"] = Text.Later("Presidential statement"),
        [$"Kind.{DocumentKind.Letter}"] = Text.Later("Letter"),
        [$"Kind.{DocumentKind.Note}"] = Text.Later("Note"),
        [$"Kind.{DocumentKind.SecretaryGeneralReport}"] = Text.Later("Report of the Secretary-General"),
        [$"Kind.{DocumentKind.ConceptNote}"] = Text.Later("Concept note"),
        [$"Kind.{DocumentKind.MeetingRecord}"] = Text.Later("Meeting record"),
        [$"Kind.{DocumentKind.GeneralAssemblyResolution}"] = Text.Later("General Assembly resolution"),
        [$"Kind.{DocumentKind.Other}"] = Text.Later("Other document"),
    };
}
