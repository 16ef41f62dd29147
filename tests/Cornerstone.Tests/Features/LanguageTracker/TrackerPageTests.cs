using System.Net;
using Cornerstone.Features.LanguageTracker;
using Cornerstone.Tests.Features.LibraryImport;
using Cornerstone.Tests.TestKit;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.LanguageTracker;

public sealed class TrackerPageTests
{
    [Fact]
    public async Task The_first_view_counts_resolutions_that_mention_security_sector_reform()
    {
        await using var app = await TestApp.StartAsync();
        await app.BringAsync(LibrarySetting.First);
        await app.BringAsync(LibrarySetting.Second);

        var page = await (await app.AsAsync(Amina)).OpenAsync("/xs/library/tracker");

        Assert.Contains("1 document in the set", page.QuerySelector("[data-test=set]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll("tbody tr"), r => r.TextContent.Contains("Women and gender", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_set_named_by_symbols_says_which_were_not_read_or_not_held()
    {
        await using var app = await TestApp.StartAsync();
        await app.BringAsync(LibrarySetting.First);
        await app.BringAsync(LibrarySetting.Second);

        var page = await (await app.AsAsync(Amina)).OpenAsync("/xs/library/tracker?symbols=s/res/9101(2023)%0AS/RES/9102%20(2024)%0Anonsense%0AS/RES/1%20(1946)");

        Assert.Contains("2 documents in the set", page.QuerySelector("[data-test=set]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("nonsense", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("S/RES/1 (1946)", page.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_year_is_said_at_the_field()
    {
        await using var app = await TestApp.StartAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await (await app.AsAsync(Amina)).StatusOfAsync("/xs/library/tracker?from=12"));
    }

    [Fact]
    public void A_share_of_nothing_is_not_zero()
    {
        var table = new TrackerTable(new Dictionary<int, int> { [2020] = 11, [2022] = 1 }, [new("gender", 2020, 4, 9)]);

        Assert.Equal(4m / 11m, table.Share("gender", 2020));
        Assert.Null(table.Share("gender", 2021));
        Assert.Equal(0m, table.Share("gender", 2022));
        Assert.Equal([2020, 2021, 2022], table.Years);
    }
}
