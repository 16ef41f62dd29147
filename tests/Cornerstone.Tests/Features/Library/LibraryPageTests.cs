using System.Net;
using Cornerstone.Tests.Features.LibraryImport;
using Cornerstone.Tests.TestKit;
using Cornerstone.Texts;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.Library;

public sealed class LibraryPageTests
{
    [Fact]
    public async Task An_empty_library_says_what_to_do_next()
    {
        await using var app = await TestApp.StartAsync();

        var page = await (await app.AsAsync(Amina)).OpenAsync("/xs/library");

        Assert.NotNull(page.QuerySelector(".empty a[href='/xs/library/import']"));
    }

    [Theory]
    [InlineData("q=9101", 1)]
    [InlineData("q=S%2FRES%2F91", 2)]
    [InlineData("year=2024", 1)]
    [InlineData("kind=Letter", 0)]
    [InlineData("theme=children", 1)]
    [InlineData("strength=4", 1)]
    [InlineData("language=fr", 0)]
    public async Task The_filter_stands_in_the_address(string query, int expected)
    {
        await using var app = await TestApp.StartAsync();
        await app.BringAsync(LibrarySetting.First);
        await app.BringAsync(LibrarySetting.Second);

        var page = await (await app.AsAsync(Amina)).OpenAsync($"/xs/library?{query}");

        Assert.Equal(expected, page.QuerySelectorAll("table.data tbody tr").Length);
    }

    [Theory]
    [InlineData("divided=true", 1)]
    [InlineData("divided=false", 0)]
    public async Task A_divided_vote_is_found_by_its_filter(string query, int expected)
    {
        await using var app = await TestApp.StartAsync();
        using var akn = new MemoryStream();
        AknWriter.Write(UnText.Parse(LibrarySetting.First) with { Vote = new Vote { For = ["France", "Kenya"], Abstain = ["China"] } }, akn);
        await app.BringAsync(System.Text.Encoding.UTF8.GetString(akn.ToArray()));
        await app.BringAsync(LibrarySetting.Second);

        var page = await (await app.AsAsync(Amina)).OpenAsync($"/xs/library?{query}");

        Assert.Equal(expected, page.QuerySelectorAll("table.data tbody tr").Length);
    }

    [Fact]
    public async Task A_year_that_is_no_number_is_said_at_the_field()
    {
        await using var app = await TestApp.StartAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await (await app.AsAsync(Amina)).StatusOfAsync("/xs/library?year=abc"));
    }

    [Fact]
    public async Task The_list_is_taken_away_as_csv_with_codes_and_names()
    {
        await using var app = await TestApp.StartAsync();
        await app.BringAsync(LibrarySetting.First);

        var csv = await (await app.AsAsync(Amina)).Client.GetStringAsync("/xs/library?handler=export&format=csv", TestContext.Current.CancellationToken);

        Assert.Contains("S/RES/9101 (2023)", csv, StringComparison.Ordinal);
        Assert.Contains("Resolution,Security Council resolution,en,English", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_configures_and_does_not_read()
    {
        await using var app = await TestApp.StartAsync();

        Assert.Contains(await (await app.AsAsync(Karim)).StatusOfAsync("/xs/library"), new[] { HttpStatusCode.Forbidden, HttpStatusCode.NotFound });
    }
}
