using System.Net;
using System.Text.RegularExpressions;
using Cornerstone.Access;
using Cornerstone.Bench.Load;
using Cornerstone.Tests.TwoWorlds;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;

namespace Cornerstone.Bench.Timing;

/// <summary>An address of one kind: of a record everybody may read, of one that is hidden, and of none; and what the last two answer.</summary>
internal sealed record HiddenKind(string Name, string Readable, string Hidden, string Missing, HttpStatusCode Answer = HttpStatusCode.NotFound);

/// <summary>
/// The addresses of the program that name a record, by route, file and question. A person walks along the links of the second world; beside each record stand hidden ones,
/// which they open while they belong to the compartment and which are not there afterwards.
/// </summary>
internal sealed partial class HiddenKinds(TimedWorlds worlds, DemonstrationPerson person)
{
    private const int MostOfAKind = 6;
    private const int MostLists = 2;
    private readonly List<RouteEndpoint> routes = [.. RoutesOf(worlds.With)];
    private readonly Dictionary<string, List<string>> walked = [];
    private readonly HashSet<string> records = [];
    private readonly Dictionary<string, SortedSet<int>> answers = [];

    /// <summary>Routes that name a record or a thing, and of which no hidden one was met; what a member was answered there.</summary>
    public IReadOnlyList<string> NotMet { get; private set; } = [];

    /// <summary>Pages without a record in their address that show a member more than others.</summary>
    public List<string> Lists { get; } = [];

    /// <summary>Files of such pages, as CSV.</summary>
    public List<string> Files { get; } = [];

    /// <summary>Forms that were offered.</summary>
    public HiddenForms Forms { get; } = new();

    internal static bool IsFile(string address) => Format().IsMatch(address);

    public async Task<IReadOnlyList<HiddenKind>> FindAsync(IEnumerable<string> questions, CancellationToken ct)
    {
        using var visitor = await worlds.With.AsAsync(person);
        string[] starts = [.. routes.Where(r => !NamesRecord(r)).Select(r => Fill(r, _ => "xs")).Concat(questions).Distinct().Where(a => a != "/sign-out")];
        await WalkAsync(visitor, starts, ct);
        var (opened, seen) = (new List<HiddenKind>(), new Dictionary<string, string>());
        string[] files = [.. walked.Values.SelectMany(a => a).Where(a => IsFile(a) && !KindOf(a).IsOfRecord).Select(a => Format().Replace(a, "csv")).Distinct()];
        foreach (var list in starts.Concat(files).Where(a => a.StartsWith("/xs", StringComparison.Ordinal) && !a.StartsWith("/xs/public", StringComparison.Ordinal)))
        {
            seen[list] = (await visitor.ReadAsync(list, ct)).Page;
        }

        await worlds.AsMemberAsync(person, async () =>
        {
            opened.AddRange(await OpenedAsync(visitor, ct));
            foreach (var (list, page) in seen.Where(s => s.Value.Length > 0))
            {
                // Forms' tokens and the policy's nonce are new each time and equally long.
                if ((await visitor.ReadAsync(list, ct)).Page.Length != page.Length) (files.Contains(list) ? Files : Lists).Add(list);
            }
        }, ct);
        var hidden = new List<HiddenKind>();
        foreach (var kind in opened)
        {
            if (hidden.Exists(h => h.Name == kind.Name)) continue;

            var answer = await StatusAsync(visitor, kind.Hidden, ct);
            // What is asked in a question of a page may be passed over; a record that is named by the address is not there.
            if (answer == await StatusAsync(visitor, kind.Missing, ct) && (answer == HttpStatusCode.NotFound || kind.Name.Contains('='))) hidden.Add(kind with { Answer = answer });
        }

        NotMet = [.. routes.Where(NamesRecord).Select(Name).Where(n => !hidden.Exists(h => h.Name.Split('?')[0] == n)).Distinct().Order(StringComparer.Ordinal)
            .Select(n => answers.TryGetValue(n, out var told) ? $"{n} ({string.Join(", ", told)})" : n)];
        return hidden;
    }

    private async Task WalkAsync(LoadVisitor visitor, IEnumerable<string> starts, CancellationToken ct)
    {
        var (ahead, known) = (new Queue<string>(starts), new HashSet<string>(starts));
        while (ahead.TryDequeue(out var address))
        {
            var (here, page) = (new Uri(worlds.With.Root, address), (await visitor.ReadAsync(address, ct)).Page);
            await Forms.MeetAsync(here, page, ct);
            foreach (Match link in Link().Matches(page))
            {
                var next = new Uri(here, WebUtility.HtmlDecode(link.Groups[1].Value));
                if (next.Authority == worlds.With.Root.Authority && known.Add(next.PathAndQuery) && !next.Query.Contains("lang=", StringComparison.Ordinal))
                {
                    records.UnionWith(Guids.Record().Matches(next.AbsolutePath).Select(m => m.Value));
                    if (Noted(next.PathAndQuery) && !Handler().IsMatch(next.Query)) ahead.Enqueue(next.PathAndQuery);
                }
            }
        }
    }

    private bool Noted(string address)
    {
        var (kind, isOfRecord) = KindOf(address);
        if (!walked.TryGetValue(kind, out var some)) walked[kind] = some = [];
        if (some.Count >= (isOfRecord ? MostOfAKind : MostLists)) return false;

        some.Add(address);
        return true;
    }

