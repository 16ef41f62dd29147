using System.ComponentModel.DataAnnotations;
using Cornerstone.Access.Sessions;
using Cornerstone.Data;
using Cornerstone.Languages;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Access;

[Public]
public sealed class SignInPage(SignInManager<Person> signIn, Entry entry, AppDb db, HostSettings settings, TimeProvider clock, Text T) : PageModel
{
    [BindProperty, Required, EmailAddress, StringLength(200)]
    public string Email { get; set; } = "";

    [BindProperty, Required, StringLength(200), DataType(DataType.Password)]
    public string Password { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "next")]
    public string? Next { get; set; }

    public IReadOnlyList<DemonstrationPerson> DemonstrationPeople => settings.IsDemonstration ? DemonstrationPerson.All : [];

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var person = await signIn.UserManager.FindByEmailAsync(Email);
        var isRight = person is { DisabledAt: null }
            ? (await signIn.CheckPasswordSignInAsync(person, Password, lockoutOnFailure: true)).Succeeded
            : HashForNothing();
        if (!isRight)
        {
            await db.SaveAsync(new Act("access.sign-in-refused", Workspace.Shared, clock.GetUtcNow()), ct);
            ModelState.AddModelError("", T["E-mail address or password is not right, or the account is locked for a few minutes."]);
            return this.Again();
        }

        return await EnterAsync(person!.Id, Proof.Password, ct);
    }

    public async Task<IActionResult> OnPostDemonstrationAsync(Guid person, CancellationToken ct)
    {
        if (!settings.IsDemonstration || DemonstrationPerson.All.All(p => p.Id != person))
        {
            return NotFound();
        }

        return await EnterAsync(person, Proof.Demonstration, ct);
    }

    private async Task<IActionResult> EnterAsync(Guid person, Proof proof, CancellationToken ct)
    {
        var reader = await entry.LetInAsync(HttpContext, person, proof, ct);
        return LocalRedirect(Url.IsLocalUrl(Next) ? Next : Home(reader));
    }

    private static string Home(Reader reader) => reader.Countries.FirstOrDefault() is { } country
        ? $"/{country.ToLowerInvariant()}"
        : "/";

    // An unknown address takes as long as a wrong password, so that time tells nobody who has an account.
    private bool HashForNothing()
    {
        var nobody = new Person { Name = "" };
        signIn.UserManager.PasswordHasher.VerifyHashedPassword(nobody, NobodysHash.Value, Password);
        return false;
    }

    private static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<Person>(
        Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = AccessSetup.PasswordRounds }))
        .HashPassword(new Person { Name = "" }, Guid.CreateVersion7().ToString()));
}
