using System.Net;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.Institutions;

public sealed class InstitutionPagesTests
{
    [Fact]
    public async Task Others_read_and_do_not_edit_and_what_is_restricted_is_not_there_for_them()
    {
        await using var app = await TestApp.StartAsync();
        var open = await app.InstitutionAsync("POL", "Police");
        var secret = await app.InstitutionAsync("INT", "Secret service", level: Classification.Government);
        var jamila = await app.AsAsync(Jamila);

        Assert.Equal(HttpStatusCode.OK, await jamila.StatusOfAsync($"/xs/institutions/{open}"));
        Assert.Equal(HttpStatusCode.NotFound, await jamila.StatusOfAsync($"/xs/institutions/{secret}"));
        Assert.Equal(HttpStatusCode.NotFound, await jamila.StatusOfAsync($"/xs/institutions/{Guid.CreateVersion7()}"));
        Assert.NotEqual(HttpStatusCode.OK, await jamila.StatusOfAsync($"/xs/institutions/{open}/edit"));
        var list = await (await jamila.Client.GetAsync("/xs/institutions?handler=export&format=csv", TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Police", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret", (await jamila.OpenAsync("/xs/institutions/organigram")).DocumentElement.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_database_holds_one_profile_for_each_day()
    {
        await using var app = await TestApp.StartAsync();
        var id = await app.InstitutionAsync("POL", "Police");
        await using var db = await app.DbAsAsync(Amina);
        db.Add(LinesOfCommandTests.Profile(id, "Another name on the same days"));

        var thrown = await Assert.ThrowsAnyAsync<Exception>(() => db.SaveAsync(new Cornerstone.Data.Act("institutions.edit", "XS", DateTimeOffset.UnixEpoch), TestContext.Current.CancellationToken));

        Assert.Contains("23P01", $"{thrown} {thrown.InnerException}", StringComparison.Ordinal);
    }
}
