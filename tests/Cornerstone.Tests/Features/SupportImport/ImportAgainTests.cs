using Cornerstone.Features.Partners;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportImport;
using Cornerstone.Tests.Features.Support;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.SupportImport;

/// <summary>Sources that tell again: more widely, less, closer, or two at once.</summary>
public sealed class ImportAgainTests
{
    private const string Payment = """
        <transaction><transaction-type code="3"/><transaction-date iso-date="2025-09-01"/><value currency="USD" value-date="2025-09-01">-50000</value></transaction>
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_read_for_one_country_brings_the_rest_when_all_of_it_is_asked_for()
    {
        await using var app = await TestApp.StartAsync();
        var file = GivenFiles.File(GivenFiles.Border, GivenFiles.Radio);
        await app.Importer().ImportAsync(file, await app.OrderAsync(only: true), null, Ct);

        var whole = await app.ImportAsync(file);
        var again = await app.ImportAsync(file);
        var part = await app.Importer().ImportAsync(file, await app.OrderAsync(only: true), null, Ct);

        Assert.Equal((false, 1, 1), (whole.IsKnown, whole.Added, whole.Unchanged));
        Assert.True(again.IsKnown);
        Assert.True(part.IsKnown);
    }

    [Fact]
    public async Task A_corrected_payment_that_its_source_drops_and_tells_again_is_there_once()
    {
        await using var app = await TestApp.StartAsync();
        await app.ImportAsync(GivenFiles.File(GivenFiles.Border));
        var corrected = await CorrectAsync(app, -50000m, -45000m);
        var without = GivenFiles.Border.Replace(Payment.Trim(), "", StringComparison.Ordinal);
        Assert.NotEqual(GivenFiles.Border, without);

        await app.ImportAsync(GivenFiles.File(without));
        await using (var gone = await app.AminaAsync())
        {
            Assert.True((await gone.SupportCorrections.SingleAsync(Ct)).IsGone);
            Assert.Equal(3, await gone.Transactions.CountAsync(Ct));
        }

        await app.ImportAsync(GivenFiles.Named("again.xml", GivenFiles.Border, GivenFiles.Radio));
        await using var db = await app.AminaAsync();
        Assert.Equal([-45000m, 250000.55m, 1000000m], await db.Transactions.OrderBy(t => t.Amount).Select(t => t.Amount!.Value).ToListAsync(Ct));
        Assert.Equal(3, (await db.Transactions.SingleAsync(t => t.Id == corrected, Ct)).Said);
        var correction = await db.SupportCorrections.SingleAsync(Ct);
        Assert.Equal((false, false), (correction.IsGone, correction.IsContested));
    }

    [Fact]
    public async Task What_a_source_says_of_an_activity_names_no_organisation_kept_closer_than_the_activity()
    {
        await using var app = await TestApp.StartAsync();
        await app.ImportAsync(GivenFiles.File(GivenFiles.Border));
        var newer = GivenFiles.Border.Replace("Stability Agency", "Order Agency", StringComparison.Ordinal);

        await app.ImportAsync(GivenFiles.File(newer), Classification.Restricted);

        await using var elif = await app.DbAsAsync(Elif);
        var partners = await elif.PartnerIndexAsync("XS", Ct);
        var activity = await elif.Activities.SingleAsync(Ct);
        Assert.Equal(["Kingdom of Arvenna", "Order Agency"], activity.Parties.Select(p => partners.Of(p.PartnerId)?.Names.In("en")));
    }

    [Fact]
    public async Task What_only_a_closer_file_calls_an_organisation_is_not_told_with_it()
    {
        await using var app = await TestApp.StartAsync();
        await app.ImportAsync(GivenFiles.File(GivenFiles.Border));

        var report = await app.ImportAsync(GivenFiles.File(GivenFiles.Radio.Replace("Kingdom of Arvenna", "The Old House", StringComparison.Ordinal)), Classification.Restricted);

        Assert.Equal(1, report.Added);
        await using var db = await app.AminaAsync();
        Assert.Equal(2, await db.Partners.CountAsync(Ct));
        Assert.DoesNotContain("The Old House", await db.PartnerNames.Select(n => n.Text).ToListAsync(Ct));
    }

    [Fact]
    public async Task The_words_of_a_closer_activity_are_kept_as_close_as_the_activity()
    {
        await using var app = await TestApp.StartAsync();
        await app.ImportAsync(GivenFiles.File(GivenFiles.Border), Classification.Restricted);
        var newer = GivenFiles.Border.Replace("Twelve posts", "Fourteen posts", StringComparison.Ordinal);

        var report = await app.ImportAsync(GivenFiles.File(newer), Classification.Public);

        Assert.Equal(1, report.Changed);
        await using var elif = await app.DbAsAsync(Elif);
        Assert.Equal(0, await elif.Activities.CountAsync(Ct) + await elif.SupportPages.CountAsync(Ct));
        await using var db = await app.AminaAsync();
        Assert.Equal(2, await db.SupportPages.CountAsync(p => p.Classification == Classification.Restricted, Ct));
    }

    [Fact]
    public async Task Two_files_that_meet_a_new_publisher_at_once_both_go_in_and_it_has_one_entry()
    {
        await using var app = await TestApp.StartAsync();
        using var both = new Barrier(2);
        var order = await app.OrderAsync();

        var reports = await Task.WhenAll(
            Task.Run(() => app.Importer().ImportAsync(Together(GivenFiles.File(GivenFiles.Border), both), order, null, Ct), Ct),
            Task.Run(() => app.Importer().ImportAsync(Together(GivenFiles.File(GivenFiles.Radio), both), order, null, Ct), Ct));

        Assert.All(reports, r => Assert.Equal((true, 1), (r.IsDone, r.Added)));
        await using var db = await app.AminaAsync();
        Assert.Equal(1, await db.SupportSources.CountAsync(Ct));
        Assert.Equal(1, await db.PartnerNames.CountAsync(n => n.Kind == PartnerNameKind.Identifier && n.Sought == "xm-ex-1", Ct));
        Assert.Equal(2, await db.Partners.CountAsync(Ct));
    }

    // The file is opened once for its fingerprint and once when the register has been read: there each waits for the other.
    private static SupportFile Together(SupportFile file, Barrier both)
    {
        var opened = 0;
        return file with
        {
            Open = () =>
            {
                _ = Interlocked.Increment(ref opened) == 2 && both.SignalAndWait(TimeSpan.FromSeconds(20), Ct);
                return file.Open();
            },
        };
    }

    private static async Task<Guid> CorrectAsync(TestApp app, decimal said, decimal given)
    {
        await using var db = await app.AminaAsync();
        var line = await db.Transactions.SingleAsync(t => t.Amount == said, Ct);
        var activity = await db.Activities.SingleAsync(a => a.Id == line.ActivityId, Ct);
        line.Amount = given;
        db.Add(SupportCorrection.Of(activity, line.Id, nameof(Transaction.Amount), FieldText.Of(said), FieldText.Of(given), "The treasury received so much.", Amina.Id, DateTimeOffset.UnixEpoch));
        await db.SaveAsync(GivenSupport.Adding(), Ct);
        return line.Id;
    }
}
