using System.ComponentModel.DataAnnotations;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Regions;

/// <summary>Brings boundaries in: first a look at what the file holds under which property, then the import.</summary>
[Requires(RegionsRoom.Edit)]
[RequestSizeLimit(BoundaryFile.LargestBytes + 2_000_000)]
public sealed class ImportPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    private const int MostFindings = 200;

    private Dictionary<string, Region> existing = [];

    [BindProperty, Display(Name = "File")]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public string? Packed { get; set; }

    [BindProperty, Display(Name = "Property with the code")]
    public string? CodeProperty { get; set; }

    [BindProperty, Display(Name = "Property with the name")]
    public string? NameProperty { get; set; }

    [BindProperty, Display(Name = "Property with the code of the region it lies in")]
    public string? ParentProperty { get; set; }

    [BindProperty, Display(Name = "Language of the names")]
    public string? NameLanguage { get; set; }

    [BindProperty, Display(Name = "Level"), Range(1, 2)]
    public short Level { get; set; } = 1;

    [BindProperty, Display(Name = "Source of the boundary"), StringLength(400)]
    public string? Source { get; set; }

    public BoundaryDraft? Draft { get; private set; }

    public IReadOnlyList<DraftRegion> Regions { get; private set; } = [];

    public IReadOnlyList<BoundaryFinding> Findings { get; private set; } = [];

    public int Added => Regions.Count(r => !existing.ContainsKey(r.Code));

    public IEnumerable<SelectListItem> Properties => Draft!.File.Properties
        .Select(p => new SelectListItem(T["{0} (such as {1})", p, Draft.File.Features.Select(f => f.Properties.GetValueOrDefault(p)).FirstOrDefault(v => v is not null)], p));

    public IEnumerable<SelectListItem> LanguagesOffered => Languages.Languages.All.Select(l => new SelectListItem(l.OwnName, l.Code));

    public IEnumerable<SelectListItem> Levels => new short[] { 1, 2 }.Select(l => new SelectListItem(T.LevelOf(l), $"{l}"));

    public string Path => $"/{Country.ToLowerInvariant()}/regions";

    private string Country => current.Workspace!.Code;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Upload is not { Length: > 0 and <= BoundaryFile.LargestBytes })
        {
            ModelState.AddModelError(nameof(Upload), Upload is { Length: > 0 } ? T["The file is larger than {0} MB.", BoundaryFile.LargestBytes / 1_000_000] : T["Choose a file."]);
            return this.Again();
        }

        var draft = BoundaryDraft.Of(await Upload.BytesAsync(ct));
        if (draft.File.Features.Count == 0)
        {
            foreach (var finding in draft.File.Findings.Take(10))
            {
                ModelState.AddModelError(nameof(Upload), T.Of(finding));
            }

            return this.Again();
        }

        (Draft, Packed) = (draft, draft.Pack());
        (CodeProperty, NameProperty) = (draft.File.GuessCode(), draft.File.GuessName());
        (NameLanguage, Source) = (T.Language.Code, Upload.FileName.Length > 200 ? null : Upload.FileName);
        ModelState.Clear();
        await ChooseAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostShowAsync(CancellationToken ct)
    {
        if (!await UnpackAsync(ct))
        {
            return this.Again();
        }

        return Page();
    }

    public async Task<IActionResult> OnPostImportAsync(CancellationToken ct)
    {
        if (!await UnpackAsync(ct))
        {
            return this.Again();
        }

        if (string.IsNullOrWhiteSpace(Source))
        {
            ModelState.AddModelError(nameof(Source), T["Say where the boundaries come from."]);
        }

        if (Regions.FirstOrDefault(r => existing.TryGetValue(r.Code, out var there) && there.Level != Level) is { } other)
        {
            ModelState.AddModelError(nameof(Level), T["{0} stands here on the other level.", other.Code]);
        }

        if (Regions.Count == 0)
        {
            ModelState.AddModelError(nameof(CodeProperty), T["With this property no area has a usable code."]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        foreach (var draft in Regions)
        {
            Apply(draft);
        }

        await db.SaveAsync(new Act("regions.import", Country, clock.GetUtcNow(), Source!.Trim()), ct);
        this.Say(T.Plural(Regions.Count, "{0} region imported.", "{0} regions imported."));
        return Redirect(Path);
    }

    private void Apply(DraftRegion draft)
    {
        if (!existing.TryGetValue(draft.Code, out var region))
        {
            region = new Region { Country = Country, Code = draft.Code, Level = Level, Names = BoundaryDraft.Named(null, NameLanguage!, draft.Name) };
            db.Add(region);
        }
        else
        {
            region.Version++;
        }

        region.Names = BoundaryDraft.Named(region.Names, NameLanguage!, draft.Name);
        (region.ParentCode, region.Outline, region.BoundarySource) = (draft.ParentCode, draft.Outline, Source!.Trim());
    }

    private async Task<bool> UnpackAsync(CancellationToken ct)
    {
        Draft = BoundaryDraft.Unpack(Packed);
        if (Draft is null || Draft.File.Features.Count == 0)
        {
            Draft = null;
            ModelState.AddModelError(nameof(Upload), T["The file did not come back as it was. Choose it again."]);
            return false;
        }

        await ChooseAsync(ct);
        return true;
    }

    private async Task ChooseAsync(CancellationToken ct)
    {
        if (Cornerstone.Languages.Languages.Of(NameLanguage) is null)
        {
            NameLanguage = T.Language.Code;
        }

        existing = await db.Regions.Where(r => r.Country == Country).ToDictionaryAsync(r => r.Code, ct);
        var first = existing.Values.Where(r => r.Level == 1).Select(r => r.Code).ToHashSet();
        var parent = Level == 2 ? ParentProperty ?? "" : null;
        (Regions, Findings) = Draft!.Choose(CodeProperty ?? "", NameProperty ?? "", parent, first);
        Findings = [.. Findings.Take(MostFindings)];
    }
}