    private async Task<List<HiddenKind>> OpenedAsync(LoadVisitor member, CancellationToken ct)
    {
        // What no link leads to, such as addresses for programs, is tried with every id that was met.
        var tried = walked.SelectMany(k => k.Value.Select(address => (Kind: k.Key, Address: address)))
            .Concat(routes.Where(r => NamesRecord(r) && r.RoutePattern.Parameters.Count(p => p.Name != "country") == 1 && !walked.ContainsKey(Name(r))).SelectMany(r => records.Select(id => (Kind: Name(r), Address: Fill(r, _ => id)))));
        var opened = new List<HiddenKind>();
        foreach (var (kind, address) in tried.Where(t => opened.Count(o => o.Name == t.Kind) < MostOfAKind))
        {
            foreach (var (hidden, missing) in Beside(address))
            {
                var answer = await StatusAsync(member, hidden, ct);
                // The second world breaks rules, and a page may break with it; what is not there is 404.
                if (answer is HttpStatusCode.OK or HttpStatusCode.InternalServerError) opened.Add(new(kind, address, hidden, missing));
                if (!answers.TryGetValue(kind, out var told)) answers[kind] = told = [];
                told.Add((int)answer);
            }
        }

        return opened;
    }

    // Codes of secret records end in a letter of their own (secrets.sql).
    private IEnumerable<(string Hidden, string Missing)> Beside(string address)
    {
        var missing = Guids.Record().Replace(address, id => SecretTwins.Beside(id.Value, "nobody"));
        if (missing != address) return SecretTwins.Of(address).Select(hidden => (hidden, missing));

        return RouteOf(address) is { } route && Values(route, PathOf(address))?["code"] is string code ? new[] { ("9", "8"), ("Z", "Y") }.Select(end => (With(end.Item1), With(end.Item2))) : [];

        string With(string end) => address.Replace($"/{code}", $"/{code}{end}", StringComparison.Ordinal);
    }

    private (string Kind, bool IsOfRecord) KindOf(string address)
    {
        if (RouteOf(address) is not { } route) return (address, false);
        if (NamesRecord(route)) return (Name(route) + (Handler().Match(address) is { Success: true } handler ? "?" + handler.Value : ""), true);

        return Asked().Match(address) is { Success: true } asked ? ($"{Name(route)}?{asked.Groups[1].Value}=", true) : (Answer().Replace(address, "="), false);
    }

    // As the program would choose it.
    private RouteEndpoint? RouteOf(string address) => routes.Find(r => Values(r, PathOf(address)) is not null);

    private static string PathOf(string address) => address.Split('?')[0];

    private static RouteValueDictionary? Values(RouteEndpoint route, string path)
    {
        var values = new RouteValueDictionary();
        return new TemplateMatcher(new RouteTemplate(route.RoutePattern), []).TryMatch(path, values) && route.RoutePattern.Parameters.All(p => !IsGuid(p) || Guid.TryParse(values[p.Name] as string, out _))
            ? values
            : null;
    }

    // Programs are told to wait when they are in a hurry.
    private static async Task<HttpStatusCode> StatusAsync(LoadVisitor visitor, string address, CancellationToken ct)
    {
        while (true)
        {
            if (await visitor.ReadAsync(address, ct) is { Status: not HttpStatusCode.TooManyRequests } answer) return answer.Status;

            await Task.Delay(TimeSpan.FromSeconds(1), ct);
        }
    }

    // Pages take every method; the most particular first.
    private static IEnumerable<RouteEndpoint> RoutesOf(TimedWorld world) => world.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(r => r.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") ?? true)
        .OrderBy(r => r.RoutePattern.InboundPrecedence);

    private static string Name(RouteEndpoint route) => "/" + route.RoutePattern.RawText!.Trim('/').Replace(":country", "", StringComparison.Ordinal).Replace(":guid", "", StringComparison.Ordinal).Replace("?}", "}", StringComparison.Ordinal);

    private static bool NamesRecord(RouteEndpoint route) => route.RoutePattern.Parameters.Any(p => p.Name is not ("country" or "language") && (!p.IsOptional || IsGuid(p)));

    private static bool IsGuid(RoutePatternParameterPart parameter) => parameter.ParameterPolicies.Any(p => p.Content == "guid");

    private static string Fill(RouteEndpoint route, Func<string, string> value) => "/" + string.Join('/', route.RoutePattern.PathSegments.Select(s => string.Concat(s.Parts.Select(part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternParameterPart { Name: "country" } => "xs",
        RoutePatternParameterPart { Name: "language" } => "en",
        RoutePatternParameterPart parameter => value(parameter.Name),
        _ => "",
    }))));

    [GeneratedRegex("(?<=[?&])handler=[a-z]+", RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Handler();

    [GeneratedRegex("(?<=[?&](format|tables)=)[a-z]+", RegexOptions.None, 2000)]
    private static partial Regex Format();

    [GeneratedRegex("[?&]([A-Za-z]+)=[0-9a-f]{8}-[0-9a-f-]{27}", RegexOptions.None, 2000)]
    private static partial Regex Asked();

    [GeneratedRegex("=[^&]*", RegexOptions.None, 2000)]
    private static partial Regex Answer();

    [GeneratedRegex("<a [^>]*?href=\"([^\"#]+)", RegexOptions.None, 2000)]
    private static partial Regex Link();
}
