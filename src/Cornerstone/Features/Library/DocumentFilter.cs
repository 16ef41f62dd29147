using System.ComponentModel.DataAnnotations;
using Cornerstone.Data;
using Cornerstone.Texts;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Library;

/// <summary>What a list of documents is narrowed to; all of it stands in the address, so a list can be sent and kept.</summary>
public sealed class DocumentFilter
{
    [Display(Name = "Symbol or title"), StringLength(200)]
    public string? Q { get; set; }

    [Display(Name = "Kind")]
    public DocumentKind? Kind { get; set; }

    [Display(Name = "Year"), Range(1945, 2100)]
    public int? Year { get; set; }

    [Display(Name = "Theme"), StringLength(60)]
    public string? Theme { get; set; }

    [Display(Name = "Addressee"), StringLength(60)]
    public string? Addressee { get; set; }

    [Display(Name = "Strength at least"), Range(0, 5)]
    public int? Strength { get; set; }

    [Display(Name = "Language"), StringLength(2)]
    public string? Language { get; set; }

    [Display(Name = "Subject or agenda item"), StringLength(200)]
    public string? Subject { get; set; }

    /// <summary>True for documents somebody voted against or abstained on, false for unanimous ones.</summary>
    [Display(Name = "Vote")]
    public bool? Divided { get; set; }

    /// <summary>"date" (newest first), "oldest", "symbol" or "imported".</summary>
    [StringLength(20)]
    public string? Sort { get; set; }

    public bool IsEmpty => Facts().All(f => f.Key == "sort");

    public IQueryable<LibraryDocument> Apply(IQueryable<LibraryDocument> documents, AppDb db)
    {
        if (!string.IsNullOrWhiteSpace(Q))
        {
            var pattern = Pattern(Q);
            documents = documents.Where(d => EF.Functions.ILike(d.Title!, pattern, "\\")
                || db.Set<DocumentName>().Any(n => n.DocumentId == d.Id && EF.Functions.ILike(n.Symbol, pattern, "\\")));
        }

        if (!string.IsNullOrWhiteSpace(Subject))
        {
            var pattern = Pattern(Subject);
            documents = documents.Where(d => EF.Functions.ILike(d.AgendaItem!, pattern, "\\") || d.Subjects.Any(s => EF.Functions.ILike(s, pattern, "\\")));
        }

        documents = Divided is { } divided ? documents.Where(d => d.IsDivided == divided) : documents;
        documents = Kind is { } kind ? documents.Where(d => d.Kind == kind) : documents;
        documents = Year is { } year ? documents.Where(d => d.Date >= new DateOnly(year, 1, 1) && d.Date <= new DateOnly(year, 12, 31)) : documents;
        documents = Theme is { Length: > 0 } theme ? documents.Where(d => d.Themes.Contains(theme)) : documents;
        documents = Addressee is { Length: > 0 } addressee ? documents.Where(d => d.Addressees.Contains(addressee)) : documents;
        documents = Strength is { } strength ? documents.Where(d => d.TopStrength >= strength) : documents;
        return Language is { Length: > 0 } language ? documents.Where(d => d.Language == language) : documents;
    }

    public IQueryable<LibraryDocument> Ordered(IQueryable<LibraryDocument> documents) => Sort switch
    {
        "oldest" => documents.OrderBy(d => d.Date ?? DateOnly.MaxValue).ThenBy(d => d.Symbol).ThenBy(d => d.Id),
        "symbol" => documents.OrderBy(d => d.Symbol == null).ThenBy(d => d.Symbol).ThenBy(d => d.Id),
        "imported" => documents.OrderByDescending(d => d.ImportedAt).ThenBy(d => d.Id),
        _ => documents.OrderByDescending(d => d.Date ?? DateOnly.MinValue).ThenByDescending(d => d.Symbol).ThenBy(d => d.Id),
    };

    /// <summary>The address of this list with some facts replaced; null takes one away.</summary>
    public string Address(string path, params (string Key, string? Value)[] changes)
    {
        var facts = Facts().ToDictionary();
        foreach (var (key, value) in changes)
        {
            facts.Remove(key);
            if (value is not null)
            {
                facts[key] = value;
            }
        }

        return QueryHelpers.AddQueryString(path, facts!);
    }

    private IEnumerable<KeyValuePair<string, string>> Facts()
    {
        (string Key, string? Value)[] all =
        [
            ("q", Q), ("kind", Kind?.ToString()), ("year", Year?.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("theme", Theme),
            ("addressee", Addressee), ("strength", Strength?.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("language", Language),
            ("subject", Subject), ("divided", Divided?.ToString().ToLowerInvariant()), ("sort", Sort),
        ];
        return all.Where(f => !string.IsNullOrWhiteSpace(f.Value)).Select(f => KeyValuePair.Create(f.Key, f.Value!));
    }

    private static string Pattern(string words) => $"%{words.Trim().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
}
