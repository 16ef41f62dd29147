using Cornerstone.Texts;

namespace Cornerstone.Features.Library;

/// <summary>A stored document as the text engine knows it, for comparison and for writing it out again.</summary>
public static class StoredDocument
{
    public static UnDocument AsRead(this LibraryDocument document, IEnumerable<LibraryProvision> provisions) => new()
    {
        Symbol = document.Symbol,
        Aliases = document.Aliases,
        Kind = document.Kind,
        Title = document.Title,
        Date = document.Date,
        Language = document.Language,
        Sponsors = document.Sponsors,
        Vote = document.Vote,
        Provisions = [.. provisions.Select(AsRead)],
    };

    private static Provision AsRead(LibraryProvision p) => new()
    {
        Id = p.Path,
        Kind = p.Kind,
        Number = p.Number,
        Parent = p.ParentPath,
        Text = p.Text,
        LeadVerbs = p.LeadVerbs,
        Strength = p.Strength,
        IsHousekeeping = p.IsHousekeeping,
        Addressees = p.Addressees,
        Conditions = p.Conditions,
        Due = p.DueDate is { } day ? new DueDate(day, p.DuePrecision ?? DatePrecision.Day, p.DueWritten ?? "") : null,
        Recurrence = p.Recurrence,
        Themes = p.Themes,
        Footnotes = p.Footnotes,
    };
}
