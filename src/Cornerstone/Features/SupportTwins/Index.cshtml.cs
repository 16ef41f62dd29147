using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Support;
using Cornerstone.Languages;
using Cornerstone.Sheets;
using Cornerstone.Workbooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.SupportTwins;

/// <summary>Records of several sources that look like one project, and what people decided of such pairs.</summary>
[Requires(SupportRoom.Read)]
public sealed class IndexPage(AppDb db, CurrentReader current, Text T) : PageModel
{
    // A page is read; the file has all of them.
    private const int Most = 200;

    /// <param name="Decision">Null while nobody decided.</param>
    public sealed record Line(Guid One, string OneTitle, string OneIdentifier, Guid Other, string OtherTitle, string OtherIdentifier, IReadOnlyList<string> Reasons, decimal? Score, SameActivity? Decision);

    public IReadOnlyList<Line> Proposed { get; private set; } = [];

    public IReadOnlyList<Line> Decided { get; private set; } = [];

    public IEnumerable<Line> Shown => Proposed.Take(Most);

    public bool IsCut => Proposed.Count > Most;

    public string Path => $"/{Country.ToLowerInvariant()}/support";

    private string Country => current.Workspace!.Code;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var activities = (await db.ToldActivitiesAsync(Country, ct)).ToDictionary(a => a.Id);
        var decisions = await db.SameActivities.AsNoTracking().Where(s => s.Country == Country && s.EndedAt == null).OrderByDescending(s => s.DecidedAt).ToListAsync(ct);
        Decided = [.. decisions.Where(d => activities.ContainsKey(d.ActivityId) && activities.ContainsKey(d.StandingId)).Select(d => Of(activities[d.StandingId], activities[d.ActivityId], d.Reasons.Select(ReasonOf), null, d))];
        // What gives way already stands for nobody, and a pair that was decided is not asked of again.
        var gone = decisions.Where(d => d.IsSame).Select(d => d.ActivityId).ToHashSet();
        var known = decisions.SelectMany(d => new[] { (d.ActivityId, d.StandingId), (d.StandingId, d.ActivityId) }).ToHashSet();
        Proposed = [.. LikelyTwins.In([.. activities.Values.Where(a => !gone.Contains(a.Id))]).Where(l => !known.Contains((l.One.Id, l.Other.Id)))
            .Select(l => Of(l.One, l.Other, l.Likeness.Reasons.Select(r => T.Of(r)), l.Likeness.Score, null))];
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct)
    {
        await OnGetAsync(ct);
        return this.Export(new ListExport<Line>("one-project-several-sources", T["One project, several sources"], Proposed.Concat(Decided))
        {
            Columns =
            [
                new(T["Identifier"], l => l.OneIdentifier, Width: 28),
                new(T["Activity"], l => l.OneTitle, Width: 44),
                new(T["The other’s identifier"], l => l.OtherIdentifier, Width: 28),
                new(T["The other activity"], l => l.OtherTitle, Width: 44),
                new(T["Reasons"], l => string.Join("; ", l.Reasons), Width: 44),
                new(T["Likeness"], l => l.Score, CellKind.Percentage),
                new(T["Decision"], l => l.Decision is { } d ? d.IsSame ? T["They are one"] : T["They are two"] : null),
            ],
        }, format);
    }

    public string PairOf(Line line) => $"{Path}/twins/{line.One}/{line.Other}";

    private string ReasonOf(string stored) => Enum.TryParse<LikenessReason>(stored, out var reason) ? T.Of(reason) : stored;

    private static Line Of(ToldActivity one, ToldActivity other, IEnumerable<string> reasons, decimal? score, SameActivity? decision) =>
        new(one.Id, one.Title, one.Identifier, other.Id, other.Title, other.Identifier, [.. reasons], score, decision);
}
