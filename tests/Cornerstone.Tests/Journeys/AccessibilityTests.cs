using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Cornerstone.Tests.Journeys;

/// <summary>
/// Every page meets WCAG 2.2 AA as far as a program can tell, in both directions of writing, on a desk and on a phone.
/// Asking is the longest part of the suite, so each page is asked twice, not four times: English on a desk, Arabic on a phone.
/// That it fits a phone is looked at in both.
/// </summary>
public sealed class AccessibilityTests
{
    private const string Violations =
        """
        async () => (await axe.run(document, {
            runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
            resultTypes: ["violations"],
        })).violations.map(v => `${v.id}, ${v.nodes.length} times: ${v.help}: ${v.nodes[0].html}`)
        """;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    [Fact(Timeout = BrowserApp.LongestMilliseconds)]
    public async Task Every_page_has_an_address_to_look_at()
    {
        var app = await BrowserApp.ToLookAtAsync();

        var samples = await Addresses.OfAsync(app);

        Assert.NotEmpty(samples);
        Assert.Empty(Addresses.RoutesOf(app).Except(samples.Select(s => s.Route)));
    }

    [Theory(Timeout = BrowserApp.LongestMilliseconds)]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task Every_page_is_accessible_and_fits(string language)
    {
        var app = await BrowserApp.ToLookAtAsync();
        var look = new Look(language);
        var faults = new List<string>();

        foreach (var visits in (await Addresses.OfAsync(app)).GroupBy(s => s.Person))
        {
            await using var context = await app.ContextAsync(look, visits.Key);
            var page = await context.NewPageAsync();
            var complaints = new Complaints(page);
            foreach (var sample in visits.Select(s => s.In(language)))
            {
                var found = await FaultsAsync(page, look, sample);
                faults.AddRange(found.Concat(complaints.Take()).Select(f => $"{sample.Path}: {f}"));
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private static async Task<List<string>> FaultsAsync(IPage page, Look look, Sample sample)
    {
        var faults = new List<string>();
        await page.SetViewportSizeAsync(Look.Desk, 900);
        var answer = await page.GotoAsync(sample.Path);
        if (answer!.Status != sample.Status)
        {
            return [$"answered {answer.Status}"];
        }

        var html = page.Locator("html");
        var (lang, dir) = (await html.GetAttributeAsync("lang"), await html.GetAttributeAsync("dir"));
        if ((lang, dir) != (look.Language, look.Direction))
        {
            faults.Add($"is marked {lang} {dir}");
        }

        if (await page.TitleAsync() is var title && !title.Contains(" · ", StringComparison.Ordinal))
        {
            faults.Add($"is titled {title}, as others are");
        }

        if (look.Language == "en")
        {
            faults.AddRange(await ViolationsAsync(page, Look.Desk));
        }

        await page.SetViewportSizeAsync(Look.Phone, 844);
        if (look.Language == "ar")
        {
            faults.AddRange(await ViolationsAsync(page, Look.Phone));
        }

        if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") is > 0 and var over)
        {
            faults.Add($"is {over} pixels wider than a phone: {await WidestAsync(page)}");
        }

        return faults;
    }

    // The rules run in the page itself. The package's own call opens a second page for each answer: three times as long.
    private static async Task<IEnumerable<string>> ViolationsAsync(IPage page, int width)
    {
        await page.EvaluateAsync(Axe);
        return (await page.EvaluateAsync<string[]>(Violations)).Select(v => $"at {width}: {v}");
    }

    // Names the element that sticks out, so that the failure says what to mend.
    private static Task<string> WidestAsync(IPage page) => page.EvaluateAsync<string>(
        """
        () => [...document.querySelectorAll("body *")]
            .filter(e => { const r = e.getBoundingClientRect(); return r.width && (r.right > innerWidth + 1 || r.left < -1); })
            .map(e => e.tagName.toLowerCase() + "." + e.className).slice(0, 4).join(", ")
        """);
}
