using System.Net;
using Cornerstone.Data;
using Cornerstone.Operations;
using Cornerstone.Tests.Data.Embedded;
using Cornerstone.Tests.TestKit;
using Microsoft.Extensions.Logging.Abstractions;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Operations;

public sealed class OperationsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Anybody_may_ask_whether_the_program_is_well_and_learns_nothing_else()
    {
        await using var app = await TestApp.StartAsync();

        var answer = await app.AsNobody().Client.GetAsync("/healthz", Ct);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("""{"status":"ok"}""", await answer.Content.ReadAsStringAsync(Ct));
    }

    [Fact]
    public async Task Who_looks_after_the_journal_sees_its_state_and_only_an_administrator_signs()
    {
        await using var app = await TestApp.StartAsync();
        var karim = await app.AsAsync(Karim);
        var dmitri = await app.AsAsync(Dmitri);
        var before = await karim.OpenAsync("/xs/journal");

        var signed = await karim.SubmitAsync(before, "[data-test=sign]", []);
        var refused = await dmitri.PostAsync("/xs/journal", await dmitri.OpenAsync("/xs/journal"), []);
        var after = await karim.OpenAsync("/xs/journal");

        Assert.Equal(HttpStatusCode.Redirect, signed.StatusCode);
        Assert.NotEqual(HttpStatusCode.Redirect, refused.StatusCode);
        Assert.Null(before.QuerySelector("[data-test=checkpoint]"));
        Assert.StartsWith("cornerstone journal checkpoint 1", after.QuerySelector("[data-test=checkpoint]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(after.QuerySelector("svg.qr path"));
    }

    [Fact]
    public async Task Nobody_else_sees_the_page_of_the_journal()
    {
        await using var app = await TestApp.StartAsync();

        foreach (var person in new[] { Amina, Bruno, Elif })
        {
            Assert.Equal(HttpStatusCode.NotFound, await (await app.AsAsync(person)).StatusOfAsync("/xs/journal"));
        }
    }

    [Fact]
    public async Task Doctor_finds_a_new_installation_sound_and_names_what_is_not_set_up()
    {
        using var scratch = new ScratchDatabase();
        await using (await OpenDatabase.OpenAsync(scratch.DataFolder, NullLogger.Instance, Ct))
        {
        }

        var findings = await DoctorCommand.ExamineAsync(scratch.DataFolder, TimeProvider.System.GetUtcNow(), Ct);

        Assert.DoesNotContain(findings, f => f.State == Wellness.Bad);
        Assert.Contains(findings, f => f is { What: "backups", State: Wellness.Warning });
        Assert.Contains(findings, f => f is { What: "chain of the journal", State: Wellness.Good });
    }

    [Fact]
    public async Task Doctor_sees_secrets_open_to_others_a_newer_database_and_a_clock_set_back()
    {
        using var scratch = new ScratchDatabase();
        await using var running = await OpenDatabase.OpenAsync(scratch.DataFolder, NullLogger.Instance, Ct);
        var past = await DoctorCommand.ExamineAsync(scratch.DataFolder, new DateTimeOffset(1970, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(-1), Ct);
        var secrets = Path.Combine(scratch.DataFolder, "secrets.json");
        File.SetUnixFileMode(secrets, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        await using (var newer = running.Database.Owner.CreateCommand("insert into public.migration (id, fingerprint) values ('9999_from_the_future', 'x')"))
        {
            await newer.ExecuteNonQueryAsync(Ct);
        }

        var findings = await DoctorCommand.ExamineAsync(scratch.DataFolder, TimeProvider.System.GetUtcNow(), Ct);

        Assert.Contains(past, f => f is { What: "clock", State: Wellness.Bad });
        Assert.Contains(findings, f => f is { What: "rights of files", State: Wellness.Bad });
        Assert.Contains(findings, f => f is { What: "version", State: Wellness.Bad });
    }

    [Fact]
    public void A_setting_spelled_wrongly_is_named()
    {
        var finding = FolderExamination.Settings(["PATH", "CORNERSTONE_DATA", "CORNERSTONE_BACKUP"]);

        Assert.Equal((Wellness.Warning, "unknown: CORNERSTONE_BACKUP"), (finding.State, finding.Says));
    }
}
