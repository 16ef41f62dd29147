using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Ui.Wordings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Regions;

/// <summary>Names of a region in several languages, and its history.</summary>
[Requires(RegionsRoom.Edit)]
public sealed class EditPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    [BindProperty]
    public WordingForm Names { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public Region Region { get; private set; } = null!;

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public string Path => $"/{Country.ToLowerInvariant()}/regions";

    private string Country => current.Workspace!.Code;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (!await ReadAsync(code, ct))
        {
            return NotFound();
        }

        (Names, Version) = (WordingForm.Of(Region.Names, T.Language.Code), Region.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken ct)
    {
        if (!await ReadAsync(code, ct))
        {
            return NotFound();
        }

        Names.Check(ModelState, nameof(Names), T);
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        if (Version != Region.Version)
        {
            return Clash();
        }

        Region.Names = Names.ToWording()!;
        Region.Version++;
        if (await db.TrySaveAsync(new Act("regions.edit", Country, clock.GetUtcNow()), ct) is not SaveOutcome.Saved)
        {
            return await ReadAsync(code, ct) ? Clash() : NotFound();
        }

        this.Say(T["Saved."]);
        return Redirect(Path);
    }

    // The names as saved by the other person stand above and in the history below; the form keeps one's own.
    private IActionResult Clash()
    {
        Version = Region.Version;
        return this.Overtaken(T["Somebody changed this region while you were editing. It is now called: {0}", Region.Names], nameof(Version));
    }

    private async Task<bool> ReadAsync(string code, CancellationToken ct)
    {
        var upper = code.ToUpperInvariant();
        Region = (await db.Regions.SingleOrDefaultAsync(r => r.Country == Country && r.Code == upper, ct))!;
        History = Region is null ? [] : await db.HistoryOfAsync(Region.Id, ct);
        return Region is not null;
    }
}
