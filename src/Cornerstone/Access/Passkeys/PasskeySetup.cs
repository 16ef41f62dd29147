using Microsoft.AspNetCore.Identity;

namespace Cornerstone.Access.Passkeys;

internal static class PasskeySetup
{
    public static void AddPasskeys(this IServiceCollection services, HostSettings settings)
    {
        services.AddScoped<IPasskeyHandler<Person>, PasskeyHandler<Person>>();
        services.AddScoped<PasskeyBook>();
        services.Configure<IdentityPasskeyOptions>(o =>
        {
            // Both factors in one: the device, and what unlocks it (ASVS 5.0, 6.5.6 and 6.7.2).
            o.UserVerificationRequirement = "required";
            // Found by the device itself, so that nobody types whose it is, and nobody learns who has an account.
            o.ResidentKeyRequirement = "required";
            o.AttestationConveyancePreference = "none";
            o.AuthenticatorTimeout = PasskeyBook.Longest;
            o.ServerDomain = settings.Address?.Host;
            o.ValidateOrigin = asked => ValueTask.FromResult(IsOwn(asked, settings.Address));
        });
    }

    // A page of another place, or ours in its frame, asks in its own name: the browser says which.
    private static bool IsOwn(PasskeyOriginValidationContext asked, Uri? address)
    {
        var request = asked.HttpContext.Request;
        return !asked.CrossOrigin
            && Uri.TryCreate(asked.Origin, UriKind.Absolute, out var origin)
            && Uri.TryCreate(address?.ToString() ?? $"{request.Scheme}://{request.Host}", UriKind.Absolute, out var own)
            && origin.GetLeftPart(UriPartial.Authority) == own.GetLeftPart(UriPartial.Authority);
    }
}
