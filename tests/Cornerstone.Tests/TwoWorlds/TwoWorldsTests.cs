using Cornerstone.Access;
using Cornerstone.Tests.TestKit;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.TwoWorlds;

/// <summary>What a person may not read changes nothing they see: not a count, an order, a file, a header, an error (security handbook, goals 5, 8, 9, 28).</summary>
public sealed class TwoWorldsTests
{
    // On each run those who differ most in what they may read, and one address of each kind; ./cornerstone test --whole for everybody and several.
    internal static readonly bool IsWhole = Environment.GetEnvironmentVariable("CORNERSTONE_WHOLE_WORLDS") is not null;

    private static readonly IReadOnlyList<DemonstrationPerson> Readers = IsWhole ? DemonstrationPerson.All : [Amina, Jamila, Karim];

    internal static readonly int MostOfAKind = IsWhole ? 4 : 1;

    private static readonly string[] Asked = ["search", "library/search", "library/tracker", "indicators", "institutions", "plan"];

    // How long the journal is belongs to what its keepers sign and witnesses hold (decision 20); it says that something was done, not what.
    // Administrators name the members of sealed groups, so they see that a group exists and who is in it; nothing of what it holds (decision 40).
    private static readonly string[] Known =
    [
        .. new[] { Role.Administrator, Role.Auditor }.SelectMany(r => new[] { $"{r} /xs/journal", $"{r} /un/journal" }),
        $"{Role.Administrator} /xs/people/groups",
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Secret_records_change_nothing_for_those_who_may_not_read_them()
    {
        await using var worlds = await Worlds.MakeAsync(Ct);
        var said = new List<string>();
        foreach (var person in Readers)
        {
            said.AddRange(await WalkAsync(worlds, person.Role.ToString(), await worlds.Without.AsAsync(person), await worlds.With.AsAsync(person)));
        }

        said.AddRange(await WalkAsync(worlds, "nobody", worlds.Without.AsNobody(), worlds.With.AsNobody()));

        said.RemoveAll(IsKnown);
        Assert.True(said.Count == 0, $"{said.Count} addresses differ.\n{string.Join('\n', said.Take(40))}");
        Assert.True(worlds.Log.Lines > 0);
        Assert.Empty(worlds.Log.WithCanary);
    }

    [Fact]
    public async Task The_second_world_holds_secrets_in_every_table_and_a_member_of_the_compartment_sees_them()
    {
        await using var worlds = await Worlds.MakeAsync(Ct);

        Assert.DoesNotContain(await worlds.SecretsAsync(Ct), t => t.Value < 0);
        await worlds.AdmitAsync(Amina, Ct);
        var crawl = new WorldCrawl(await worlds.Without.AsAsync(Amina), await worlds.With.AsAsync(Amina));
        await crawl.ReadAsync(["/xs/laws", "/xs/oversight", "/xs/instruments", "/xs/commitments", "/xs/library", "/xs/search?q=" + Worlds.Canary], Ct);
        Assert.Equal(6, crawl.Differences.Count);
    }

    /// <summary>A difference, as it is said, that some may see.</summary>
    internal static bool IsKnown(string difference) => Known.Any(k => difference.StartsWith($"{k}:", StringComparison.Ordinal) || difference.StartsWith($"{k} ", StringComparison.Ordinal));

    private static async Task<IEnumerable<string>> WalkAsync(Worlds worlds, string who, Visitor without, Visitor with)
    {
        var crawl = new WorldCrawl(without, with);
        await crawl.WalkAsync(Starts(worlds.Without), MostOfAKind, Ct);
        TestContext.Current.TestOutputHelper!.WriteLine($"{who}: {crawl.Visited} addresses, {crawl.Differences.Count} differences");
        return crawl.Differences.Select(d => $"{who} {d}");
    }

    /// <summary>Every page without a record in its address, and questions a curious person would ask.</summary>
    internal static IEnumerable<string> Starts(TestApp app) => app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Select(r => AddressOf(r.RoutePattern)).OfType<string>()
        .Concat(Asked.Select(p => $"/xs/{p}?q={Worlds.Canary}"))
        .Where(a => a != "/sign-out").Distinct();

    private static string? AddressOf(RoutePattern pattern)
    {
        var parts = pattern.PathSegments.TakeWhile(s => s.Parts is not [RoutePatternParameterPart { IsOptional: true }]).Select(PartOf).ToList();
        return parts.Contains(null) ? null : "/" + string.Join('/', parts);
    }

    private static string? PartOf(RoutePatternPathSegment segment) => segment.Parts switch
    {
        [RoutePatternLiteralPart literal] => literal.Content,
        [RoutePatternParameterPart { Name: "country" }] => "xs",
        _ => null,
    };
}
