using System.Net;
using Cornerstone.Data;
using Cornerstone.Features.Delineation;
using Cornerstone.Tests.Features.Institutions;
using Cornerstone.Tests.TestKit;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.Delineation;

public sealed class DelineationPagesTests
{
    [Fact]
    public async Task The_catalogue_holds_28_functions()
    {
        await using var app = await TestApp.StartAsync();
        await using var db = await app.DbAsAsync(Amina);

        Assert.Equal(28, (await db.FunctionsAsync("XS", TestContext.Current.CancellationToken)).Count);
    }

    [Theory]
    [InlineData("2024-01-01", null, "2024-06-01", null, true)]
    [InlineData("2024-01-01", "2024-05-31", "2024-06-01", null, false)]
    [InlineData("2024-01-01", "2024-06-01", "2024-06-01", null, true)]
    public async Task The_database_allows_one_agreed_accountable_institution_at_a_time(string from, string? until, string from2, string? until2, bool isRefused)
    {
        await using var app = await TestApp.StartAsync();
        var (police, gendarmerie) = (await app.InstitutionAsync("POL", "Police"), await app.InstitutionAsync("GEN", "Gendarmerie"));
        await using var db = await app.DbAsAsync(Amina);
        db.AddRange(GivenRoles.Accountable(police, from, until), GivenRoles.Accountable(gendarmerie, from2, until2));

        var thrown = await Record.ExceptionAsync(() => db.SaveAsync(new Act("delineation.add", "XS", DateTimeOffset.UnixEpoch), TestContext.Current.CancellationToken));

        Assert.Equal(isRefused, thrown is not null);
        Assert.Equal(isRefused, $"{thrown} {thrown?.InnerException}".Contains("one_accountable", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Others_read_the_matrix_and_take_it_home_and_do_not_change_it()
    {
        await using var app = await TestApp.StartAsync();
        var jamila = await app.AsAsync(Jamila);

        Assert.Equal(HttpStatusCode.OK, await jamila.StatusOfAsync("/xs/delineation"));
        Assert.Equal(HttpStatusCode.OK, await jamila.StatusOfAsync("/xs/delineation/findings"));
        Assert.Equal(HttpStatusCode.OK, await jamila.StatusOfAsync("/xs/delineation?handler=export&format=xlsx"));
        Assert.NotEqual(HttpStatusCode.OK, await jamila.StatusOfAsync("/xs/delineation/public-order/new"));
        Assert.Equal(HttpStatusCode.NotFound, await jamila.StatusOfAsync("/xs/delineation/no-such-function"));
    }
}
