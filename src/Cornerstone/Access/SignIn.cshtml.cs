using System.ComponentModel.DataAnnotations;
using Cornerstone.Access.Factors;
using Cornerstone.Access.Organisation;
using Cornerstone.Access.Passwords;
using Cornerstone.Access.Sessions;
using Cornerstone.Languages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Access;

[Public]
public sealed class SignInPage(PasswordGate gate, SecondStep steps, Entry entry, HostSettings settings, Text T) : PageModel
{
    [BindProperty, Required, EmailAddress, StringLength(200)]
    public string Email { get; set; } = "";

    [BindProperty, Required, StringLength(PasswordRules.Longest), DataType(DataType.Password)]
    public string Password { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "next")]
    public string? Next { get; set; }

    public IReadOnlyList<DemonstrationPerson> DemonstrationPeople => settings.IsDemonstration ? DemonstrationPerson.All : [];

    public ProviderSettings? Provider => settings.Provider;

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => this.LetFormsGoTo(Provider);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var tried = await gate.TryAsync(Email, Password, HttpContext.Connection.RemoteIpAddress, ct);
        if (tried.PersonId is not { } person)
        {
            return Refuse(tried);
        }

        if (tried.IsHashedWithFewerRounds)
        {
            await gate.HashAnewAsync(person, Password, ct);
        }

        return await steps.AfterFirstStepAsync(HttpContext, person, Proof.Password, ct) is { } step
            ? LocalRedirect(step + (Next is null ? "" : QueryString.Create("next", Next)))
            : this.Enter(await entry.LetInAsync(HttpContext, person, Proof.Password, ct), Next);
    }

    public async Task<IActionResult> OnPostDemonstrationAsync(Guid person, CancellationToken ct) =>
        settings.IsDemonstration && DemonstrationPerson.All.Any(p => p.Id == person)
            ? this.Enter(await entry.LetInAsync(HttpContext, person, Proof.Demonstration, ct), Next)
            : NotFound();

    private IActionResult Refuse(Tried tried) =>
        tried.Wait > TimeSpan.Zero ? this.Later(tried.Wait, T) : this.Again("", T["E-mail address or password is not right."]);
}
