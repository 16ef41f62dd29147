using System.ComponentModel.DataAnnotations;
using Cornerstone.Access.Factors;
using Cornerstone.Access.Requests;
using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Values;
using Cornerstone.Workbooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Access;

/// <summary>Who has a role in the workspace. An administrator ends roles here, and asks for what gives access.</summary>
[Requires(AccessRoom.Administer), FreshlyProved(ToSend = true)]
public sealed class PeoplePage(Accounts accounts, GiveAccess access, AppDb db, CurrentReader current, HostSettings settings, Text T) : PageModel
{
    public sealed record Member(Guid Id, Guid PersonId, string Name, Role Role, Classification Clearance, DateTimeOffset Since, bool IsDisabled);

    [BindProperty, Required, StringLength(120)]
    public string Name { get; set; } = "";

    [BindProperty, Required, EmailAddress, StringLength(200)]
    public string Email { get; set; } = "";

    [BindProperty]
    public Role Role { get; set; } = Role.FocalPoint;

    [BindProperty]
    public Classification Clearance { get; set; } = Classification.Public;

    [BindProperty, StringLength(300)]
    public string? Reason { get; set; }

    public bool HasProvider => settings.Provider is not null;

    public IReadOnlyList<Member> Members { get; private set; } = [];

    public int Waiting { get; private set; }

    public bool NeedsTwo { get; private set; }

    /// <summary>How much was given by one person alone, and nobody else has looked at yet.</summary>
    public int Alone { get; private set; }

    public IEnumerable<SelectListItem> Roles => Enum.GetValues<Role>().Select(r => new SelectListItem(T[RoleNames.Of(r)], r.ToString()));

    public IEnumerable<SelectListItem> Levels => Enum.GetValues<Classification>().Select(c => new SelectListItem(T[c.ToString()], c.ToString()));

    private string Country => current.Workspace!.Code;

    public Task OnGetAsync(CancellationToken ct) => ReadAsync(ct);

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct)
    {
        await ReadAsync(ct);
        return this.Export(AccessExport.Of(Members, T), format);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await AgainAsync(ct);
        }

        if (await accounts.KnownOrNewAsync(Name, Email, ct) is not var (person, isNew))
        {
            return await RefuseAsync(nameof(Email), T["Enter an e-mail address that nobody else uses."], ct);
        }

        if (person.Id == current.Reader.Id)
        {
            return await RefuseAsync("", T["You cannot give yourself a role: ask another administrator."], ct);
        }

        if (await db.Memberships.AnyAsync(m => m.PersonId == person.Id && m.Country == Country && m.Role == Role && m.EndedAt == null, ct))
        {
            return await RefuseAsync(nameof(Email), T["This person already has this role here."], ct);
        }

        var isKnown = !isNew && await access.ComesAnewAsync(person.Id, Country, ct);
        return await AskAsync(accounts.Ask(Country, RequestKind.Role, person.Id, Reason, Role, Clearance), isKnown, ct);
    }

    public async Task<IActionResult> OnPostEndAsync(Guid membership, CancellationToken ct)
    {
        var ended = await db.Memberships.SingleOrDefaultAsync(m => m.Id == membership && m.Country == Country && m.EndedAt == null, ct);
        if (ended is null)
        {
            return NotFound();
        }

        if (ended.PersonId == current.Reader.Id)
        {
            return await RefuseAsync(T["You cannot end your own role: ask another administrator."], ct);
        }

        await accounts.EndAsync(ended, ct);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostResetAsync(Guid person, RequestKind kind, CancellationToken ct)
    {
        if (kind is RequestKind.Role or RequestKind.Provider || !await db.Memberships.AnyAsync(m => m.PersonId == person && m.Country == Country && m.EndedAt == null, ct))
        {
            return NotFound();
        }

        if (person == current.Reader.Id)
        {
            return await RefuseAsync(T["You cannot ask this for yourself: ask another administrator."], ct);
        }

        return await access.AdministersAsync(person, ct)
            ? await AskAsync(accounts.Ask(Country, kind, person, reason: null), isKnown: false, ct)
            : await RefuseAsync(T["This person also works elsewhere: ask an administrator of the whole installation."], ct);
    }

    private async Task<IActionResult> AskAsync(AccessRequest request, bool isKnown, CancellationToken ct)
    {
        var given = await access.AskAsync(request, ct);
        if (given.Refusal is { } refusal)
        {
            return await RefuseAsync("", T[refusal], ct);
        }

        this.Hand(given.Link);
        this.Say(request.IsAlone ? T["Done. Nobody else administers this workspace yet, so it is marked for the second administrator to look at."]
            : isKnown ? T["Asked. This e-mail address had an account already: with the role, the password and second step it had end, and there is a new link to hand over."]
            : T["Asked. Another administrator approves it on this page."]);
        return RedirectToPage("/Access/Requests/Index", new { country = Country.ToLowerInvariant() });
    }

    // The form below was not sent: it lacks nothing.
    private Task<IActionResult> RefuseAsync(string message, CancellationToken ct)
    {
        ModelState.Clear();
        return RefuseAsync("", message, ct);
    }

    private async Task<IActionResult> RefuseAsync(string field, string message, CancellationToken ct)
    {
        ModelState.AddModelError(field, message);
        return await AgainAsync(ct);
    }

    private async Task<IActionResult> AgainAsync(CancellationToken ct)
    {
        await ReadAsync(ct);
        return this.Again();
    }

    private async Task ReadAsync(CancellationToken ct)
    {
        NeedsTwo = await access.NeedsTwoAsync(Country, ct);
        Waiting = await accounts.WaitingAsync(Country, ct);
        Alone = await accounts.AloneAsync(Country, ct);
        Members = await (
            from membership in db.Memberships.AsNoTracking()
            join person in db.Users on membership.PersonId equals person.Id
            where membership.Country == Country && membership.EndedAt == null
            orderby person.Name
            select new Member(membership.Id, person.Id, person.Name, membership.Role, membership.Clearance, membership.GrantedAt, person.DisabledAt != null)).ToListAsync(ct);
    }
}
