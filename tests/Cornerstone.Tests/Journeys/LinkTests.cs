using System.Net;
using AngleSharp.Dom;
using Cornerstone.Tests.TestKit;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Journeys;

/// <summary>Whatever the program links to inside itself is there.</summary>
public sealed class LinkTests
{
    // Enough to meet every kind of page many times over in the demonstration.
    private const int MostPages = 300;

    [Fact(Timeout = BrowserApp.LongestMilliseconds)]
    public async Task No_link_of_the_secretariat_leads_to_nothing()
    {
        await using var app = await BrowserApp.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(app.Root) };
        var amina = new Visitor(client);
        var entry = await amina.OpenAsync("/sign-in");
        (await amina.PostAsync("/sign-in?handler=Demonstration", entry, new() { ["person"] = Amina.Id.ToString() })).Dispose();

        var crawl = new Crawl(client);
        await crawl.FollowAsync("/xs", MostPages, TestContext.Current.CancellationToken);

        Assert.True(crawl.Visited > 30, $"Only {crawl.Visited} pages were linked from the start.");
        Assert.True(crawl.Broken.Count == 0, string.Join('\n', crawl.Broken));
    }

    private sealed class Crawl(HttpClient client)
    {
        private readonly Queue<(string Path, string From)> _ahead = new();
        private readonly HashSet<string> _known = [];
        private readonly HashSet<(string Path, string Place, string From)> _places = [];
        private readonly Dictionary<string, HashSet<string>> _placesOn = [];

        public List<string> Broken { get; } = [];

        public int Visited { get; private set; }

        public async Task FollowAsync(string start, int most, CancellationToken ct)
        {
            Add(start, "the start");
            while (Visited < most && _ahead.TryDequeue(out var next))
            {
                Visited++;
                using var answer = await client.GetAsync(next.Path, ct);
                if (!answer.IsSuccessStatusCode)
                {
                    Broken.Add($"{next.Path} answered {(int)answer.StatusCode}, linked from {next.From}");
                }
                else if (answer.Content.Headers.ContentType?.MediaType == "text/html")
                {
                    AddLinksOf(await Visitor.ParseAsync(answer), next.Path);
                }
            }

            Broken.AddRange(_places
                .Where(p => _placesOn.TryGetValue(p.Path, out var there) && !there.Contains(p.Place))
                .Select(p => $"#{p.Place} is not on {p.Path}, linked from {p.From}"));
        }

        private void AddLinksOf(IDocument page, string from)
        {
            _placesOn[from] = [.. page.QuerySelectorAll("[id]").Select(e => e.Id!)];
            foreach (var link in page.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!))
            {
                var address = new Uri(new Uri(client.BaseAddress!, from), link);
                if (address.Authority != client.BaseAddress!.Authority)
                {
                    continue;
                }

                Add(address.PathAndQuery, from);
                if (address.Fragment.Length > 1)
                {
                    _places.Add((address.PathAndQuery, Uri.UnescapeDataString(address.Fragment[1..]), from));
                }
            }
        }

        // A language is chosen by a link too; following it would read every page six times.
        private void Add(string path, string from)
        {
            if (!path.Contains("lang=", StringComparison.Ordinal) && _known.Add(path))
            {
                _ahead.Enqueue((path, from));
            }
        }
    }
}
