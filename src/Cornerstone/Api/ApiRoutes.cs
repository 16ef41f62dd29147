using Cornerstone.Access;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.Institutions;
using Cornerstone.Features.Plan;
using Cornerstone.Features.Support;

namespace Cornerstone.Api;

/// <summary>
/// The record for programs: the rows a page would show to the same reader, under addresses and names that stay (decision 37).
/// Who may see what is decided where it is for pages: by the same permissions, and by the database.
/// </summary>
internal static class ApiRoutes
{
    public const string Description = "/api";
    private const string Root = "/api/{country:country}";

    public static void MapApi(this WebApplication app)
    {
        app.MapOpenApi(Description).WithMetadata(new PublicAttribute(), new NeedsNoReaderAttribute());
        var api = app.MapGroup(Root).WithMetadata(new ForProgramsAttribute(), new PaceAttribute(ApiSetup.AtOnce, ApiSetup.ASecond)).AddEndpointFilter<ApiAnswer>();
        api.MapGet("/support/activities", SupportApi.ActivitiesAsync).For(SupportRoom.Read, "Activities of support, as their sources tell them and the country corrected them");
        api.MapGet("/support/activities/{id:guid}", SupportApi.ActivityAsync).For(SupportRoom.Read, "One activity").ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/support/transactions", SupportApi.TransactionsAsync).For(SupportRoom.Read, "What was promised and moved: each line in its own currency. Types are stages, not amounts to add");
        api.MapGet("/support/partners", SupportApi.PartnersAsync).For(SupportRoom.Read, "Organisations that give, pass on, receive or carry out support");
        api.MapGet("/support/ledger", LedgerApi.TableAsync).For(SupportRoom.Read, "Sums of the ledger, each dollar once, in one currency, with what was left out and why");
        api.MapGet("/institutions", PlanApi.InstitutionsAsync).For(InstitutionsRoom.Read, "Institutions of the sector as they were on a day");
        api.MapGet("/plan", PlanApi.PlanAsync).For(PlanRoom.Read, "The national plan that is in force, objective by objective");
        api.MapGet("/indicators", IndicatorApi.IndicatorsAsync).For(BenchmarksRoom.Read, "Indicators in use with their latest value and light");
        api.MapGet("/indicators/{id:guid}/values", IndicatorApi.ValuesAsync).For(BenchmarksRoom.Read, "Values of an indicator by period, area and part").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static RouteHandlerBuilder For(this RouteHandlerBuilder route, string permission, string summary) => route
        .WithMetadata(new RequiresAttribute(permission))
        .WithSummary(summary)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status429TooManyRequests);
}
