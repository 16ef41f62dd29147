using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.OpenApi;

namespace Cornerstone.Api;

internal static class ApiSetup
{
    /// <summary>Requests of one person, all tokens together, that are answered at once after a pause.</summary>
    public const int AtOnce = 120;

    /// <summary>How many more are answered each second after that.</summary>
    public const int ASecond = 2;

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
