using System.Text;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportPublishing;
using Cornerstone.Iati;
using Cornerstone.Iati.Tests;
using Cornerstone.Tests.Features.Support;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.TestKit.People;
using Activity = Cornerstone.Iati.Activity;

namespace Cornerstone.Tests.Features.SupportCoordination;

/// <summary>The activities behind a figure as a file of the standard: for the reader who asks, and no others.</summary>
public sealed class LedgerExportTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ledger/rows?view=Funding&component=POL")]
    [InlineData("explorer?rows=partner&columns=none&view=Funding&component=POL")]
    public async Task The_activities_of_a_figure_go_out_and_read_back_equal(string page)
    {
        await using var app = await TestApp.SoleniaAsync();
        var amina = await app.AsAsync(Amina);

        var file = await amina.Client.GetByteArrayAsync($"/xs/support/{page}&handler=export&format=iati", Ct);

        var read = Read(file);
        var behind = (await amina.Client.GetStringAsync("/xs/support/ledger/rows?view=Funding&component=POL&handler=export&format=csv", Ct)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(',')[0].Trim('"')).ToHashSet();
        Assert.NotEmpty(read);
        // The standard has no place for those whose reporter has no identifier there.
        await using var db = await app.DbAsAsync(Amina);
        var partners = await NamedPartners.SeenAsync(db, "XS", Ct);
        var placed = (await db.Activities.AsNoTracking().Where(a => a.Country == "XS" && behind.Contains(a.Identifier)).ToListAsync(Ct))
            .Where(a => a.Status is not null && (a.Starts ?? a.Ends) is not null && partners.Of(a.ReporterId) is { Reference: not null, Kind: not null }).Select(a => a.Identifier).ToHashSet();
        Assert.Equal(placed.Order(StringComparer.Ordinal), read.Select(a => a.Identifier!).Distinct().Order(StringComparer.Ordinal));
        Assert.NotEqual(behind.Count, placed.Count);
        Assert.Equal(file, Written(read, file));
        Assert.Contains("format=iati", (await amina.OpenAsync($"/xs/support/{page}")).QuerySelector("[data-export] a:last-child")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_activity_keeps_its_money_line_by_line()
    {
        await using var app = await TestApp.SoleniaAsync();
        await using var db = await app.DbAsAsync(Amina);
        var lines = (await db.Transactions.AsNoTracking().Where(t => t.Country == "XS" && t.Amount != null && t.Date != null && t.Currency != null && t.Type != null).ToListAsync(Ct)).ToLookup(t => t.ActivityId);
        var activities = await db.Activities.AsNoTracking().Where(a => a.Country == "XS").ToListAsync(Ct);

        var read = Read(await (await app.AsAsync(Amina)).Client.GetByteArrayAsync("/xs/support/explorer?view=Funding&handler=export&format=iati", Ct));

        Assert.True(read.Count > 20, $"{read.Count}");
        Assert.All(read, told => Assert.Contains(activities.Where(a => a.Identifier == told.Identifier), a =>
            lines[a.Id].Select(t => t.Amount!.Value).Order().SequenceEqual(told.Transactions.Select(t => t.Value!.Number!.Value).Order())));
    }

    [Fact]
    public async Task The_official_schema_accepts_it()
    {
        Assert.SkipWhen(RealFiles.Folder is null, RealFiles.Absent);
        await using var app = await TestApp.SoleniaAsync();

        var file = await (await app.AsAsync(Amina)).Client.GetByteArrayAsync("/xs/support/explorer?view=Funding&handler=export&format=iati", Ct);

        Assert.Empty(OfficialSchema.Refusals(file));
    }

    [Fact]
    public async Task What_a_reader_may_not_see_is_not_in_his_file()
    {
        await using var app = await TestApp.SoleniaAsync();
        var elif = await app.AsAsync(Elif);
        var before = await elif.Client.GetByteArrayAsync(Everything, Ct);
        var reporter = await app.PartnerAsync("Hidden Ministry", Classification.Restricted);
        var secret = await app.ActivityAsync("XM-SECRET-1", Classification.Restricted, a => (a.Sectors, a.ReporterId) = ([new("15134")], reporter.Id));
        await using (var db = await app.DbAsAsync(Amina))
        {
            db.Add(GivenSupport.Paid(secret, 77m));
            await db.SaveAsync(GivenSupport.Adding(), Ct);
        }

        Assert.Equal(Read(before).Select(a => a.Identifier), Read(await elif.Client.GetByteArrayAsync(Everything, Ct)).Select(a => a.Identifier));
        Assert.DoesNotContain("SECRET", Encoding.UTF8.GetString(await elif.Client.GetByteArrayAsync(Everything, Ct)), StringComparison.Ordinal);
    }

    private const string Everything = "/xs/support/explorer?view=Funding&handler=export&format=iati";

    private static List<Activity> Read(byte[] file)
    {
        using var stream = new MemoryStream(file);
        return [.. new IatiReader(stream, new IatiOptions { Now = DateTimeOffset.UnixEpoch }).Read().Select(r => r.Activity!)];
    }

    private static byte[] Written(List<Activity> activities, byte[] file)
    {
        var generated = System.Text.RegularExpressions.Regex.Match(Encoding.UTF8.GetString(file), "generated-datetime=\"([^\"]+)\"").Groups[1].Value;
        using var memory = new MemoryStream();
        using (var writer = new IatiWriter(memory, RecordKind.Activity, DateTimeOffset.Parse(generated, System.Globalization.CultureInfo.InvariantCulture)))
        {
            activities.ForEach(writer.Write);
        }

        return memory.ToArray();
    }
}
