using Cornerstone.Access.Factors;
using Cornerstone.Access.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Access.Organisation;

/// <summary>Where an organisation's identity provider sends people back to. It makes no accounts: whoever is not linked gets the number to be linked by.</summary>
[Public]
public sealed class OrganisationReturnPage(ProviderSignIn signIn, SecondStep steps, StartedSignIn started, Entry entry) : PageModel
{
    /// <summary>The number of somebody the provider knows and we do not.</summary>
    public string? Subject { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? code, string? state, string? iss, CancellationToken ct)
    {
        if (await signIn.FinishAsync(HttpContext, new(code, state, iss), ct) is not { } back)
        {
            return this.Again();
        }

        if (back.Person is not { } person)
        {
            Subject = back.Subject;
            return this.Again();
        }

        if (!back.HasSecondFactor && await steps.AfterFirstStepAsync(HttpContext, person, Proof.Organisation, ct) is { } step)
        {
            return LocalRedirect(step + (back.Next is null ? "" : QueryString.Create("next", back.Next)));
        }

        await started.EndAsync(HttpContext, ct);
        return this.Enter(await entry.LetInAsync(HttpContext, person, back.HasSecondFactor ? Proof.OrganisationWithSecondFactor : Proof.Organisation, ct), back.Next);
    }
}
