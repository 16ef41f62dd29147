using System.ComponentModel.DataAnnotations;
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
public sealed class SetupPage(UserManager<Person> people, AppDb db, TimeProvider clock, Text T) : PageModel
{
    [BindProperty, StringLength(120)]
    public string? Name { get; set; }

    [BindProperty, EmailAddress, StringLength(200)]
    public string? Email { get; set; }

    [BindProperty, Required, StringLength(200, MinimumLength = AccessSetup.ShortestPassword), DataType(DataType.Password)]
    public string Password { get; set; } = "";

    public bool IsFirstAdministrator { get; private set; }

    public string PersonName { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct) =>
        await OpenLinkAsync(token, ct) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken ct)
    {
        if (await OpenLinkAsync(token, ct) is not { } link)
        {
            return NotFound();
        }

        Check();
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var person = link.PersonId is null ? NewAdministrator() : (await people.FindByIdAsync(link.PersonId.Value.ToString()))!;
        var result = link.PersonId is null ? await people.CreateAsync(person, Password) : await ReplaceAsync(person);
        if (!result.Succeeded)
        {
            AddErrors(result);
            return this.Again();
        }

        link.UsedAt = clock.GetUtcNow();
        await db.SaveAsync(new Act(link.PersonId is null ? "access.first-administrator" : "access.new-password", Workspace.Shared, clock.GetUtcNow()), ct);
        return LocalRedirect("/sign-in");
    }

    private async Task<OneTimeLink?> OpenLinkAsync(string token, CancellationToken ct)
    {
        if (await db.OpenLinkAsync(token, clock.GetUtcNow(), ct) is not { } link)
        {
            return null;
        }

        IsFirstAdministrator = link.PersonId is null;
        PersonName = await db.Users.Where(p => p.Id == link.PersonId).Select(p => p.Name).SingleOrDefaultAsync(ct) ?? "";
        return link;
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

    // One update of the account, not two: the store checks its concurrency stamp once per save.
    private Task<IdentityResult> ReplaceAsync(Person person)
    {
        person.PasswordHash = null;
        return people.AddPasswordAsync(person, Password);
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

    private void AddErrors(IdentityResult result)
    {
        foreach (var error in result.Errors)
        {
            ModelState.AddModelError(nameof(Password), error.Code == nameof(IdentityErrorDescriber.DuplicateEmail) || error.Code == nameof(IdentityErrorDescriber.DuplicateUserName)
                ? T["This e-mail address already has an account."]
                : T["This password is too easy to guess: use more different characters."]);
        }
    }
}
