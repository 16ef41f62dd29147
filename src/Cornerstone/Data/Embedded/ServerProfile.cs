namespace Cornerstone.Data.Embedded;

/// <summary>
/// How PostgreSQL is told to behave. Given on its command line at every start, which neither a file in the cluster
/// nor ALTER SYSTEM can weaken (security handbook §5.9).
/// </summary>
internal static class ServerProfile
{
    public const int MostConnections = 80;

    // What every session asks for, so that a server which is not ours answers the same.
    private static readonly (string Name, string Value)[] OfSessions =
    [
        // No one waits for ever; long imports raise their own limit for their own transaction.
        ("statement_timeout", "120s"),
        ("lock_timeout", "15s"),
        ("idle_in_transaction_session_timeout", "120s"),
        ("work_mem", "16MB"),
        ("jit", "off"),
        // What is asked for often lies in memory, where the next page is no nearer than any other: indexes are worth their while.
        ("random_page_cost", "1.1"),
        // Said here too because clusters made before have a misspelt one in their file, which stops PostgreSQL from using helpers for a large index.
        ("default_text_search_config", "pg_catalog.simple"),
        ("timezone", "UTC"),
        // In what form dates, bytes and numbers are written where text is asked for: in a backup, in the journal's chain, in checks.
        ("datestyle", "ISO"),
        ("intervalstyle", "postgres"),
        ("bytea_output", "hex"),
        ("extra_float_digits", "1"),
        ("xmloption", "content"),
        ("default_transaction_isolation", "read committed"),
    ];

    private static readonly (string Name, string Value)[] Settings =
    [
        // A commit that was acknowledged is on the disk.
        ("fsync", "on"),
        ("synchronous_commit", "on"),
        ("full_page_writes", "on"),
        // When a process of its ends badly, the whole server ends and is started by us: its own restart hangs for ever when a disk that refuses writes
        // fails its recovery (PostgreSQL 18.4; docs/decisions/0056-one-who-starts-the-server-again.md).
        ("restart_after_crash", "off"),
        // No network, and nothing in the logs that a person's record contains: errors without the statement, its values or the row in question.
        ("listen_addresses", ""),
        ("log_error_verbosity", "terse"),
        ("log_min_error_statement", "panic"),
        ("log_parameter_max_length", "0"),
        ("log_parameter_max_length_on_error", "0"),
        ("password_encryption", "scram-sha-256"),
        // For a machine of 4 GB that also runs the web application.
        ("shared_buffers", "256MB"),
        ("effective_cache_size", "1GB"),
        ("maintenance_work_mem", "128MB"),
        ("max_connections", $"{MostConnections}"),
        ("cluster_name", "cornerstone"),
        .. OfSessions,
    ];

    /// <summary>For the parameter "Options" of a connection.</summary>
    public static string SessionOptions { get; } = string.Join(' ', OfSessions.Select(s => $"-c {s.Name}={s.Value.Replace(" ", "\\ ", StringComparison.Ordinal)}"));

    public static IEnumerable<string> ServerArguments(string cluster, string socketFolder) =>
        ["-D", Here(cluster), "-c", $"unix_socket_directories={socketFolder}", .. Settings.SelectMany(s => new[] { "-c", $"{s.Name}={s.Value}" })];

    // The built-in locale provider sorts by code point on every machine alike, whatever the system's C library.
    public static IEnumerable<string> ClusterArguments(string cluster, string passwordFile) =>
    [
        "-D", Here(cluster), "--username=postgres", $"--pwfile={passwordFile}", "--auth=scram-sha-256", "--encoding=UTF8", "--data-checksums",
        "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--text-search-config=simple", "--no-instructions",
    ];

    // PostgreSQL is started inside its folder. Naming that folder through its own process works behind parents its account
    // may not enter, and for paths longer than PostgreSQL takes.
    private static string Here(string cluster) => OperatingSystem.IsLinux() ? "/proc/self/cwd" : cluster;
}
