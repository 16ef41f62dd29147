using Cornerstone.Published;
using Microsoft.AspNetCore.Mvc;

namespace Cornerstone.Features.Portal;

/// <summary>Figures as a file: all of them, or one series. The format is the ending of the address.</summary>
public sealed class DataPage(PublishedDb store) : PublicPage(store)
{
    private const string All = "indicators";
    private const string Plan = "plan";

    [BindProperty(SupportsGet = true)]
    public int? Edition { get; set; }

    public async Task<IActionResult> OnGetAsync(string file, CancellationToken ct)
    {
        var (name, isJson) = (Path.ChangeExtension(file, null), Path.GetExtension(file) == ".json");
        if (Path.GetExtension(file) is not (".csv" or ".json") || await SubjectsAsync(name, ct) is not { Count: > 0 } subjects)
        {
            return NotFound();
        }

        if (name == Plan)
        {
            var nodes = await Store.PlanAsync(subjects[0], ct);
            return isJson ? File(OpenData.PlanJson(subjects[0], nodes), OpenData.JsonType) : File(OpenData.PlanCsv(subjects[0], nodes), OpenData.CsvType);
        }

        var indicators = await Store.IndicatorsAsync(subjects, totals: false, ct);
        return isJson ? File(OpenData.Json(indicators), OpenData.JsonType) : File(OpenData.Csv(indicators), OpenData.CsvType);
    }

    private async Task<IReadOnlyList<CurrentSubject>> SubjectsAsync(string name, CancellationToken ct)
    {
        if (name is All or Plan)
        {
            return await Store.CurrentAsync(Country, name == Plan ? SubjectKind.Plan : SubjectKind.Indicator, ct);
        }

        var lines = name.StartsWith(All + "/", StringComparison.Ordinal) ? await Store.LinesOfAsync(Country, SubjectKind.Indicator, name[(All.Length + 1)..], ct) : [];
        return [.. lines.Where(l => l.Subject.WithdrawnAt is null && (Edition is null || l.Edition.Number == Edition)).Take(1)];
    }
}
