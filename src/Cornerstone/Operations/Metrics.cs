using Cornerstone.Data;
using Npgsql;

namespace Cornerstone.Operations;

/// <summary>
/// Figures for the program that watches the server, on a port of their own: the proxy in front of the pages never reaches it,
/// and nothing else answers there.
/// </summary>
internal static class Metrics
{
    public const string PortSetting = "CORNERSTONE_METRICS_PORT";

    /// <exception cref="RefusedException">The variable holds no port.</exception>
    public static int? PortFromEnvironment() => Environment.GetEnvironmentVariable(PortSetting) switch
    {
        null or "" => null,
        var named when ushort.TryParse(named, out var port) && port > 0 => port,
        var named => throw new RefusedException($"{PortSetting} is \"{named}\": name a port from 1 to 65535."),
    };

    public static void UseMetrics(this WebApplication app)
    {
        if (app.Services.GetRequiredService<HostSettings>().MetricsPort is not { } port) return;

        // Made now, so that it hears of the first request.
        var requests = app.Services.GetRequiredService<RequestMeasurements>();
        app.MapWhen(http => http.Connection.LocalPort == port, branch => branch.Run(http => AnswerAsync(http, requests)));
    }

    private static async Task AnswerAsync(HttpContext http, RequestMeasurements requests)
    {
        if (http.Request.Path != "/metrics" || !HttpMethods.IsGet(http.Request.Method))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var text = new MetricsText();
        requests.WriteTo(text);
        WriteProcess(text, http.RequestServices.GetRequiredService<HostSettings>());
        await WriteStateAsync(text, http.RequestServices, http.RequestAborted);
        http.Response.ContentType = MetricsText.ContentType;
        await http.Response.WriteAsync(text.ToString(), http.RequestAborted);
    }

    private static void WriteProcess(MetricsText text, HostSettings settings)
    {
        text.Gauge("cornerstone_memory_bytes", "Memory of the program, without PostgreSQL.", Environment.WorkingSet);
        text.Gauge("cornerstone_disk_free_bytes", "Free on the disk of the data folder.", new DriveInfo(settings.DataFolder).AvailableFreeSpace);
    }

    private static async Task WriteStateAsync(MetricsText text, IServiceProvider services, CancellationToken ct)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        try
        {
            var state = await JournalState.OfAsync(services.GetRequiredService<Database>(), services.GetRequiredService<HostSettings>().DataFolder, ct);
            text.Gauge("cornerstone_database_up", "1 while the database answers.", 1);
            text.Gauge("cornerstone_journal_entries", "Entries of the journal.", state.Entries);
            text.Gauge("cornerstone_journal_unsigned_entries", "Entries that no checkpoint covers yet.", state.Unsigned);
            text.Gauge("cornerstone_journal_contradicted", "1 when a checkpoint kept outside has seen another history.", state.IsContradicted ? 1 : 0);
            text.Gauge("cornerstone_backup_age_seconds", "Since the newest automatic backup.", (now - state.Backups.Newest)?.TotalSeconds);
            text.Gauge("cornerstone_restore_drill_passed", "1 when the last backup restored on trial was whole.", state.Backups.Drill is { } drill ? drill.Passed ? 1 : 0 : null);
        }
        catch (Exception fault) when (fault is NpgsqlException or TimeoutException)
        {
            text.Gauge("cornerstone_database_up", "1 while the database answers.", 0);
        }
    }
}
