using System.ComponentModel.DataAnnotations;
using Cornerstone.Access.Passwords;
using Cornerstone.Access.Sessions;
using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Values;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Access;

/// <summary>Where a one-time link leads: the first administrator, an invited person, or a new password.</summary>
[Public]
public sealed class SetupPage(UserManager<Person> people, PasswordGate gate, BreachedPasswords breached, AppDb db, TimeProvider clock, Text T) : PageModel
{
    [BindProperty, StringLength(120)]
    public string? Name { get; set; }

    [BindProperty, EmailAddress, StringLength(200)]
    public string? Email { get; set; }

    [BindProperty, Required, StringLength(PasswordRules.Longest), DataType(DataType.Password)]
    public string Password { get; set; } = "";

    public bool IsFirstAdministrator { get; private set; }

    /// <summary>The link was one, and was used or is too old.</summary>
    public bool IsOver { get; private set; }

    public string PersonName { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct) =>
        await OpenLinkAsync(token, ct) is null ? Closed() : Page();

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken ct)
    {
        if (await OpenLinkAsync(token, ct) is not { } link)
        {
            return Closed();
        }

        Check();
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var person = link.PersonId is { } id ? (await people.FindByIdAsync(id.ToString()))! : NewAdministrator();
        this.CheckPassword(nameof(Password), Password, breached, T, person.Name, person.Email);
        if (!ModelState.IsValid || (link.PersonId is null && !await CreateAsync(person, ct)))
        {
            return this.Again();
        }

        // From here in the name of the person the link was made for: their password is theirs alone.
        await db.FindLinkAsync(token, new Reader(person.Id, person.Name, []), ct);
        await gate.SetAsync(Password, ct);
        link.UsedAt = clock.GetUtcNow();
        var act = new Act(link.PersonId is null ? "access.first-administrator" : "access.new-password", Workspace.Shared, clock.GetUtcNow());
        if (await db.TrySaveAsync(act, ct) == SaveOutcome.Saved) return LocalRedirect("/sign-in");

        IsOver = true;
        return Closed();
    }

    private async Task<OneTimeLink?> OpenLinkAsync(string token, CancellationToken ct)
    {
        var link = await db.FindLinkAsync(token, db.Reader, ct);
        if (link?.IsOpen(clock.GetUtcNow()) != true)
        {
            IsOver = link is not null;
            return null;
        }

        IsFirstAdministrator = link.PersonId is null;
        PersonName = await db.Users.Where(p => p.Id == link.PersonId).Select(p => p.Name).SingleOrDefaultAsync(ct) ?? "";
        return link;
    }

    private IActionResult Closed()
    {
        if (!IsOver) return NotFound();

        Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }

    private Person NewAdministrator()
    {
        var person = new Person { Name = Name!.Trim(), Email = Email, UserName = Email };
        db.Memberships.Add(new Membership
        {
            PersonId = person.Id,
            Country = Workspace.Shared,
            Role = Role.Administrator,
            Clearance = Classification.Public,
            GrantedAt = clock.GetUtcNow(),
        });
        return person;
    }

    private void Check()
    {
        if (IsFirstAdministrator && string.IsNullOrWhiteSpace(Name))
        {
            ModelState.AddModelError(nameof(Name), T["Enter your name."]);
        }

        if (IsFirstAdministrator && string.IsNullOrWhiteSpace(Email))
        {
            ModelState.AddModelError(nameof(Email), T["Enter your e-mail address."]);
        }
    }

    private async Task<bool> CreateAsync(Person person, CancellationToken ct)
    {
        var isFree = !await db.HasMailboxAsync(people.NormalizeEmail(person.Email!), ct) && (await people.CreateAsync(person)).Succeeded;
        if (!isFree)
        {
            ModelState.AddModelError(nameof(Email), T["This e-mail address already has an account."]);
        }

        return isFree;
    }
}
