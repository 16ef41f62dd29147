using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Cornerstone.Access.Factors;
using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Access.Tokens;

/// <summary>Tokens by which programs read in a person's name: made, shown once, revoked.</summary>
[SignedIn, FreshlyProved]
public sealed class MyTokensPage(AppDb db, CurrentReader current, IEnumerable<IKeepsAddresses> rooms, TimeProvider clock, Text T) : PageModel
{
    private static readonly int[] Choices = [30, 90, 365];

    [BindProperty, Required, StringLength(ApiToken.LongestName)]
    public string Name { get; set; } = "";

    [BindProperty]
    public string Country { get; set; } = "";

    [BindProperty]
    public int Days { get; set; } = Choices[0];

    [TempData(Key = "api-token")]
    public string? Shown { get; set; }

    public IReadOnlyList<ApiToken> Open { get; private set; } = [];

    public IReadOnlyList<OpenAddress> Addresses { get; private set; } = [];

    public IEnumerable<SelectListItem> Countries => current.Workspaces.Select(w => new SelectListItem(w.NameIn(T.Language.Code), w.Code));

    public IEnumerable<SelectListItem> Validities => Choices.Select(d => new SelectListItem(T.Plural(d, "{0} day", "{0} days"), d.ToString(CultureInfo.InvariantCulture)));

    public string NameOf(string country) => current.Workspaces.FirstOrDefault(w => w.Code == country)?.NameIn(T.Language.Code) ?? country;

    public Task OnGetAsync(CancellationToken ct) => ReadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid || !Choices.Contains(Days) || current.Workspaces.All(w => w.Code != Country))
        {
            await ReadAsync(ct);
            return this.Again(nameof(Name), T["Give it a name, a country and a time from the lists."]);
        }

        var now = clock.GetUtcNow();
        var (token, shown) = ApiToken.Make(current.Session!, Country, Name, TimeSpan.FromDays(Days), now);
        db.Set<ApiToken>().Add(token);
        await db.SaveAsync(new Act("access.new-token", Country, now, token.Name), ct);
        Shown = shown;
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid token, CancellationToken ct)
    {
        await ReadAsync(ct);
        if (Open.SingleOrDefault(t => t.Id == token) is not { } revoked)
        {
            return NotFound();
        }

        revoked.RevokedAt = clock.GetUtcNow();
        await db.SaveAsync(new Act("access.revoke-token", revoked.Country, revoked.RevokedAt.Value, revoked.Name), ct);
        this.Say(T["The token is revoked: it opens nothing any more."]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEndAddressAsync(Guid address, CancellationToken ct)
    {
        if (!await rooms.EndAsync(address, current.Reader.Id, country: null, ct))
        {
            return NotFound();
        }

        this.Say(T["The address was revoked: it opens nothing any more."]);
        return RedirectToPage();
    }

    private async Task ReadAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var mine = await db.Set<ApiToken>().Where(t => t.PersonId == current.Reader.Id && t.RevokedAt == null).OrderByDescending(t => t.MadeAt).ToListAsync(ct);
        Open = [.. mine.Where(t => t.IsOpen(now))];
        Addresses = await rooms.OpenAsync(current.Reader.Id, country: null, ct);
    }
}
