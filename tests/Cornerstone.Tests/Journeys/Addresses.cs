using System.Text.RegularExpressions;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Commitments;
using Cornerstone.Features.Library;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Journeys;

/// <summary>One page as one person opens it, and the pattern of the route it stands for.</summary>
internal sealed partial record Sample(string Route, string Path, DemonstrationPerson? Person, int Status = 200)
{
    /// <summary>Public pages carry their language in the address; the others follow the person's.</summary>
    public Sample In(string language) => this with { Path = PublicLanguage().Replace(Path, language) };

    [GeneratedRegex("(?<=^/xs/public/)(en|fr|ar)(?=/|$)")]
    private static partial Regex PublicLanguage();
}

/// <summary>
/// Every page of the program with addresses that lead to something in the demonstration. A new page is added here;
/// until then a test names it.
/// </summary>
internal static partial class Addresses
{
    private const string Country = "{country:country}";

    // These answer with a file or lead elsewhere: there is nothing to look at.
    private static readonly string[] NotToLookAt =
    [
        $"{Country}/library/documents/{{id:guid}}/original",
        $"{Country}/values/{{id:guid}}/evidence/{{evidence:guid}}",
        // Leads to where a passkey is asked for.
        "account/vault/unlock",
        // They open to an unlocked vault alone, and the demonstration holds no words of one.
        $"{Country}/sealed/{{group:guid}}",
        $"{Country}/sealed/{{group:guid}}/new",
        $"{Country}/sealed/{{group:guid}}/{{dossier:guid}}",
        $"{Country}/sealed/{{group:guid}}/{{dossier:guid}}/erasure",
        $"{Country}/sealed/{{group:guid}}/emergencies",
        $"{Country}/sealed/{{group:guid}}/emergencies/call/{{call:guid}}",
        $"{Country}/sealed/{{group:guid}}/emergencies/{{opening:guid}}",
        $"{Country}/sealed/emergency/{{opening:guid}}",
        $"{Country}/sealed/emergency/{{opening:guid}}/{{dossier:guid}}",
        "calendar/{token}.ics",
        $"{Country}/public",
        $"{Country}/public/data/{{**file}}",
        $"{Country}/public/data/support.{{format:length(3,4)}}",
        $"{Country}/public/data/{{table:regex(^(council-benchmarks|commitments)$)}}.{{format:length(3,4)}}",
        "sign-in/code",
        "sign-in/authenticator",
        "un/{**rest:regex(^(sc|sg|ga|hrc|ecosoc|secretariat|other)/.+)}",
    ];

    public static async Task<IReadOnlyList<Sample>> OfAsync(BrowserApp app)
    {
        await using var db = await app.Database.AsAsync(Reader.Operator, TestContext.Current.CancellationToken);
        return
        [
            .. Shell(await SetupTokenAsync(db)),
            .. await LibraryAsync(db),
            .. await InstitutionsAsync(db),
            .. await CommitmentsAsync(db),
            .. await IndicatorsAsync(db),
            .. await ValuesAsync(db),
            .. await LegislationAsync(db),
            .. await PlanAsync(db),
            .. PlanViews(),
            .. Portfolio(),
            .. await PublicationsAsync(db),
            .. Sealed(),
            .. await SheetsAsync(app),
            .. await SupportAsync(app, db),
        ];
    }

    /// <summary>Patterns of all routes that show a page.</summary>
    public static IReadOnlyList<string> RoutesOf(BrowserApp app) =>
    [
        .. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(e => e.RoutePattern.RawText!.Trim('/'))
            .Distinct()
            .Except(NotToLookAt),
    ];

    private static IEnumerable<Sample> Shell(string token) =>
    [
        new("", "/", null),
        new("", "/", Amina),
        new("about", "/about", null),
        new("sign-in", "/sign-in", null),
        new("sign-in/passkey", "/sign-in/passkey", null),
        new("sign-in/organisation", "/sign-in/organisation", null),
        new("sign-in/organisation/return", "/sign-in/organisation/return", null, 422),
        new("sign-out", "/sign-out", Amina),
        new("setup/{token}", $"/setup/{token}", null),
        new("error/{code:int}", "/nothing-here", Amina, 404),
        new(Country, "/xs", Amina),
        new(Country, "/xs", Jamila),
        new($"{Country}/search", "/xs/search", Amina),
        new($"{Country}/search", "/xs/search?q=reform", Amina),
        new("account/sessions", "/account/sessions", Amina),
        new("account/passkeys", "/account/passkeys", Amina),
        new("account/password", "/account/password", Amina),
        new("account/second-step", "/account/second-step", Amina),
        new("account/authenticator", "/account/authenticator", Amina),
        new("account/recovery-codes", "/account/recovery-codes", Amina),
        new("account/tokens", "/account/tokens", Amina),
        new($"{Country}/people/requests", "/xs/people/requests", Karim),
        new($"{Country}/people/organisation", "/xs/people/organisation", Karim),
        new($"{Country}/people/tokens", "/xs/people/tokens", Karim),
        new($"{Country}/reclassification", "/xs/reclassification", Amina),
        new("account/confirm", "/account/confirm", Amina),
        new("{country}/people", "/xs/people", Karim),
        new($"{Country}/sign-in-rules", "/xs/sign-in-rules", Karim),
        new("{country}/workspaces", "/xs/workspaces", Karim),
        new("{country}/journal", "/xs/journal", Karim),
        new("{country}/journal", "/xs/journal", Dmitri),
    ];

