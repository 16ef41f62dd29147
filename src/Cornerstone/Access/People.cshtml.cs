using System.ComponentModel.DataAnnotations;
using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Values;
using Cornerstone.Workbooks;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Access;

[Requires(AccessRoom.Administer)]
public sealed class PeoplePage(UserManager<Person> people, AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    private static readonly TimeSpan LinkValidity = TimeSpan.FromDays(3);

    public sealed record Member(Guid Id, Guid PersonId, string Name, Role Role, Classification Clearance, DateTimeOffset Since);

    [BindProperty, Required, StringLength(120)]
    public string Name { get; set; } = "";

    [BindProperty, Required, EmailAddress, StringLength(200)]
    public string Email { get; set; } = "";

    [BindProperty]
    public Role Role { get; set; } = Role.FocalPoint;

    [BindProperty]
    public Classification Clearance { get; set; } = Classification.Public;

    [TempData]
    public string? Link { get; set; }

    public IReadOnlyList<Member> Members { get; private set; } = [];

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
            await ReadAsync(ct);
            return this.Again();
        }

        var known = await people.FindByEmailAsync(Email);
        if (known?.Id == current.Reader.Id)
        {
            return await RefuseAsync(T["You cannot give yourself a role: ask another administrator."], ct);
        }

        var person = known ?? new Person { Name = Name.Trim(), Email = Email, UserName = Email };
        if (known is null)
        {
            await people.CreateAsync(person);
            Link = AddLink(person.Id);
        }
        else if (await db.Memberships.AnyAsync(m => m.PersonId == known.Id && m.Country == Country && m.Role == Role && m.EndedAt == null, ct))
        {
            ModelState.AddModelError(nameof(Email), T["This person already has this role here."]);
            await ReadAsync(ct);
            return this.Again();
        }

        Grant(person.Id);
        await db.SaveAsync(new Act("access.grant", Country, clock.GetUtcNow()), ct);
        return RedirectToPage();
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

        ended.EndedAt = clock.GetUtcNow();
        await db.SaveAsync(new Act("access.end", Country, clock.GetUtcNow()), ct);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostNewLinkAsync(Guid person, CancellationToken ct)
    {
        if (!await db.Memberships.AnyAsync(m => m.PersonId == person && m.Country == Country && m.EndedAt == null, ct))
        {
            return NotFound();
        }

        // Whoever sets a password may sign in with it: never into a country one does not administer.
        if (!current.Reader.AdministersAll && await db.Memberships.AnyAsync(m => m.PersonId == person && m.Country != Country && m.EndedAt == null, ct))
        {
            return await RefuseAsync(T["This person also works elsewhere: ask an administrator of the whole installation."], ct);
        }

        Link = AddLink(person);
        await db.SaveAsync(new Act("access.new-link", Country, clock.GetUtcNow()), ct);
        return RedirectToPage();
    }

    private async Task<IActionResult> RefuseAsync(string message, CancellationToken ct)
    {
        ModelState.AddModelError("", message);
        await ReadAsync(ct);
        return this.Again();
    }

    private void Grant(Guid personId) => db.Memberships.Add(new Membership
    {
        PersonId = personId,
        Country = Country,
        Role = Role,
        Clearance = Clearance,
        GrantedAt = clock.GetUtcNow(),
    });

    private string AddLink(Guid personId)
    {
        var (link, token) = OneTimeLink.Make(personId, clock.GetUtcNow() + LinkValidity);
        db.OneTimeLinks.Add(link);
        return $"{Request.Scheme}://{Request.Host}/setup/{token}";
    }

    private async Task ReadAsync(CancellationToken ct) => Members = await (
        from membership in db.Memberships.AsNoTracking()
        join person in db.Users on membership.PersonId equals person.Id
        where membership.Country == Country && membership.EndedAt == null
        orderby person.Name
        select new Member(membership.Id, person.Id, person.Name, membership.Role, membership.Clearance, membership.GrantedAt)).ToListAsync(ct);
}
