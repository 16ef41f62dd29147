using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Partners;
using Cornerstone.Features.Support;
using Cornerstone.Languages;
using Cornerstone.Sheets;
using Cornerstone.Workbooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Features.SupportActivities;

/// <summary>The register of organisations: who tells of support, who takes part in it, and how long each has been silent.</summary>
[Requires(PartnersRoom.Read)]
public sealed class PartnersPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public PartnerKind? Kind { get; set; }

    public IReadOnlyList<PartnerLine> Partners { get; private set; } = [];

    public string Path => $"/{Country.ToLowerInvariant()}/support";

    private string Country => current.Workspace!.Code;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var lines = await PartnerLine.ReadAsync(db, Country, clock.GetUtcNow(), ct);
        Partners = [.. lines.Where(p => Kind is null || p.Entry.Kind == Kind)
            .OrderByDescending(p => p.Reports > 0).ThenBy(p => p.Entry.Names.In(T.Language.Code), StringComparer.CurrentCulture)];
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct)
    {
        await OnGetAsync(ct);
        return this.Export(new ListExport<PartnerLine>("partners", T["Partners"], Partners)
        {
            Columns =
            [
                new(T["Name"], p => p.Entry.Names.In(T.Language.Code), Width: 48),
                new(T["Kind of organisation"], p => T.Of(p.Entry.Kind), Width: 28),
                new(T["Known as"], p => string.Join("; ", p.Names), Width: 40),
                new(T["Activities it reports"], p => p.Reports, CellKind.Number),
                new(T["Activities it takes part in"], p => p.TakesPart, CellKind.Number),
                new(T["Last told of anything"], p => p.LastTold is { } told ? DateOnly.FromDateTime(told.UtcDateTime) : null, CellKind.Date),
                new(T["Days since"], p => p.DaysSince, CellKind.Number),
            ],
        }, format);
    }
}
