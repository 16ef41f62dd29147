using System.Globalization;
using Cornerstone.Features.Support;
using Cornerstone.Iati;
using Cornerstone.Values;

namespace Cornerstone.Features.SupportImport;

/// <summary>Words, codes and numbers of a published record as the register keeps them. What is not understood is null.</summary>
internal static class SaidWords
{
    /// <summary>The first narrative is the original; of two in one language the first is kept.</summary>
    public static Wording? Wording(Items<Narrative> narratives, string? usual)
    {
        if (narratives.Count == 0)
        {
            return null;
        }

        var texts = new Dictionary<string, string>(narratives.Count);
        foreach (var narrative in narratives)
        {
            _ = !string.IsNullOrWhiteSpace(narrative.Text) && texts.TryAdd(Language(narrative.Language ?? usual), narrative.Text.Trim());
        }

        return texts.Count == 0 ? null : new Wording(texts.Keys.First(), texts);
    }

    public static string? First(Items<Narrative> narratives) => narratives.Count > 0 ? narratives[0].Text : null;

    /// <summary>A code of a list that we know by its numbers.</summary>
    public static TCode? Code<TCode>(string? code)
        where TCode : struct, Enum =>
        int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Enum.IsDefined(typeof(TCode), number)
            ? (TCode)Enum.ToObject(typeof(TCode), number)
            : null;

    public static int? Number(string? code) => int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The usual vocabulary (1) goes without saying.</summary>
    public static string? Vocabulary(string? vocabulary) => vocabulary is null or "1" ? null : vocabulary;

    public static List<CodedShare> Sectors(Items<SectorShare> sectors) =>
        [.. sectors.Where(s => s.Code is not null).Select(s => new CodedShare(s.Code!, Vocabulary(s.Vocabulary), s.Percentage))];

    public static List<string> AidTypes(Items<AidType> types) =>
        [.. types.Where(t => t.Code is not null).Select(t => Vocabulary(t.Vocabulary) is { } other ? $"{other}:{t.Code}" : t.Code!)];

    public static ActivityPlace Place(Location location, string? language)
    {
        var name = Wording(location.Name, language) is { } names ? names.In(names.Original) : null;
        var point = (location.Point?.Position ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return point.Length == 2
            && decimal.TryParse(point[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var north)
            && decimal.TryParse(point[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var east)
            && Math.Abs(north) <= 90 && Math.Abs(east) <= 180
            ? new(name, Latitude: north, Longitude: east)
            : new(name);
    }

    // "en-GB" is English, and "EN" too.
    private static string Language(string? written)
    {
        var code = (written ?? "").Trim().ToLowerInvariant().Split('-', '_')[0];
        return code.Length is 2 or 3 && code.All(char.IsAsciiLetterLower) ? code : Values.Wording.Undetermined;
    }
}
