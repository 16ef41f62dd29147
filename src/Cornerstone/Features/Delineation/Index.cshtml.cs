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
    private IReadOnlyList<ComponentName> components = [];

    [BindProperty(SupportsGet = true)]
    public string? Territory { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? On { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Component { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Everybody { get; set; }

    public DelineationReading Reading { get; private set; } = null!;

    public DelineationMatrix Matrix { get; private set; } = null!;

    public IEnumerable<SelectListItem> Components => components.Select(c => new SelectListItem(T.NameOf(c), c.Code));

    public IEnumerable<SelectListItem> Territories => Reading.Regions.Select(r => new SelectListItem(r.Names.In(T.Language.Code), r.Code));

    public bool MayEdit => current.May(DelineationRoom.Edit);

    public string Path => $"/{Country.ToLowerInvariant()}/delineation";

    public DateOnly Day => On ?? DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private string Country => current.Workspace!.Code;

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

    public string NameOf(Guid institution) => Reading.NameOf(institution, T.Language.Code);

    public string NameOf(ComponentName component) => T.NameOf(component);

    /// <summary>Signs that colour alone must not carry: a claim, a role without a legal basis, one that holds in part of the country.</summary>
    public string SignsOf(MatrixLetter letter) =>
        (letter.IsClaim ? "*" : "") + (letter.HasLegalBasis ? "" : "°") + (letter.IsLocal(string.IsNullOrEmpty(Territory) ? null : Territory) ? "+" : "");

    /// <summary>Who, what, where and on which basis, for those who point at the letter.</summary>
    public string TitleOf(MatrixLetter letter) => string.Join("; ", letter.Roles.Select(r => T["{0}: {1}", NameOf(r.InstitutionId), string.Join(T[", "], new[]
    {
        letter.IsClaim ? T["{0} (claimed)", T.Of(r.Role)] : T.Of(r.Role),
        r.Territory is { } place ? Reading.Regions.FirstOrDefault(x => x.Code == place)?.Names.In(T.Language.Code) ?? place : null,
        r.LegalBasis ?? (r.DeFacto ? T["De facto"] : null),
    }.OfType<string>())]));

    private async Task ReadAsync(CancellationToken ct)
    {
        Reading = await DelineationReading.ReadAsync(db, Country, Territory, Day, laws, ct);
        components = await db.ComponentsAsync(Country, ct);
        Matrix = new DelineationMatrix(Reading, components, Component, Everybody);
    }
}
