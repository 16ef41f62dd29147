using System.Diagnostics;
using System.Globalization;

namespace Cornerstone.Data.Embedded;

/// <summary>
/// The account PostgreSQL runs under: our own, or, because PostgreSQL refuses to run as root, an unprivileged one.
/// </summary>
internal sealed class ServerAccount
{
    // In this order: an account an administrator made for us, the distribution's own for PostgreSQL, the one that always exists.
    private static readonly string[] Candidates = ["cornerstone", "postgres", "nobody"];

    private readonly (string Name, int UserId, int GroupId)? _other;

    private ServerAccount((string Name, int UserId, int GroupId)? other) => _other = other;

    public bool IsAnother => _other is not null;

    public string Name => _other?.Name ?? Environment.UserName;

    /// <summary>A cluster keeps the account that owns it, so that root and its owner may both start it.</summary>
    public static async Task<ServerAccount> ForAsync(string cluster, CancellationToken ct)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return new(null);
        }

        _ = Find("setpriv") ?? throw new EmbeddedPostgresException("Cornerstone was started as root, and PostgreSQL refuses to run as root. "
            + "The program setpriv (package util-linux), which would run it under another account, is missing. Install it, or start Cornerstone as an ordinary user.");
        var accounts = await ReadAccountsAsync(ct);
        var owner = await OwnerOfAsync(cluster, ct);
        foreach (var account in accounts.Where(a => a.UserId == owner && owner != 0))
        {
            return new(account);
        }

        return Candidates.SelectMany(name => accounts.Where(a => a.Name == name)).Select(a => new ServerAccount(a)).FirstOrDefault()
            ?? throw new EmbeddedPostgresException("Cornerstone was started as root, and PostgreSQL refuses to run as root. "
                + "None of the accounts {0} exists. Create one, or start Cornerstone as an ordinary user.", string.Join(", ", Candidates));
    }

    public void Own(string path)
    {
        if (_other is var (_, userId, groupId))
        {
            Posix.ChangeOwner(path, userId, groupId);
        }
    }

    /// <summary>The program under this account, in a session of its own: Ctrl-C at the terminal is for Cornerstone, which then stops PostgreSQL in order.</summary>
    public ProcessStartInfo Start(string program, string folder, params IEnumerable<string> arguments)
    {
        string[] line = [.. Prefix(), program, .. arguments];
        var start = new ProcessStartInfo(line[0], line[1..]) { WorkingDirectory = folder };
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("PG", StringComparison.Ordinal) || k.StartsWith("LC_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["LC_ALL"] = "C";
        start.Environment["TZ"] = "UTC";
        return start;
    }

    private IEnumerable<string> Prefix()
    {
        if (_other is var (_, userId, groupId))
        {
            yield return "setpriv";
            yield return string.Create(CultureInfo.InvariantCulture, $"--reuid={userId}");
            yield return string.Create(CultureInfo.InvariantCulture, $"--regid={groupId}");
            yield return "--clear-groups";
            yield return "--no-new-privs";
            yield return "--";
        }

        if (Find("setsid") is { } setsid)
        {
            yield return setsid;
        }
    }

    internal static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(':', StringSplitOptions.RemoveEmptyEntries)
        .Concat(["/usr/bin", "/bin"])
        .Select(folder => Path.Join(folder, program))
        .FirstOrDefault(File.Exists);

    private static async Task<List<(string Name, int UserId, int GroupId)>> ReadAccountsAsync(CancellationToken ct) =>
    [
        .. (await File.ReadAllLinesAsync("/etc/passwd", ct))
            .Select(line => line.Split(':'))
            .Where(fields => fields.Length >= 4)
            .Select(fields => (fields[0], int.Parse(fields[2], CultureInfo.InvariantCulture), int.Parse(fields[3], CultureInfo.InvariantCulture))),
    ];

    private static async Task<int?> OwnerOfAsync(string folder, CancellationToken ct)
    {
        var owner = await Command.RunAsync(new ProcessStartInfo("stat", ["-c", "%u", "--", folder]), ct);
        return owner.Succeeded ? int.Parse(owner.Output, CultureInfo.InvariantCulture) : null;
    }
}
