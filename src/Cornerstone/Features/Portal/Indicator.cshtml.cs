using Cornerstone.Published;
using Microsoft.AspNetCore.Mvc;

namespace Cornerstone.Features.Portal;

/// <summary>One figure with its whole series, its parts, where it comes from, and every edition that told it. What was withdrawn keeps its tombstone.</summary>
public sealed class IndicatorPage(PublishedDb store) : FramedPage(store)
{
    [BindProperty(SupportsGet = true)]
    public int? Edition { get; set; }

    /// <summary>Null where nothing of it is public any more.</summary>
    public PublicIndicator? Indicator { get; private set; }

    public IReadOnlyList<CurrentSubject> Lines { get; private set; } = [];

    public Subject Subject => (Shown ?? Lines[0]).Subject;

    public string Series => $"{DataPath}/indicators/{InAddress(Subject.Key)}";

    private CurrentSubject? Shown => Lines.FirstOrDefault(l => l.Subject.WithdrawnAt is null && (Edition is null || l.Edition.Number == Edition));

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken ct)
    {
        Lines = await Store.LinesOfAsync(Country, SubjectKind.Indicator, key, ct);
        if (Lines.Count == 0 || (Edition is not null && Lines.All(l => l.Edition.Number != Edition)))
        {
            return NotFound();
        }

        Indicator = Shown is { } shown ? (await Store.IndicatorsAsync([shown], totals: false, ct)).SingleOrDefault() : null;
        return Page();
    }
}
