using Cornerstone.Access.Factors;
using Cornerstone.Access.Keys;
using Cornerstone.Access.Organisation;
using Cornerstone.Access.Passkeys;
using Cornerstone.Access.Passwords;
using Cornerstone.Access.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace Cornerstone.Access;

/// <summary>Accounts, cookies and the rule that silence means nobody.</summary>
internal static class AccessSetup
{
    public static void AddAccess(this IServiceCollection services, HostSettings settings)
    {
        services.AddKeys(settings);
        services.AddAuthentication(SessionHandler.Name).AddScheme<AuthenticationSchemeOptions, SessionHandler>(SessionHandler.Name, configureOptions: null);
        services.AddSingleton<Doors>();
        services.AddScoped<Entry>();
        services.AddSingleton<IPasswordHasher<Person>, PasswordHasher<Person>>();
        // Whatever an address may hold a user name may hold too: o'brien@example.org.
        services.AddIdentityCore<Person>(o => o.User = new() { RequireUniqueEmail = true, AllowedUserNameCharacters = "" }).AddUserStore<PersonStore>();
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = PasswordHashing.Rounds);
        services.AddSingleton<PasswordHashing>();
        services.AddSingleton<Throttle>();
        services.AddSingleton(settings.BreachedPasswords);
        services.AddScoped<PasswordGate>();
        services.AddSingleton<SecretLock>();
        services.AddScoped<StartedSignIn>();
        services.AddScoped<SecondStep>();
        services.AddScoped<CodeBook>();
        services.AddScoped<AuthenticatorOffers>();
        services.AddPasskeys(settings);
        services.AddSingleton<FairShare>();
        services.AddSingleton<FilesInTurn>();
        services.AddSingleton<ProviderCalls>();
        services.AddScoped<ProviderSignIn>();
        services.AddScoped<CurrentReader>();
        services.AddScoped<IAuthorizationHandler, RequirementHandler>();
        services.AddAuthorization(o => o.FallbackPolicy = new AuthorizationPolicyBuilder().AddRequirements(new NobodyRequirement()).Build());
    }

    public static void UseAccess(this WebApplication app)
    {
        app.UseMiddleware<SameSite>();
        app.UseAuthentication();
        // Before anything is read for a request: one that has to wait holds no connection.
        app.Use(next => http => app.Services.GetRequiredService<FairShare>().InvokeAsync(http, next));
        app.UseMiddleware<FilesInTurn>();
        app.UseMiddleware<ReaderMiddleware>();
        app.UseAuthorization();
    }
}
