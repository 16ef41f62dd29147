using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Languages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Features.Delineation;

/// <summary>What is wrong with the delineation of roles: gaps, overlaps, roles without a basis, power without oversight.</summary>
[Requires(DelineationRoom.Read)]
public sealed class FindingsPage(AppDb db, CurrentReader current, TimeProvider clock, IEnumerable<ILawsInForce> laws, Text T) : PageModel
{
    private DelineationReading reading = null!;

    [BindProperty(SupportsGet = true)]
    public string? Territory { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? On { get; set; }

    public IReadOnlyList<(string Title, IReadOnlyList<RoleFinding> Findings)> Groups { get; private set; } = [];

    public string Path => $"/{Country.ToLowerInvariant()}/delineation";

    public DateOnly Day => On ?? DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private string Country => current.Workspace!.Code;

    public async Task OnGetAsync(CancellationToken ct)
    {
        reading = await DelineationReading.ReadAsync(db, Country, Territory, Day, laws, ct);
        var groups = new (string, RoleFault[])[]
        {
            (T["Overlaps: more than one answers, or several do it without a rule"], [RoleFault.SeveralAccountable, RoleFault.NoCoordinationRule]),
            (T["Gaps: nobody answers, or nobody does it"], [RoleFault.Gap, RoleFault.NobodyAccountable, RoleFault.NobodyResponsible]),
            (T["Oversight: self-oversight, and power without oversight"], [RoleFault.OverseesItself, RoleFault.NoExternalOversight]),
            (T["Legal basis"], [RoleFault.NoLegalBasis, RoleFault.LawNotInForce]),
        };
        Groups = [.. groups
            .Select(g => (g.Item1, (IReadOnlyList<RoleFinding>)[.. reading.Picture.Findings.Where(f => g.Item2.Contains(f.Fault))]))
            .Where(g => g.Item2.Count > 0)];
    }

    public SectorFunction? FunctionOf(RoleFinding finding) => reading.Picture.Functions.FirstOrDefault(f => f.Id == finding.Function);

    public string NameOf(Guid institution) => reading.NameOf(institution, T.Language.Code);

    public string InstitutionAddress(Guid id) => $"/{Country.ToLowerInvariant()}/institutions/{id}";

    public string PlaceOf(RoleFinding finding) => finding.Territory is not { } code
        ? T["The whole country"]
        : reading.Regions.FirstOrDefault(r => r.Code == code)?.Names.In(T.Language.Code) ?? code;
}
