using Cornerstone.Features.Library;
using Cornerstone.Texts;
using Cornerstone.Values;

namespace Cornerstone.Features.Commitments;

/// <summary>A paragraph that asks somebody for something, before a person has decided whether it is followed here.</summary>
public static class Proposal
{
    /// <summary>Domain handbook §1.6: from "encourages" on a paragraph is tracked.</summary>
    public const int LowestStrength = 2;

    private const int LongestExcerpt = 280;

    /// <summary>A recommendation asks by its form, whatever its verb; housekeeping never does.</summary>
    public static bool Asks(LibraryProvision provision) => !provision.IsHousekeeping
        && (provision.Strength >= LowestStrength || provision.Kind == ProvisionKind.Recommendation);

    /// <summary>The obligation as the words suggest it, for a person to correct.</summary>
    public static Obligation Draft(LibraryProvision provision, LibraryDocument document, string country, Classification level)
    {
        var due = DueOf(provision, document.Date);
        return new Obligation
        {
            Country = country,
            Classification = level,
            DocumentId = document.Id,
            ProvisionId = provision.Id,
            ProvisionPath = provision.Path,
            Strength = provision.Strength,
            What = Excerpt(provision.Text),
            Addressees = [.. provision.Addressees],
            DueDate = due?.Date,
            DuePrecision = due?.Precision,
            Recurrence = provision.Recurrence,
            Conditions = [.. provision.Conditions],
            Themes = [.. provision.Themes],
        };
    }

    /// <summary>Not below the source, not above what this reader may give; Government where both allow (domain handbook §0.3).</summary>
    public static Classification LevelFor(Classification source, Classification clearance) =>
        (Classification)Math.Max((int)source, Math.Min((int)Classification.Government, (int)clearance));

    /// <summary>Shortened at a word; the whole paragraph is one click away.</summary>
    public static string Excerpt(string text)
    {
        var whole = text.TrimEnd(' ', ';', '.', ':', ',');
        if (whole.Length <= LongestExcerpt)
        {
            return whole;
        }

        var cut = whole.LastIndexOf(' ', LongestExcerpt);
        return string.Concat(whole.AsSpan(0, cut > 0 ? cut : LongestExcerpt), " …");
    }

    // "every 120 days" without a first date runs from the day of the document.
    private static (DateOnly Date, DatePrecision Precision)? DueOf(LibraryProvision provision, DateOnly? documentDate)
    {
        if (provision is { DueDate: { } stated, DuePrecision: { } precision })
        {
            return (stated, precision);
        }

        return documentDate is { } day && Recurrence.TryParse(provision.Recurrence, null, out var recurrence)
            ? (recurrence.After(day, 1), DatePrecision.Day)
            : null;
    }
}
