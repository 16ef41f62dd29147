using System.Globalization;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Institutions;
using Cornerstone.Languages;
using Cornerstone.Workbooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.WebUtilities;

namespace Cornerstone.Features.Delineation;

/// <summary>The matrix of functions and institutions in one territory on one day, with what is wrong beside it.</summary>
[Requires(DelineationRoom.Read)]
public sealed class IndexPage(AppDb db, CurrentReader current, TimeProvider clock, IEnumerable<ILawsInForce> laws, Text T) : PageModel
{
    private ILookup<(Guid, Guid), RoleAssignment> cells = null!;
    private ILookup<Guid?, RoleFinding> findings = null!;

    [BindProperty(SupportsGet = true)]
    public string? Territory { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? On { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Component { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Everybody { get; set; }

    public DelineationReading Reading { get; private set; } = null!;

    public IReadOnlyList<InstitutionOn> Columns { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Components { get; private set; } = [];

    public IEnumerable<SelectListItem> Territories => Reading.Regions.Select(r => new SelectListItem(r.Names.In(T.Language.Code), r.Code));

    public bool MayEdit => current.May(DelineationRoom.Edit);

    public string Path => $"/{Country.ToLowerInvariant()}/delineation";

    public DateOnly Day => On ?? DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private string Country => current.Workspace!.Code;

    public sealed record MatrixCell(string Text, string Css, string? Title);

    public Task OnGetAsync(CancellationToken ct) => ReadAsync(ct);

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct)
    {
        await ReadAsync(ct);
        var rows = from function in Reading.Picture.Functions from role in Reading.Picture.RolesOf(function) select (function, role);
        return this.Export(DelineationExport.Of([.. rows], Reading, Territory, Day, T), format);
    }

    public string AddressOn(string page) => QueryHelpers.AddQueryString(Path + page, new Dictionary<string, string?>
    {
        ["territory"] = string.IsNullOrEmpty(Territory) ? null : Territory,
        ["on"] = On?.ToString("O", CultureInfo.InvariantCulture),
    });

    public string InstitutionAddress(Guid id) => $"/{Country.ToLowerInvariant()}/institutions/{id}";

    /// <summary>Rules broken in the row, by number: what colour alone must not say.</summary>
    public string RulesOf(Guid function) => string.Join(" ", findings[function].Select(f => f.Rule).Distinct().Order(StringComparer.Ordinal));

    public string? ToneOf(Guid function) => findings[function].Any(f => f.IsSevere) ? "bad" : findings[function].Any() ? "warning" : null;

    public MatrixCell Cell(Guid function, Guid institution)
    {
        var roles = cells[(function, institution)].OrderBy(r => r.Role).ToList();
        if (roles.Count == 0)
        {
            return new("", "", null);
        }

        var isWrong = findings[function].Any(f => f.IsSevere && f.Institutions.Contains(institution));
        var text = string.Join(" ", roles.Select(r => $"{r.Role}{(r.Standing == Standing.Claimed ? "*" : "")}{(r.HasLegalBasis ? "" : "°")}{(r.Territory is { } place && place != Territory ? $"({place})" : "")}").Distinct());
        return new(text, isWrong ? "cell-bad" : $"cell-{roles[0].Role}", string.Join(T[", "], roles.Select(r => T.Of(r.Role)).Distinct()));
    }

    private async Task ReadAsync(CancellationToken ct)
    {
        Reading = await DelineationReading.ReadAsync(db, Country, Territory, Day, laws, ct);
        var shown = Reading.Picture.Functions.SelectMany(Reading.Picture.RolesOf).ToList();
        cells = shown.ToLookup(r => (r.FunctionId, r.InstitutionId));
        findings = Reading.Picture.Findings.ToLookup(f => f.Function);
        var busy = shown.Select(r => r.InstitutionId).ToHashSet();
        Columns = [.. Reading.Lines.Institutions.Where(i => (Everybody || busy.Contains(i.Id)) && (string.IsNullOrEmpty(Component) || i.Component == Component))];
        Components = [.. (await db.ComponentsAsync(Country, ct)).Select(c => new SelectListItem(T.NameOf(c), c.Code))];
    }
}
