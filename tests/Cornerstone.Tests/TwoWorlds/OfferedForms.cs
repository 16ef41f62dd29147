using System.Collections.Concurrent;
using Cornerstone.Access;

namespace Cornerstone.Tests.TwoWorlds;

/// <summary>The forms a person meets on a walk through the invented country, one of each kind: walked once a run. Every world holds the same records under the same ids.</summary>
internal static class OfferedForms
{
    private static readonly ConcurrentDictionary<Guid, Lazy<Task<WorldCrawl>>> Walks = [];

    public static async Task<IReadOnlyList<OfferedForm>> OfAsync(DemonstrationPerson person) => (await WalkOf(person)).Forms;

    /// <summary>The addresses on that walk that showed something, one of each kind.</summary>
    public static async Task<IReadOnlyList<string>> AddressesOfAsync(DemonstrationPerson person) => (await WalkOf(person)).Shown;

    private static Task<WorldCrawl> WalkOf(DemonstrationPerson person) => Walks.GetOrAdd(person.Id, _ => new(() => WalkAsync(person))).Value;

    private static async Task<WorldCrawl> WalkAsync(DemonstrationPerson person)
    {
        await using var world = await Worlds.OneAsync(CancellationToken.None);
        var visitor = await world.AsAsync(person);
        var crawl = new WorldCrawl(visitor, visitor);
        await crawl.WalkAsync(TwoWorldsTests.Starts(world), TwoWorldsTests.MostOfAKind, CancellationToken.None);
        return crawl;
    }
}
