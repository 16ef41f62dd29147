using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.OpenApi;

namespace Cornerstone.Api;

internal static class ApiSetup
{
    public const string Pace = "api";

    /// <summary>Of one person, all tokens together: so many at once, and this many a minute after that.</summary>
    public const int AtOnce = 120;

    private const int PerMinute = 120;

    public static void AddApi(this IServiceCollection services)
    {
        services.Configure<JsonOptions>(o =>
        {
            o.SerializerOptions.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
            o.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        });
        // What is wrong with a question is said in the answer (ApiErrors), so it has to be thrown.
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.AddOpenApi(o =>
        {
            o.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            o.ShouldInclude = description => description.RelativePath?.StartsWith("api/{", StringComparison.Ordinal) ?? false;
            o.AddDocumentTransformer((document, _, _) =>
            {
                Describe(document);
                return Task.CompletedTask;
            });
        });
        services.Configure<RateLimiterOptions>(o => o.AddPolicy(Pace, http => RateLimitPartition.GetTokenBucketLimiter(
            http.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "",
            _ => new() { TokenLimit = AtOnce, TokensPerPeriod = PerMinute / 60, ReplenishmentPeriod = TimeSpan.FromSeconds(1), QueueLimit = 0 })));
    }

    private static void Describe(OpenApiDocument document)
    {
        document.Info = new()
        {
            Title = "Cornerstone",
            Version = "1",
            Description = "What a country’s record of security sector reform holds, for programs. A token reads one country in its maker’s name and shows what its maker would see. "
                + "Null is unknown, never zero. Amounts are in their own currency; only the sums of the ledger are converted, by the rate of each value date. Published figures need no token: /{country}/public/data.",
        };
        document.Servers = [];
        document.Components ??= new();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            ["token"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "Made under “How you sign in”, “Tokens for programs”." },
        };
        document.Security = [new() { [new OpenApiSecuritySchemeReference("token", document)] = [] }];
    }
}
