using System.Net;
using Cornerstone.Data;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.IndicatorValues;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.IndicatorValues;

/// <summary>What the pages refuse and what the database refuses behind them.</summary>
public sealed class ValueWallTests
{
    private const string Values = "/xs/values";

    private static readonly DateTimeOffset Now = new(2026, 2, 1, 9, 0, 0, TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_database_refuses_verification_by_the_author_whatever_the_program_says()
    {
        await using var app = await TestApp.StartAsync();
        var id = await app.ValueAsync(await app.IndicatorAsync(), PointState.Submitted);
        await using var db = await app.DbAsAsync(Bruno);
        var point = (await db.SeriesPoints.FindAsync([id], Ct))!;

        Assert.Equal("benchmarks.own-value", point.Verify(Bruno.Id, Now, true)?.Code);
        Assert.Null(point.Verify(Amina.Id, Now, true));
        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveAsync(new Act("values.verify", "XS", Now), Ct));
    }

    [Fact]
    public async Task The_database_refuses_publication_by_the_author()
    {
        await using var app = await TestApp.StartAsync();
        var id = await app.ValueAsync(await app.IndicatorAsync(), PointState.Verified);
        await using var db = await app.DbAsAsync(Bruno);
        var point = (await db.SeriesPoints.FindAsync([id], Ct))!;

        Assert.Null(point.Publish(Now, new Percentage(0.5m)));

        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveAsync(new Act("values.publish", "XS", Now), Ct));
    }

    [Fact]
    public async Task Who_changed_the_figures_of_another_does_not_verify_them()
    {
        await using var app = await TestApp.StartAsync();
        var id = await app.ValueAsync(await app.IndicatorAsync());
        await using (var db = await app.DbAsAsync(Amina))
        {
            var point = (await db.SeriesPoints.FindAsync([id], Ct))!;
            point.Value = 41m;
            await db.SaveAsync(new Act("values.edit", "XS", Now), Ct);
        }

        await using (var db = await app.DbAsAsync(Bruno))
        {
            (await db.SeriesPoints.FindAsync([id], Ct))!.Submit(Bruno.Id);
            await db.SaveAsync(new Act("values.submit", "XS", Now), Ct);
        }

        await using var again = await app.DbAsAsync(Amina);
        Assert.True(await again.HadAHandAsync(id, Amina.Id, Ct));
        Assert.Null((await again.SeriesPoints.FindAsync([id], Ct))!.Verify(Amina.Id, Now, true));
        await Assert.ThrowsAsync<DbUpdateException>(() => again.SaveAsync(new Act("values.verify", "XS", Now), Ct));
    }

    [Fact]
    public async Task The_figures_of_a_published_value_do_not_change()
    {
        await using var app = await TestApp.StartAsync();
        var id = await app.ValueAsync(await app.IndicatorAsync(), PointState.Published);
        await using var db = await app.DbAsAsync(Amina);
        (await db.SeriesPoints.FindAsync([id], Ct))!.Value = 99m;

        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveAsync(new Act("values.edit", "XS", Now), Ct));
    }

    [Fact]
    public async Task A_focal_point_neither_sees_nor_enters_drafts_of_another_institution()
    {
        await using var app = await TestApp.StartAsync();
        var foreign = await app.IndicatorAsync("SL-T2", isBrunos: false);
        var draft = Guid.Empty;
        await using (var db = await app.DbAsAsync(Amina))
        {
            var point = new SeriesPoint
            {
                IndicatorId = foreign,
                Country = "XS",
                Classification = Classification.Public,
                Period = Period.OfYear(2025),
                Value = 5m,
                Source = "Army",
                EnteredBy = Amina.Id,
                EnteredAt = Now,
            };
            db.SeriesPoints.Add(point);
            await db.SaveAsync(new Act("values.enter", "XS", Now), Ct);
            draft = point.Id;
        }

        var bruno = await app.AsAsync(Bruno);
        Assert.Equal(HttpStatusCode.NotFound, await bruno.StatusOfAsync($"{Values}/{draft}"));
        Assert.Equal(HttpStatusCode.NotFound, await bruno.StatusOfAsync($"{Values}/enter?indicator={foreign}&period=2025"));
        Assert.Equal(HttpStatusCode.NotFound, await (await app.AsAsync(Jamila)).StatusOfAsync($"{Values}/{draft}"));
        Assert.Equal(HttpStatusCode.OK, await (await app.AsAsync(Dmitri)).StatusOfAsync($"{Values}/{draft}"));
    }

    [Fact]
    public async Task An_auditor_reads_values_and_has_no_queue_of_work()
    {
        await using var app = await TestApp.StartAsync();

        Assert.NotEqual(HttpStatusCode.OK, await (await app.AsAsync(Dmitri)).StatusOfAsync(Values));
        Assert.Equal(HttpStatusCode.OK, await (await app.AsAsync(Dmitri)).StatusOfAsync($"{Values}/revisions"));
    }

    [Theory]
    [InlineData("%PDF-1.7 minutes", true)]
    [InlineData("Minutes of the meeting", true)]
    [InlineData("<!doctype html><script>alert(1)</script>", false)]
    [InlineData("PK\u0003\u0004 an archive", false)]
    [InlineData("", false)]
    public void Evidence_is_known_by_its_content(string content, bool isTaken)
    {
        Assert.Equal(isTaken, ValueEvidence.MayTake(System.Text.Encoding.Latin1.GetBytes(content)) is null);
    }
}
