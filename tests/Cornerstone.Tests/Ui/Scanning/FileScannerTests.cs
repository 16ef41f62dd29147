using System.Diagnostics;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Cornerstone.Operations;
using Cornerstone.Tests.Features.IndicatorValues;
using Cornerstone.Tests.TestKit;
using Cornerstone.Tests.Vaults;
using Cornerstone.Ui.Scanning;
using Microsoft.Extensions.DependencyInjection;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Ui.Scanning;

/// <summary>A scanner of viruses beside the program (security handbook §3, UP-08): what it finds, what it does not look at, and what happens while it is down.</summary>
public sealed class FileScannerTests
{
    private static readonly byte[] Harmful = Encoding.UTF8.GetBytes($"Minutes of a meeting, and {SmallScanner.Mark}.");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_byte_of_a_file_is_looked_at_and_a_clean_one_goes_in()
    {
        await using var service = new SmallScanner();
        await using var app = await StartAsync(service.Scanner);
        var (bruno, value) = (await app.AsAsync(Bruno), await app.ValueAsync(await app.IndicatorAsync()));
        var content = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 40_000).Select(i => $"line {i}\n")));

        using var sent = await SentFileQuotaTests.EvidenceAsync(bruno, value, "list.txt", content);

        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Equal(content, Assert.Single(service.Seen));
        Assert.NotEmpty((await bruno.OpenAsync($"/xs/values/{value}")).QuerySelectorAll("a[href*='/evidence/']"));
    }

    [Fact]
    public async Task A_file_in_which_something_is_found_is_not_taken_and_its_sender_hears_what_and_in_which()
    {
        await using var service = new SmallScanner();
        await using var app = await StartAsync(service.Scanner);
        var (bruno, value) = (await app.AsAsync(Bruno), await app.ValueAsync(await app.IndicatorAsync()));
        var acts = await app.ActsAsync();

        using var sent = await SentFileQuotaTests.EvidenceAsync(bruno, value, "minutes.txt", Harmful);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.StatusCode);
        var said = (await Visitor.ParseAsync(sent)).QuerySelector("main")!.TextContent;
        Assert.Contains("“minutes.txt”: Solenia.Test.Word.", said, StringComparison.Ordinal);
        Assert.Equal(acts, await app.ActsAsync());
        Assert.Empty((await bruno.OpenAsync($"/xs/values/{value}")).QuerySelectorAll("a[href*='/evidence/']"));
    }

    [Fact]
    public async Task Of_several_files_one_that_is_harmful_keeps_all_out()
    {
        await using var service = new SmallScanner();
        await using var app = await StartAsync(service.Scanner);
        var amina = await app.AsAsync(Amina);
        var token = (await amina.OpenAsync("/xs/library/import")).QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")!.Value;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        form.Add(new ByteArrayContent("1. Decides to remain seized of the matter."u8.ToArray()), "Files", "one.txt");
        form.Add(new ByteArrayContent(Harmful), "Files", "two.txt");

        using var sent = await amina.Client.PostAsync("/xs/library/import", form, Ct);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.StatusCode);
        Assert.Contains("two.txt", (await Visitor.ParseAsync(sent)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(await app.ActsAsync(), a => a.StartsWith("library", StringComparison.Ordinal));
    }

    [Fact]
    public async Task While_the_scanner_is_down_no_file_is_taken_and_everything_else_goes_on()
    {
        await using var app = await StartAsync(new FileScanner("/nowhere/clamd.ctl"));
        var (bruno, value) = (await app.AsAsync(Bruno), await app.ValueAsync(await app.IndicatorAsync()));

        using var sent = await SentFileQuotaTests.EvidenceAsync(bruno, value, "list.txt", "Words of a list"u8.ToArray());

        Assert.Equal(HttpStatusCode.ServiceUnavailable, sent.StatusCode);
        Assert.Contains("does not answer", (await Visitor.ParseAsync(sent)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await bruno.OpenAsync($"/xs/values/{value}")).QuerySelectorAll("a[href*='/evidence/']"));
    }

    [Fact]
    public async Task While_the_scanner_is_down_a_sealed_dossier_takes_words_and_no_file()
    {
        await using var setting = await SealedSetting.StartAsync(await StartAsync(new FileScanner("/nowhere/clamd.ctl")), Amina);
        var amina = await setting.EnteredAsync(Amina);
        var dossier = await setting.AddAsync(amina, "A title", "A note");

        using var sent = await SealedSetting.AttachAsync(amina, dossier, "annex.txt", "Forty."u8.ToArray());

        Assert.Equal(HttpStatusCode.ServiceUnavailable, sent.StatusCode);
        Assert.DoesNotContain("annex.txt", (await amina.OpenAsync(dossier)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["0"], await setting.ColumnAsync("select count(*) from sealed.attachment"));
    }

    [Theory]
    [InlineData("INSTREAM size limit exceeded. ERROR", ScanOutcome.TooLarge)]
    [InlineData("stream: Can't allocate memory ERROR", ScanOutcome.NotLookedAt)]
    [InlineData("stream: OK FOUND", ScanOutcome.Harmful)]
    [InlineData("OK", ScanOutcome.NotLookedAt)]
    [InlineData("stream: OKAY", ScanOutcome.NotLookedAt)]
    [InlineData("", ScanOutcome.NotLookedAt)]
    internal async Task Any_answer_but_its_own_word_for_clean_is_no_leave(string words, ScanOutcome outcome)
    {
        await using var service = new SmallScanner { Words = words };

        Assert.Equal(outcome, (await service.Scanner.LookAtAsync(new MemoryStream([1, 2, 3]), Ct)).Outcome);
    }

    [Fact]
    public async Task Who_hangs_up_in_the_middle_of_a_large_file_is_heard_all_the_same()
    {
        await using var service = new SmallScanner { Limit = (100_000, "INSTREAM size limit exceeded. ERROR") };

        Assert.Equal(ScanOutcome.TooLarge, (await service.Scanner.LookAtAsync(new MemoryStream(new byte[30_000_000]), Ct)).Outcome);
    }

    [Fact]
    public async Task A_scanner_that_never_answers_is_not_waited_for_without_end()
    {
        await using var service = new SmallScanner { IsStuck = true };

        Assert.Equal(ScanOutcome.NotLookedAt, (await (service.Scanner with { Patience = TimeSpan.FromMilliseconds(200) }).LookAtAsync(new MemoryStream([1]), Ct)).Outcome);
    }

    [Theory]
    [InlineData("ClamAV 1.4.3/27500/Mon Nov  2 09:33:15 2026", Wellness.Good, "27500")]
    [InlineData("ClamAV 1.4.3/27500/Fri Sep 11 09:33:15 2026", Wellness.Warning, "older than 30 days")]
    [InlineData("ClamAV 1.4.3", Wellness.Warning, "does not say")]
    public async Task Doctor_says_how_old_the_signatures_are(string version, Wellness state, string says)
    {
        await using var service = new SmallScanner { Version = version };

        var finding = await ScannerExamination.OfAsync(service.Scanner, new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero), Ct);

        Assert.Equal(state, finding.State);
        Assert.Contains(says, finding.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_says_when_nobody_answers_and_when_nobody_was_named()
    {
        var now = new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);

        Assert.Equal(Wellness.Bad, (await ScannerExamination.OfAsync(new FileScanner("/nowhere/clamd.ctl"), now, Ct)).State);
        Assert.Equal(Wellness.Good, (await ScannerExamination.OfAsync(scanner: null, now, Ct)).State);
    }

    [Theory]
    [InlineData("clamd.ctl")]
    [InlineData("/a/path/that/is/longer/than/the/system/takes/for/a/socket/and/that/nobody/could/ever/reach/however/long/they/tried/clamd.ctl")]
    public void A_socket_that_cannot_be_one_stops_the_start(string place)
    {
        Environment.SetEnvironmentVariable(FileScanner.PlaceSetting, place);
        try
        {
            Assert.Contains(FileScanner.PlaceSetting, Assert.Throws<RefusedException>(FileScanner.FromEnvironment).Message, StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable(FileScanner.PlaceSetting, null);
        }
    }

    /// <summary>ClamAV itself, with one signature of our own: where it is installed, its words are the ones we know.</summary>
    [Fact]
    public async Task The_service_itself_answers_as_we_expect()
    {
        const string program = "/usr/sbin/clamd";
        Assert.SkipUnless(File.Exists(program), "ClamAV's service (package clamav-daemon) is not installed on this machine.");
        var folder = Directory.CreateTempSubdirectory("cs-clamd-").FullName;
        var scanner = new FileScanner(Path.Combine(folder, "clamd.ctl"));
        await File.WriteAllTextAsync(Path.Combine(folder, "own.ndb"), $"Solenia.Test.Word:0:*:{Convert.ToHexStringLower(Encoding.UTF8.GetBytes(SmallScanner.Mark))}\n", Ct);
        await File.WriteAllTextAsync(Path.Combine(folder, "clamd.conf"), $"LocalSocket {scanner.Place}\nDatabaseDirectory {folder}\nTemporaryDirectory {folder}\nForeground yes\nStreamMaxLength 1M\n", Ct);
        using var service = Process.Start(new ProcessStartInfo(program, ["-c", Path.Combine(folder, "clamd.conf")]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        try
        {
            for (var waited = Stopwatch.StartNew(); !File.Exists(scanner.Place); await Task.Delay(50, Ct))
            {
                Assert.True(!service.HasExited && waited.Elapsed < TimeSpan.FromSeconds(60), "ClamAV's service does not start.");
            }

            Assert.StartsWith("ClamAV ", await scanner.VersionAsync(Ct), StringComparison.Ordinal);
            Assert.Equal(ScanOutcome.Clean, (await scanner.LookAtAsync(new MemoryStream("Minutes."u8.ToArray()), Ct)).Outcome);
            Assert.Equal(new Scan(ScanOutcome.Harmful, "Solenia.Test.Word.UNOFFICIAL"), await scanner.LookAtAsync(new MemoryStream(Harmful), Ct));
            Assert.Equal(ScanOutcome.TooLarge, (await scanner.LookAtAsync(new MemoryStream(new byte[8_000_000]), Ct)).Outcome);
        }
        finally
        {
            service.Kill();
            await service.WaitForExitAsync(CancellationToken.None);
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Task<TestApp> StartAsync(FileScanner scanner) => TestApp.StartAsync(adjust: builder =>
    {
        var settings = (HostSettings)builder.Services.Last(d => d.ServiceType == typeof(HostSettings)).ImplementationInstance!;
        builder.Services.AddSingleton(settings with { Scanner = scanner });
    });
}
