using Cornerstone.Access.Keys;
using Cornerstone.Access.Sessions;
using Cornerstone.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Cornerstone.Access;

/// <summary>Accounts, cookies and the rule that silence means nobody.</summary>
internal static class AccessSetup
{
    // ASVS 5.0, 11.4.2: PBKDF2 with HMAC-SHA-512 at 210,000 rounds or more.
    public const int PasswordRounds = 210_000;
    public const int ShortestPassword = 12;

    public static void AddAccess(this IServiceCollection services, HostSettings settings)
    {
        services.AddKeys(settings);
        services.AddAuthentication(SessionHandler.Name).AddScheme<AuthenticationSchemeOptions, SessionHandler>(SessionHandler.Name, configureOptions: null);
        services.AddSingleton<Doors>();
        services.AddScoped<Entry>();
        services.AddIdentityCore<Person>(Rules).AddUserStore<PersonStore>().AddSignInManager();
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = PasswordRounds);
        services.AddScoped<CurrentReader>();
        services.AddScoped<IAuthorizationHandler, RequirementHandler>();
        services.AddAuthorization(o => o.FallbackPolicy = new AuthorizationPolicyBuilder().AddRequirements(new NobodyRequirement()).Build());
    }

    public static void UseAccess(this WebApplication app)
    {
        app.UseMiddleware<SameSite>();
        app.UseAuthentication();
        app.UseMiddleware<ReaderMiddleware>();
        app.UseAuthorization();
    }

    private static void Rules(IdentityOptions options)
    {
        options.User.RequireUniqueEmail = true;
        options.Password = new PasswordOptions
        {
            RequiredLength = ShortestPassword,
            RequiredUniqueChars = 4,
            RequireDigit = false,
            RequireLowercase = false,
            RequireUppercase = false,
            RequireNonAlphanumeric = false,
        };
        options.Lockout.MaxFailedAccessAttempts = 8;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
    }
}

/// <summary>Identity's store over our context. It never saves by itself: each change of an account is an act of its own.</summary>
internal sealed class PersonStore : UserOnlyStore<Person, AppDb, Guid>
{
    public PersonStore(AppDb db, IdentityErrorDescriber describer)
        : base(db, describer) => AutoSaveChanges = false;
}
