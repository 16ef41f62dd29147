using Cornerstone.Features.Partners;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportImport;
using Cornerstone.Iati;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.SupportImport;

public sealed class ImportIatiTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_published_activity_comes_in_as_it_was_told()
    {
        await using var app = await TestApp.StartAsync();

        var report = await app.ImportAsync(GivenFiles.File(GivenFiles.Border));

        Assert.True(report.IsDone);
        Assert.Equal((1, 0, 0, 0, 3), (report.Added, report.Changed, report.Unchanged, report.Refused, report.Transactions));
        await using var db = await app.AminaAsync();
        var partners = await db.PartnerIndexAsync("XS", Ct);
        var activity = await db.Activities.SingleAsync(Ct);
        Assert.Equal(new Wording("en", new Dictionary<string, string> { ["en"] = "Border posts", ["fr"] = "Postes frontière" }), activity.Title);
        Assert.Equal((ActivityStatus.Implementation, new DateOnly(2025, 2, 1), "10"), (activity.Status, activity.Starts, activity.FlowType));
        Assert.Equal([new("15210", null, 60m), new("15130", null, 40m)], activity.Sectors);
        Assert.Equal("Kingdom of Arvenna", partners.Of(activity.ReporterId)!.Names.In("en"));
        Assert.Equal(["Kingdom of Arvenna", "Stability Agency"], activity.Parties.Select(p => partners.Of(p.PartnerId)!.Names.In("en")));
        Assert.Equal(new ActivityRelation(RelationKind.Parent, "XM-EX-1-PROG"), Assert.Single(activity.Relations));
        var lines = await db.Transactions.OrderBy(t => t.Number).ToListAsync(Ct);
        Assert.Equal([(TransactionType.OutgoingCommitment, 1000000m, "EUR"), (TransactionType.Disbursement, 250000.55m, "EUR"), (TransactionType.Disbursement, -50000m, "USD")],
            lines.Select(l => (l.Type!.Value, l.Amount!.Value, l.Currency!)));
        Assert.Equal("SA-7", lines[1].ReceiverActivity);
        Assert.Equal(activity.Parties[1].PartnerId, lines[1].ReceiverId);
        Assert.Equal((PlannedKind.Budget, 500000m, true), ((await db.PlannedAmounts.SingleAsync(Ct)).Kind, (await db.PlannedAmounts.SingleAsync(Ct)).Amount!.Value, (await db.PlannedAmounts.SingleAsync(Ct)).IsCommitted!.Value));
        Assert.Equal(2, await db.Partners.CountAsync(Ct));
    }

    [Fact]
    public async Task The_same_file_twice_changes_nothing_and_neither_does_the_same_record_in_another_file()
    {
        await using var app = await TestApp.StartAsync();
        await app.ImportAsync(GivenFiles.File(GivenFiles.Border));
        var acts = (await app.ActsAsync()).Count;

        var again = await app.ImportAsync(GivenFiles.File(GivenFiles.Border));
        Assert.True(again.IsKnown);
        Assert.Equal(1, again.Unchanged);
        Assert.Equal(acts, (await app.ActsAsync()).Count);

        var other = await app.ImportAsync(GivenFiles.File(GivenFiles.Border, GivenFiles.Radio));
        Assert.Equal((1, 0, 1), (other.Added, other.Changed, other.Unchanged));
        await using var db = await app.AminaAsync();
        Assert.Equal(3, await db.Transactions.CountAsync(Ct));
        Assert.Equal(2, await db.ActivityReadings.CountAsync(Ct));
    }

    [Fact]
    public async Task What_the_source_said_can_be_read_again_word_for_word()
    {
        await using var app = await TestApp.StartAsync();
        await app.ImportAsync(GivenFiles.File(GivenFiles.Radio, GivenFiles.Border));
        await using var db = await app.AminaAsync();
        var border = await db.Activities.SingleAsync(a => a.Identifier == "XM-EX-1-BORDER", Ct);

        var said = (await StoredActivities.SaidBeforeAsync(db, [border.Id], Ct))[border.Id];

        var direct = new IatiReader(GivenFiles.File(GivenFiles.Border).Open(), new IatiOptions { Now = new DateTimeOffset(9000, 1, 1, 0, 0, 0, TimeSpan.Zero) }).Read().Single().Activity;
        Assert.Equal(direct, said);
    }

    [Fact]
    public async Task A_repeated_identifier_leaves_both_and_twice_the_file_finds_both_again()
    {
        await using var app = await TestApp.StartAsync();
        var twin = GivenFiles.Radio.Replace("Radios for the police", "Radios for the guard", StringComparison.Ordinal);

        var first = await app.ImportAsync(GivenFiles.File(GivenFiles.Radio, twin));
        var second = await app.ImportAsync(GivenFiles.Named("again.xml", twin, GivenFiles.Radio, GivenFiles.Border));

        Assert.Equal((2, 0), (first.Added, first.Refused));
        Assert.Equal((1, 0, 2), (second.Added, second.Changed, second.Unchanged));
        await using var db = await app.AminaAsync();
        Assert.Equal([1, 2], await db.Activities.Where(a => a.Identifier == "XM-EX-1-RADIO").OrderBy(a => a.Copy).Select(a => (int)a.Copy).ToListAsync(Ct));
    }

    [Fact]
    public async Task A_broken_record_is_named_and_the_others_go_in_or_nothing_does()
    {
        await using var app = await TestApp.StartAsync();
        var file = GivenFiles.File("<iati-activity><title></iati-activity>", "<iati-activity><title><narrative>Nameless</narrative></title></iati-activity>", GivenFiles.Border);

        var whole = await app.Importer().ImportAsync(file, await app.OrderAsync(mode: ImportMode.AllOrNothing), null, Ct);
        Assert.False(whole.IsDone);
        await using (var before = await app.AminaAsync())
        {
            Assert.Equal(0, await before.Activities.CountAsync(Ct) + await before.FileImports.CountAsync(Ct));
        }

        var parts = await app.ImportAsync(file);
        Assert.Equal((1, 2), (parts.Added, parts.Refused));
        Assert.Equal([FileBatch.Broken, FileBatch.NoIdentifier], parts.Changes.Where(c => c.Outcome == RecordOutcome.Refused).Select(c => c.Rule));
        await using var db = await app.AminaAsync();
        var import = await db.FileImports.SingleAsync(Ct);
        Assert.Equal((ImportState.Done, 1, 2, "2.03"), (import.State, import.Added, import.Refused, import.Standard));
        Assert.NotEmpty(import.Findings);
    }

    [Fact]
    public async Task A_preview_says_what_would_happen_and_writes_nothing()
    {
        await using var app = await TestApp.StartAsync();
        await app.ImportAsync(GivenFiles.File(GivenFiles.Border));
        var acts = (await app.ActsAsync()).Count;
        var newer = GivenFiles.Border.Replace("Twelve posts", "Fourteen posts", StringComparison.Ordinal).Replace("250000.55", "260000", StringComparison.Ordinal);

        var preview = await app.Importer().PreviewAsync(GivenFiles.File(newer, GivenFiles.Radio), await app.OrderAsync(), Ct);

        Assert.False(preview.IsDone);
        Assert.Equal((1, 1), (preview.Added, preview.Changed));
        var change = preview.Changes.Single(c => c.Outcome == RecordOutcome.Changed);
        Assert.Equal(["Description"], change.Fields);
        Assert.Equal((0, 1, 0), (change.LinesAdded, change.LinesChanged, change.LinesRemoved));
        Assert.Equal(acts, (await app.ActsAsync()).Count);
        await using var db = await app.AminaAsync();
        Assert.Equal("Twelve posts on the northern border.", (await db.Activities.SingleAsync(Ct)).Description!.In("en"));
    }

    [Fact]
    public async Task Activities_of_other_countries_can_be_left_out()
    {
        await using var app = await TestApp.StartAsync();

        var report = await app.Importer().ImportAsync(GivenFiles.File(GivenFiles.Border, GivenFiles.Radio), await app.OrderAsync(only: true), null, Ct);

        Assert.Equal((1, 1), (report.Added, report.Elsewhere));
    }

    [Fact]
    public async Task A_file_that_was_broken_off_goes_on_where_it_stopped_in_the_same_import()
    {
        await using var app = await TestApp.StartAsync();
        var many = Enumerable.Range(1, 5_000).Select(i => GivenFiles.Radio.Replace("RADIO", $"R{i:D5}", StringComparison.Ordinal)).ToArray();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var order = await app.OrderAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => app.Importer().ImportAsync(GivenFiles.File(many), order, _ => stop.Cancel(), stop.Token));
        await using (var half = await app.AminaAsync())
        {
            Assert.Equal(ImportIati.BatchSize, await half.Activities.CountAsync(Ct));
            Assert.Equal(ImportState.Stopped, (await half.FileImports.SingleAsync(Ct)).State);
        }

        await app.ImportAsync(GivenFiles.File(many));
        await using var db = await app.AminaAsync();
        var import = await db.FileImports.SingleAsync(Ct);
        Assert.Equal(5_000, await db.Activities.CountAsync(Ct));
        Assert.Equal((ImportState.Done, 5_000, 0), (import.State, import.Added, import.Unchanged));
    }

    [Fact]
    public async Task What_is_brought_in_close_is_not_there_for_others_and_their_own_import_stands_beside_it()
    {
        await using var app = await TestApp.StartAsync();
        await app.ImportAsync(GivenFiles.File(GivenFiles.Border), Classification.Restricted);
        await using var elif = await app.DbAsAsync(Elif);

        Assert.Equal(0, await elif.Activities.CountAsync(Ct) + await elif.Transactions.CountAsync(Ct) + await elif.Partners.CountAsync(Ct) + await elif.SupportPages.CountAsync(Ct) + await elif.FileImports.CountAsync(Ct));
        var own = await app.Importer().ImportAsync(GivenFiles.File(GivenFiles.Border), new SupportOrder(elif.Reader, "XS", Classification.Partner), null, Ct);
        Assert.Equal(1, own.Added);
        Assert.Equal(2, await elif.Partners.CountAsync(Ct));
    }

    [Fact]
    public async Task A_file_that_declares_a_document_type_is_refused()
    {
        await using var app = await TestApp.StartAsync();
        var hostile = SupportFile.Of("x.xml", "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><iati-activities/>"u8.ToArray());

        await Assert.ThrowsAsync<UnreadableIatiException>(() => app.ImportAsync(hostile));

        await using var db = await app.AminaAsync();
        Assert.Equal(0, await db.FileImports.CountAsync(Ct));
    }
}
