using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;

namespace Cornerstone.Tests.Journeys;

/// <summary>A first view is light enough for a bad line: counted as it travels, compressed, headers included.</summary>
public sealed class WeightTests
{
    private const int FirstViewLimit = 100 * 1024;
    private const int ScriptLimit = 20 * 1024;

    [Fact(Timeout = BrowserApp.LongestMilliseconds)]
    public async Task The_first_view_of_every_page_is_light_and_comes_from_here()
    {
        var app = await BrowserApp.ToLookAtAsync();
        var faults = new List<string>();

        foreach (var visits in (await Addresses.OfAsync(app)).GroupBy(s => s.Person))
        {
            await using var context = await app.ContextAsync(new Look("en"), visits.Key);
            foreach (var sample in visits)
            {
                var weight = await WeighAsync(context, sample);
                TestContext.Current.TestOutputHelper?.WriteLine($"{weight.All,7} {weight.Scripts,6} {sample.Path}");
                faults.AddRange(weight.FaultsOf(sample));
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private static async Task<Weight> WeighAsync(LentContext context, Sample sample)
    {
        var page = await context.NewPageAsync();
        var session = await context.NewCDPSessionAsync(page);
        var answers = new ConcurrentDictionary<string, (string Url, string Kind)>();
        var parts = new ConcurrentQueue<Part>();
        session.Event("Network.responseReceived").OnEvent += (_, e) =>
            answers[Text(e, "requestId")] = (Text(e?.GetProperty("response"), "url"), Text(e, "type"));
        session.Event("Network.loadingFinished").OnEvent += (_, e) =>
        {
            if (answers.TryGetValue(Text(e, "requestId"), out var answer))
            {
                parts.Enqueue(new Part(answer.Url, answer.Kind, (int)e!.Value.GetProperty("encodedDataLength").GetDouble()));
            }
        };
        // Nothing kept from the page before: this is somebody's first view.
        await session.SendAsync("Network.enable");
        await session.SendAsync("Network.setCacheDisabled", new() { ["cacheDisabled"] = true });
        await page.GotoAsync(sample.Path, new() { WaitUntil = WaitUntilState.Load });

        await LentContext.EndAsync(page.CloseAsync());
        return new Weight([.. parts]);
    }

    private static string Text(JsonElement? of, string property) => of!.Value.GetProperty(property).GetString()!;

    private sealed record Part(string Url, string Kind, int Bytes);

    private sealed record Weight(IReadOnlyList<Part> Parts)
    {
        public int All => Parts.Sum(p => p.Bytes);

        public int Scripts => Parts.Where(p => p.Kind == "Script").Sum(p => p.Bytes);

        public IEnumerable<string> FaultsOf(Sample sample)
        {
            if (Parts.Count < 2)
            {
                yield return $"{sample.Path}: only {Parts.Count} answers were weighed";
            }

            if (All > FirstViewLimit)
            {
                yield return $"{sample.Path}: {All} bytes at first view";
            }

            if (Scripts > ScriptLimit)
            {
                yield return $"{sample.Path}: {Scripts} bytes of scripts";
            }

            foreach (var part in Parts.Where(p => new Uri(p.Url) is { Scheme: "http" or "https", Host: not "127.0.0.1" }))
            {
                yield return $"{sample.Path}: fetches from another host {part.Url}";
            }
        }
    }
}
