using System.Globalization;
using System.Text.Json;
using Cornerstone.Sheets;
using Cornerstone.Values;

namespace Cornerstone.Workbooks.Published;

/// <summary>
/// Uniformed personnel of peace missions by contributor, category and sex, as the International Peace Institute's data set
/// holds them: a JSON array, one object a mission, contributor and day; a category that is absent has nobody reported.
/// </summary>
public static class PersonnelLayout
{
    private static readonly string[] Categories = ["troops", "civpol", "eom", "ip", "fpu"];
    private static readonly string[] Sexes = ["f", "m"];
    private static readonly JsonSerializerOptions Bounded = new() { MaxDepth = 8 };

    public static PublishedFile Read(Stream stream, string fileName)
    {
        var (points, findings) = (new List<(string Mission, PublishedPoint Point)>(), new List<WorkbookFinding>());
        var number = 0;
        foreach (var record in Records(stream))
        {
            number++;
            var read = Points(record, number).ToList();
            points.AddRange(read);
            if (read.Count == 0 || !AddsUp(record, read))
            {
                findings.Add(new(fileName, "", number, "total_f, total_m", "S2", $"{Word(record, "mission")}, {Word(record, "tcc_country_id")}, {Word(record, "cont_date")}", "a mission, a day, and parts by sex that add up to the totals", read.Count == 0 ? FindingGrade.Error : FindingGrade.Warning));
            }
        }

        var series = points.GroupBy(p => p.Mission).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new PublishedSeries($"PERSONNEL-{g.Key}", $"Uniformed personnel of {g.Key}", "persons", fileName, [.. g.Select(p => p.Point)]) { Frequency = "Monthly" });
        return new([.. series], findings);
    }

    private static List<JsonElement> Records(Stream stream)
    {
        try
        {
            return JsonSerializer.Deserialize<List<JsonElement>>(stream, Bounded) ?? [];
        }
        catch (JsonException fault)
        {
            throw new UnreadableSheetException(UnreadableSheet.Damaged, $"line {fault.LineNumber + 1}", "The file is no JSON array of records.", fault);
        }
    }

    private static IEnumerable<(string Mission, PublishedPoint Point)> Points(JsonElement record, int number)
    {
        if (Word(record, "mission") is not { } mission || Word(record, "tcc_country_id") is not { } contributor || Word(record, "cont_date") is not { Length: >= 8 } stamp
            || !DateOnly.TryParseExact(stamp[..8], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            yield break;
        }

        foreach (var (category, sex) in Categories.SelectMany(_ => Sexes, (c, s) => (c, s)))
        {
            if (Count(record, $"{category}_{sex}") is { } count)
            {
                yield return (mission, new(Period.OfDay(day), $"category={category};contributor={contributor};sex={sex.ToUpperInvariant()}", Figure.Exact(count), number));
            }
        }
    }

    private static bool AddsUp(JsonElement record, List<(string Mission, PublishedPoint Point)> read) =>
        Sexes.All(sex => Count(record, $"total_{sex}") is not { } total
            || read.Where(p => p.Point.Dimensions.EndsWith($"sex={sex.ToUpperInvariant()}", StringComparison.Ordinal)).Sum(p => p.Point.Value.Number) == total);

    private static string? Word(JsonElement record, string name) =>
        record.ValueKind == JsonValueKind.Object && record.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static decimal? Count(JsonElement record, string name) =>
        record.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var count) ? count : null;
}
