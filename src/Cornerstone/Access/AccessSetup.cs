using Cornerstone.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Cornerstone.Access;

/// <summary>Accounts, cookies and the rule that silence means nobody.</summary>
internal static class AccessSetup
{
    private static readonly TimeSpan LongestSession = TimeSpan.FromHours(8);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(60);

    // ASVS 5.0, 11.4.2: PBKDF2 with HMAC-SHA-512 at 210,000 rounds or more.
    public const int PasswordRounds = 210_000;
    public const int ShortestPassword = 12;

    public static void AddAccess(this IServiceCollection services, HostSettings settings)
    {
        services.AddDataProtection()
            .SetApplicationName("Cornerstone")
            .PersistKeysToFileSystem(Directory.CreateDirectory(Path.Combine(settings.DataFolder, "keys")));
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddIdentityCore<Person>(Rules).AddUserStore<PersonStore>().AddSignInManager();
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = PasswordRounds);
        services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = TimeSpan.Zero);
        services.ConfigureApplicationCookie(Cookie);
        services.AddScoped<CurrentReader>();
        services.AddScoped<IAuthorizationHandler, RequirementHandler>();
        services.AddAuthorization(o => o.FallbackPolicy = new AuthorizationPolicyBuilder().AddRequirements(new NobodyRequirement()).Build());
    }

    public static void UseAccess(this WebApplication app)
    {
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

    private static void Cookie(Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "cornerstone";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.LoginPath = "/sign-in";
        options.ReturnUrlParameter = "next";
        options.ExpireTimeSpan = LongestPause;
        options.SlidingExpiration = true;
        options.Events.OnRedirectToAccessDenied = context =>
        {
            // A page one may not open looks like a page that is not there.
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        };
        options.Events.OnSigningIn = context =>
        {
            context.Properties.SetString("since", context.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture));
            return Task.CompletedTask;
        };
        var stamp = options.Events.OnValidatePrincipal;
        options.Events.OnValidatePrincipal = async context =>
        {
            if (!IsYoung(context.Properties.GetString("since"), context.HttpContext.RequestServices.GetRequiredService<TimeProvider>()))
            {
                context.RejectPrincipal();
                return;
            }

            await stamp(context);
        };
    }

    private static bool IsYoung(string? since, TimeProvider clock) =>
        long.TryParse(since, out var seconds) && clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds) < LongestSession;
}

/// <summary>Identity's store over our context. It never saves by itself: each change of an account is an act of its own.</summary>
internal sealed class PersonStore : UserOnlyStore<Person, AppDb, Guid>
{
    public PersonStore(AppDb db, IdentityErrorDescriber describer)
        : base(db, describer) => AutoSaveChanges = false;
}
