using System.ComponentModel.DataAnnotations;
using Cornerstone.Access.Factors;
using Cornerstone.Access.Requests;
using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Access.Organisation;

/// <summary>Who of a country signs in through their organisation; asked for here, approved by another administrator.</summary>
[Requires(AccessRoom.Administer), FreshlyProved(ToSend = true)]
public sealed class ProviderLinksPage(Accounts accounts, GiveAccess access, AppDb db, CurrentReader current, HostSettings settings, TimeProvider clock, Text T) : PageModel
{
    public sealed record Line(Guid Id, string Name, string Subject, DateTimeOffset MadeAt);

    [BindProperty]
    public Guid Person { get; set; }

    [BindProperty, Required, StringLength(ProviderLink.LongestSubject)]
    public string Number { get; set; } = "";

    [BindProperty, StringLength(300)]
    public string? Reason { get; set; }

    public IReadOnlyList<Line> Links { get; private set; } = [];

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public ProviderSettings? Provider => settings.Provider;

    private string Country => current.Workspace!.Code;

    public Task OnGetAsync(CancellationToken ct) => ReadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await ReadAsync(ct);
        if (Provider is not { } provider || People.All(p => p.Value != Person.ToString()))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        if (Person == current.Reader.Id)
        {
            return this.Again("", T["You cannot ask this for yourself: ask another administrator."]);
        }

        if (!await access.AdministersAsync(Person, ct))
        {
            return this.Again("", T["This person also works elsewhere: ask an administrator of the whole installation."]);
        }

        var given = await access.AskAsync(accounts.AskToLink(Country, Person, Reason, provider.Issuer, Number.Trim()), ct);
        if (given.Refusal is { } refusal)
        {
            await ReadAsync(ct);
            return this.Again("", T[refusal]);
        }

        this.Say(T["Asked. Another administrator approves it on this page."]);
        return RedirectToPage("/Access/Requests/Index", new { country = Country.ToLowerInvariant() });
    }

    public async Task<IActionResult> OnPostEndAsync(Guid link, CancellationToken ct)
    {
        await ReadAsync(ct);
        if (Links.All(l => l.Id != link) || await db.ProviderLinks.SingleOrDefaultAsync(l => l.Id == link, ct) is not { } ended)
        {
            return NotFound();
        }

        db.ProviderLinks.Remove(ended);
        if (await db.TrySaveAsync(new Act("access.unlink-organisation", Country, clock.GetUtcNow()), ct) != SaveOutcome.Saved)
        {
            return this.Again("", T["This person also works elsewhere: ask an administrator of the whole installation."]);
        }

        this.Say(T["The link has ended: the organisation's word opens this account no longer."]);
        return RedirectToPage();
    }

    private async Task ReadAsync(CancellationToken ct)
    {
        var members = await (
            from membership in db.Memberships.AsNoTracking()
            join person in db.Users on membership.PersonId equals person.Id
            where membership.Country == Country && membership.EndedAt == null
            select new { person.Id, person.Name }).Distinct().OrderBy(p => p.Name).ToListAsync(ct);
        var ids = members.Select(m => m.Id).ToList();
        var links = await db.ProviderLinks.AsNoTracking().Where(l => ids.Contains(l.PersonId)).OrderBy(l => l.MadeAt).ToListAsync(ct);
        Links = [.. links.Select(l => new Line(l.Id, members.First(m => m.Id == l.PersonId).Name, l.Subject, l.MadeAt))];
        People = [.. members.Select(m => new SelectListItem(m.Name, m.Id.ToString()))];
    }
}
