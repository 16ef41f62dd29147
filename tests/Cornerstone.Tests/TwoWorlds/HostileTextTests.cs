using AngleSharp;
using AngleSharp.Dom;
using Cornerstone.Access;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.TwoWorlds;

/// <summary>
/// Markup in every sentence the record holds comes out as the words it is, on every page on the way of those who see most
/// (security handbook, goal 23, WB-02).
/// </summary>
public sealed class HostileTextTests
{
    private const string Probe = "xss-probe";

    private static readonly IReadOnlyList<DemonstrationPerson> Readers = TwoWorldsTests.IsWhole ? DemonstrationPerson.All : [Amina];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Markup_in_any_sentence_of_the_record_stays_text_on_every_page()
    {
        await using var world = await Worlds.OneAsync(Ct, "hostile.sql");
        var (pages, showing, live) = (0, 0, new List<string>());
        foreach (var person in Readers)
        {
            var visitor = await world.AsAsync(person);
            var crawl = new WorldCrawl(visitor, visitor)
            {
                Looked = (address, seen) =>
                {
                    pages++;
                    showing += seen.Contains(Probe, StringComparison.Ordinal) ? 1 : 0;
                    live.AddRange(LiveIn(seen).Select(what => $"{address}: {what}"));
                },
            };
            await crawl.WalkAsync(TwoWorldsTests.Starts(world), TwoWorldsTests.MostOfAKind, Ct);
        }

        Assert.True(pages > 250 && showing > 100, $"{pages} pages, {showing} with the markup");
        Assert.Empty(live);
    }

    [Fact]
    public void An_element_an_attribute_and_an_address_would_be_found()
    {
        Assert.Single(LiveIn("200\nContent-Type: text/html\n<p><xss-probe></xss-probe></p>"));
        Assert.Single(LiveIn("200\nContent-Type: text/html\n<p title=\"\" onprobe=\"1\">a</p>"));
        Assert.Single(LiveIn("200\nContent-Type: text/html\n<a href=\"javascript:probe\">a</a>"));
        Assert.Empty(LiveIn("200\nContent-Type: text/html\n<p title='&lt;xss-probe onprobe=1&gt;'>&lt;xss-probe&gt;</p>"));
    }

    private static List<string> LiveIn(string seen)
    {
        var isMarkup = seen.Contains("Content-Type: text/html", StringComparison.Ordinal) || seen.Contains("Content-Type: image/svg", StringComparison.Ordinal);
        // Most pages do not hold it as markup: those that may are read as a browser would.
        if (!isMarkup || !(seen.Contains("<" + Probe, StringComparison.OrdinalIgnoreCase) || seen.Contains("onprobe=\"", StringComparison.OrdinalIgnoreCase) || seen.Contains("javascript:", StringComparison.OrdinalIgnoreCase)))
        {
            return [];
        }

        using var context = BrowsingContext.New(Configuration.Default);
        var page = context.OpenAsync(r => r.Content(seen[seen.IndexOf('<', StringComparison.Ordinal)..])).GetAwaiter().GetResult();
        return page.All.Where(e => e.LocalName.Contains(Probe, StringComparison.OrdinalIgnoreCase) || e.Attributes.Any(IsLive)).Select(e => e.OuterHtml[..Math.Min(160, e.OuterHtml.Length)]).ToList();
    }

    private static bool IsLive(IAttr attribute) => attribute.Name.StartsWith("onprobe", StringComparison.OrdinalIgnoreCase)
        || (attribute.Name is "href" or "src" or "action" or "formaction" or "xlink:href" && attribute.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase));
}
