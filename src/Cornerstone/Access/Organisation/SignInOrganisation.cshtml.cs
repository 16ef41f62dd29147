using Cornerstone.Languages;
using Cornerstone.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Access.Organisation;

/// <summary>The way to an organisation's identity provider.</summary>
[Public]
public sealed class SignInOrganisationPage(ProviderSignIn signIn, HostSettings settings, Text T) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "next")]
    public string? Next { get; set; }

    public ProviderSettings? Provider => settings.Provider;

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => this.LetFormsGoTo(Provider);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Provider is null)
        {
            return NotFound();
        }

        var (address, wait) = await signIn.BeginAsync(HttpContext, Next, ct);
        return address is not null ? Redirect(address)
            : wait > TimeSpan.Zero ? this.Later(wait, T)
            : this.Again("", T["{0} cannot be reached just now. Try again later, or sign in another way.", Provider.Name]);
    }
}

internal static class ProviderForms
{
    /// <summary>Browsers hold the redirect after a form to the policy of the page the form is on.</summary>
    public static void LetFormsGoTo(this PageModel page, ProviderSettings? provider)
    {
        if (provider is not null)
        {
            page.Response.Headers.ContentSecurityPolicy = ResponseHeaders.Policy.Replace("form-action 'self'", $"form-action 'self' {provider.Origin}", StringComparison.Ordinal);
        }
    }
}
