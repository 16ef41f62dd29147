using System.Net;
using Cornerstone.Features.Legislation;
using Cornerstone.Tests.Reclassifications;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Workbooks;

/// <summary>A file opens no record to more readers: such a row stays out and says why.</summary>
public sealed class LoweredLevelsTests
{
    [Fact]
    public async Task The_row_that_lowers_a_level_is_refused_by_name_and_the_others_come_in()
    {
        await using var app = await TestApp.StartAsync();
        await app.LawAsync(Classification.Government, "ACT-1");
        await app.LawAsync(Classification.Partner, "ACT-2");
        var amina = await app.AsAsync(Amina);

        var preview = await WorkbookSetting.SendAsync(amina, HiddenCodesTests.Sheet(
            "Laws",
            ["Code", "Title [en]", "First state on record", "On record since", "Classification"],
            ["ACT-1", "Police ACT-1", "Planned", "2025-01-01", "Public"],
            ["ACT-2", "Police ACT-2, as amended", "Planned", "2025-01-01", "Government"],
            ["ACT-3", "Police ACT-3", "Planned", "2025-01-01", "Public"]), "laws", "laws.xlsx");
        var answer = await amina.SubmitAsync(preview, "form[data-test=apply]", new() { ["Choice"] = "GoodRows" });

        Assert.Equal(("1", "1", "0", "1"), WorkbookSetting.Counts(preview));
        var finding = Assert.Single(preview.QuerySelectorAll("[data-test=finding]")).TextContent;
        Assert.All(["E2", "W15", "two people"], said => Assert.Contains(said, finding, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await using var db = await app.DbAsAsync(Amina);
        Assert.Equal(
            [("ACT-1", Classification.Government), ("ACT-2", Classification.Government), ("ACT-3", Classification.Public)],
            (await db.Laws.OrderBy(l => l.Code).Select(l => new { l.Code, l.Classification }).ToListAsync(TestContext.Current.CancellationToken)).Select(l => (l.Code, l.Classification)));
    }
}
