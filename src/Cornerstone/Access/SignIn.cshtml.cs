using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Cornerstone.Access.Passwords;
using Cornerstone.Access.Sessions;
using Cornerstone.Languages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Access;

[Public]
public sealed class SignInPage(PasswordGate gate, Entry entry, HostSettings settings, Text T) : PageModel
{
    [BindProperty, Required, EmailAddress, StringLength(200)]
    public string Email { get; set; } = "";

    [BindProperty, Required, StringLength(PasswordRules.Longest), DataType(DataType.Password)]
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

        var tried = await gate.TryAsync(Email, Password, HttpContext.Connection.RemoteIpAddress, ct);
        if (tried.PersonId is not { } person)
        {
            return Refuse(tried);
        }

        var reader = await entry.LetInAsync(HttpContext, person, Proof.Password, ct);
        if (tried.IsHashedWithFewerRounds)
        {
            await gate.HashAnewAsync(Password, ct);
        }

        return Enter(reader);
    }

    public async Task<IActionResult> OnPostDemonstrationAsync(Guid person, CancellationToken ct) =>
        settings.IsDemonstration && DemonstrationPerson.All.Any(p => p.Id == person)
            ? Enter(await entry.LetInAsync(HttpContext, person, Proof.Demonstration, ct))
            : NotFound();

    private IActionResult Refuse(Tried tried)
    {
        if (tried.Wait == TimeSpan.Zero)
        {
            return this.Again("", T["E-mail address or password is not right."]);
        }

        Response.Headers.RetryAfter = tried.WaitSeconds.ToString(CultureInfo.InvariantCulture);
        ModelState.AddModelError("", T["Too many tries. Wait {0} seconds, then try again.", tried.WaitSeconds]);
        var page = Page();
        page.StatusCode = StatusCodes.Status429TooManyRequests;
        return page;
    }

    private LocalRedirectResult Enter(Reader reader) => LocalRedirect(Url.IsLocalUrl(Next) ? Next : Home(reader));

    private static string Home(Reader reader) => reader.Countries.FirstOrDefault() is { } country
        ? $"/{country.ToLowerInvariant()}"
        : "/";
}
