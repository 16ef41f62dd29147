using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Languages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Delineation;

/// <summary>One function: who has which role in it, now and before, and what is wrong.</summary>
[Requires(DelineationRoom.Read)]
public sealed class FunctionPage(AppDb db, CurrentReader current, TimeProvider clock, IEnumerable<ILawsInForce> tracker, Text T) : PageModel
{
    private DelineationReading reading = null!;
    private IReadOnlyList<CitedLaw> laws = [];

    [BindProperty(SupportsGet = true)]
    public string? Territory { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? On { get; set; }

    public SectorFunction Function { get; private set; } = null!;

    public IReadOnlyList<RoleAssignment> Roles { get; private set; } = [];

    public IReadOnlyList<RoleFinding> Findings { get; private set; } = [];

    /// <summary>Why the function does not count here; null when it does.</summary>
    public string? SetAside { get; private set; }

    public bool MayEdit => current.May(DelineationRoom.Edit);

    public string Path => $"/{Country.ToLowerInvariant()}/delineation";

    private string Country => current.Workspace!.Code;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        var day = On ?? DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (await db.FunctionAsync(Country, code, ct) is not { } function)
        {
            return NotFound();
        }

        Function = function;
        reading = await DelineationReading.ReadAsync(db, Country, Territory, day, tracker, ct);
        laws = tracker.FirstOrDefault() is { } tracked ? await tracked.OnAsync(Country, day, ct) : [];
        Roles = await db.RoleAssignments.AsNoTracking().Where(r => r.Country == Country && r.FunctionId == function.Id)
            .OrderBy(r => r.ValidUntil != null).ThenBy(r => r.Role).ThenByDescending(r => r.ValidFrom).ThenBy(r => r.Id).ToListAsync(ct);
        Findings = [.. reading.Picture.Findings.Where(f => f.Function == function.Id)];
        SetAside = await db.FunctionsSetAside.Where(a => a.Country == Country && a.FunctionId == function.Id).Select(a => a.Reason).FirstOrDefaultAsync(ct);
        return Page();
    }

    public string NameOf(Guid institution) => reading.NameOf(institution, T.Language.Code);

    public string PlaceOf(string? code) => code is null ? T["The whole country"] : reading.Regions.FirstOrDefault(r => r.Code == code)?.Names.In(T.Language.Code) ?? code;

    public string BasisOf(RoleAssignment role) =>
        role.LawId is { } id && laws.FirstOrDefault(l => l.Id == id) is { } law ? string.Join(T[", "], new[] { law.Name, role.LegalBasis }.Where(t => t is not null))
        : role.LegalBasis ?? (role.DeFacto ? T["De facto"] : "–");
}