    private static async Task<IEnumerable<Sample>> LibraryAsync(AppDb db)
    {
        var mandate = await IdOfAsync(db, "S/RES/9901 (2025)");
        var earlier = await IdOfAsync(db, "S/RES/9877 (2024)");
        var report = await IdOfAsync(db, "S/2026/9904");
        const string library = "/xs/library";
        const string room = $"{Country}/library";
        return
        [
            new(room, library, Amina),
            new(room, $"{library}?q=nothing+at+all", Amina),
            new($"{room}/import", $"{library}/import", Amina),
            new($"{room}/documents/{{id:guid}}", $"{library}/documents/{mandate}", Amina),
            new($"{room}/documents/{{id:guid}}", $"{library}/documents/{report}", Jamila),
            new($"{room}/documents/{{id:guid}}/about", $"{library}/documents/{report}/about", Amina),
            new($"{room}/documents/{{id:guid}}/history", $"{library}/documents/{report}/history", Amina),
            new($"{room}/compare", $"{library}/compare", Amina),
            new($"{room}/compare", $"{library}/compare?a={earlier}&b={mandate}", Amina),
            new($"{room}/graph", $"{library}/graph", Amina),
            new($"{room}/graph", $"{library}/graph?document={mandate}", Amina),
            new($"{room}/search", $"{library}/search", Amina),
            new($"{room}/search", $"{library}/search?q=reform", Amina),
            new($"{room}/tracker", $"{library}/tracker", Amina),
            new($"{room}/tracker", $"{library}/tracker?theme=women&year=2025", Amina),
        ];
    }

    private static async Task<IEnumerable<Sample>> CommitmentsAsync(AppDb db)
    {
        var report = await IdOfAsync(db, "S/2026/9904");
        var followed = await db.Obligations.Where(o => o.ProvisionPath == "op/12").Select(o => o.Id).FirstAsync();
        var dismissed = await db.Obligations.Where(o => o.State == ObligationState.Dismissed).Select(o => o.Id).FirstAsync();
        var waiting = await db.LibraryProvisions.Where(p => p.DocumentId == report && p.Strength >= 2).Select(p => p.Id).FirstAsync();
        const string commitments = "/xs/commitments";
        const string room = $"{Country}/commitments";
        return
        [
            new(room, commitments, Amina),
            new(room, commitments, Dmitri),
            new($"{room}/proposals", $"{commitments}/proposals", Amina),
            new($"{room}/proposals", $"{commitments}/proposals?document={report}", Amina),
            new($"{room}/matrix", $"{commitments}/matrix", Amina),
            new($"{room}/new", $"{commitments}/new?provision={waiting}", Amina),
            new($"{room}/{{id:guid}}", $"{commitments}/{followed}", Amina),
            new($"{room}/{{id:guid}}", $"{commitments}/{followed}?tab=history", Amina),
            new($"{room}/{{id:guid}}", $"{commitments}/{dismissed}", Amina),
            new($"{room}/{{id:guid}}/edit", $"{commitments}/{followed}/edit", Amina),
        ];
    }

    private static Task<Guid> IdOfAsync(AppDb db, string symbol) =>
        db.LibraryDocuments.Where(d => d.Symbol == symbol && d.Language == "en").Select(d => d.Id).SingleAsync(TestContext.Current.CancellationToken);

    private static async Task<string> SetupTokenAsync(AppDb db)
    {
        var now = TimeProvider.System.GetUtcNow();
        var (link, token) = OneTimeLink.Make(Bruno.Id, now.AddDays(1));
        db.OneTimeLinks.Add(link);
        await db.SaveAsync(new Act("access.new-link", "XS", now), TestContext.Current.CancellationToken);
        return token;
    }
}
