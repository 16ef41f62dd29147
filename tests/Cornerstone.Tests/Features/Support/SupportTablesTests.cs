using Cornerstone.Data;
using Cornerstone.Features.Support;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.Support;

public sealed class SupportTablesTests
{
    private static readonly Guid Somewhere = new("00000000-0000-7000-8000-00000000abcd");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_activity_comes_back_as_it_was_stored()
    {
        await using var app = await TestApp.StartAsync();
        var partner = await app.PartnerAsync("Kingdom of Arvenna");
        var stored = await app.ActivityAsync("AR-1", adjust: a =>
        {
            a.Parties = [new(PartyRole.Funding, partner.Id, "AR-0"), new(null, null)];
            a.Sectors = [new("15210", null, 60m), new("15130", null, 40m)];
            a.Markers = [new("1", Significance: 2)];
            a.Places = [new("Velmar", "SOL-N", 4.5m, -7.25m)];
            a.Relations = [new(RelationKind.Parent, "AR-0")];
            a.AidTypes = ["C01"];
            a.ReporterId = partner.Id;
        });
        await using var db = await app.DbAsAsync(Amina);
        db.Add(GivenSupport.Paid(stored, -1234567.123456m));
        db.Add(GivenSupport.Paid(stored, null));
        await db.SaveAsync(GivenSupport.Adding(), Ct);

        var read = await db.Activities.AsNoTracking().SingleAsync(Ct);
        var paid = await db.Transactions.AsNoTracking().OrderBy(t => t.Amount).ToListAsync(Ct);

        Assert.Equivalent(stored, read);
        Assert.Equal(-1234567.123456m, paid[0].Amount);
        Assert.Null(paid[1].Amount);
        Assert.Null(paid[1].Value);
    }

    [Fact]
    public async Task What_belongs_to_an_activity_has_its_level()
    {
        await using var app = await TestApp.StartAsync();
        var activity = await app.ActivityAsync("AR-1", Classification.Government);
        await using var db = await app.DbAsAsync(Amina);
        var open = GivenSupport.Paid(activity, 1m);
        open.Classification = Classification.Public;

        db.Add(open);

        Assert.Equal(PostgresErrorCodes.ForeignKeyViolation, await RefusedAsync(db));
    }

    [Fact]
    public async Task Nothing_belongs_to_an_activity_that_is_not_there_and_nobody_unknown_is_named()
    {
        await using var app = await TestApp.StartAsync();
        var activity = await app.ActivityAsync("AR-1");
        var nowhere = new Activity { Id = Somewhere, Country = "XS", Classification = Classification.Public, SourceId = activity.SourceId, Identifier = "X", RecordedBy = Amina.Id, RecordedAt = default };
        await using var db = await app.DbAsAsync(Amina);
        db.Add(GivenSupport.Paid(nowhere, 1m));
        Assert.Equal(PostgresErrorCodes.ForeignKeyViolation, await RefusedAsync(db));

        var payment = GivenSupport.Paid(activity, 1m);
        payment.ReceiverId = Somewhere;
        db.Add(payment);
        Assert.Equal(PostgresErrorCodes.ForeignKeyViolation, await RefusedAsync(db));

        db.Add(new Activity { Country = "XS", Classification = Classification.Public, SourceId = Somewhere, Identifier = "Y", RecordedBy = Amina.Id, RecordedAt = default });
        Assert.Equal(PostgresErrorCodes.ForeignKeyViolation, await RefusedAsync(db));
    }

    [Fact]
    public async Task A_new_level_of_an_activity_is_that_of_all_that_belongs_to_it_and_of_the_page_it_stands_on()
    {
        await using var app = await TestApp.StartAsync();
        var activity = await app.ActivityAsync("AR-1");
        await using var db = await app.DbAsAsync(Amina);
        var page = new SupportPage { Id = Guid.CreateVersion7(), Country = "XS", Classification = Classification.Public, Content = [1] };
        db.AddRange(page, GivenSupport.Paid(activity, 5m));
        db.Add(new ActivityReading
        {
            Id = Guid.CreateVersion7(),
            ActivityId = activity.Id,
            Country = "XS",
            Classification = Classification.Public,
            ImportId = Somewhere,
            PageId = page.Id,
            Start = 0,
            Length = 1,
            Line = 1,
        });
        await db.SaveAsync(GivenSupport.Adding(), Ct);

        var changed = await db.Activities.SingleAsync(Ct);
        changed.Classification = Classification.Restricted;
        await db.SaveAsync(GivenSupport.Adding(), Ct);

        Assert.Equal(Classification.Restricted, (await db.Transactions.AsNoTracking().SingleAsync(Ct)).Classification);
        Assert.Equal(Classification.Restricted, (await db.ActivityReadings.AsNoTracking().SingleAsync(Ct)).Classification);
        Assert.Equal(Classification.Restricted, (await db.SupportPages.AsNoTracking().SingleAsync(Ct)).Classification);
        await using var elif = await app.DbAsAsync(Elif);
        Assert.Empty(await elif.Transactions.ToListAsync(Ct));
        Assert.Empty(await elif.SupportPages.ToListAsync(Ct));
    }

    [Fact]
    public async Task An_activity_is_never_removed()
    {
        await using var app = await TestApp.StartAsync();
        await app.ActivityAsync("AR-1");
        await using var db = await app.DbAsAsync(Amina);

        db.Remove(await db.Activities.SingleAsync(Ct));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await RefusedAsync(db));
    }

    [Fact]
    public void Whoever_proposes_an_alignment_does_not_judge_it()
    {
        var alignment = new ActivityAlignment { ActivityId = Somewhere, Country = "XS", Classification = Classification.Public, Lineage = Somewhere, ProposedBy = Elif.Id, ProposedAt = default };

        Assert.Equal("support.own-alignment", alignment.Judge(true, Elif.Id, default)?.Code);
        Assert.Null(alignment.Judge(true, Amina.Id, default));
        Assert.Equal(AlignmentState.Agreed, alignment.State);
    }

    private static async Task<string?> RefusedAsync(AppDb db)
    {
        var thrown = await Assert.ThrowsAnyAsync<Exception>(() => db.SaveAsync(GivenSupport.Adding(), Ct));
        db.ChangeTracker.Clear();
        await db.BeginAsync(db.Reader, Ct);
        return (thrown as PostgresException ?? thrown.InnerException as PostgresException)?.SqlState;
    }
}
