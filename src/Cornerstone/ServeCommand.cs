using System.CommandLine;
using System.Net.Sockets;
using Cornerstone.Access;
using Cornerstone.Access.Organisation;
using Cornerstone.Backups;
using Cornerstone.Data;
using Cornerstone.Operations;

namespace Cornerstone;

/// <summary>The verbs that run the web application: "serve", and "demo" with the invented country.</summary>
internal static class ServeCommand
{
    private static readonly Option<int> Port = new("--port") { Description = "Port on this machine", DefaultValueFactory = _ => HostSettings.DefaultPort };
    private static readonly Option<string?> Data = new("--data") { Description = "Folder that holds everything (default: CORNERSTONE_DATA, else data/ beside the start script)" };

    public static Command Serve() => Verb("serve", "Run the web application", demonstration: false, HostSettings.DefaultDataFolder);

    public static Command Demo() => Verb("demo", "Run it with the invented Republic of Solenia and one-click sign-in", demonstration: true, HostSettings.DemonstrationFolder);

    private static Command Verb(string name, string description, bool demonstration, string defaultFolder)
    {
        var command = new Command(name, description) { Port, Data };
        command.SetAction((parsed, ct) =>
        {
            var folder = Path.GetFullPath(parsed.GetValue(Data) ?? defaultFolder);
            var settings = new HostSettings(folder, parsed.GetValue(Port), demonstration);
            return RunAsync(settings with { Provider = ProviderSettings.Of(Environment.GetEnvironmentVariable, settings.Address) }, ct);
        });
        return command;
    }

    private static async Task<int> RunAsync(HostSettings settings, CancellationToken ct)
    {
        RefuseTakenPort(settings.Port);
        using var logs = LoggerFactory.Create(LogLines.Choose);
        var logger = logs.CreateLogger("Cornerstone.Data");
        var backup = BackupBeforeUpgrade.In(settings.DataFolder, BackupSettings.FromEnvironment(), TimeProvider.System, logger);
        await using var opened = await OpenDatabase.OpenAsync(settings.DataFolder, logger, ct, backup);
        if (settings.IsDemonstration)
        {
            await Demonstration.Solenia.PrepareAsync(opened.Database, TimeProvider.System, ct);
        }

        await using var app = Web.Build(settings, opened.Database);
        await app.StartAsync(ct);
        Console.WriteLine($"Cornerstone is ready: http://localhost:{settings.Port}/");
        if (await FirstAdministrator.LinkAsync(opened.Database, TimeProvider.System, ct) is { } token)
        {
            Console.WriteLine($"No administrator yet. Open this link once, within a day: http://localhost:{settings.Port}/setup/{token}");
        }

        await app.WaitForShutdownAsync(ct);
        return 0;
    }

    private static void RefuseTakenPort(int port)
    {
        try
        {
            using var probe = new TcpListener(System.Net.IPAddress.Loopback, port);
            probe.Start();
        }
        catch (SocketException)
        {
            throw new RefusedException($"Port {port} is in use by another program. Stop it, or choose another: --port {port + 1}");
        }
    }
}

/// <summary>The program cannot do what was asked; the message is for the person, and the exit code is 2.</summary>
internal sealed class RefusedException(string message) : Exception(message);
