using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;

namespace Cornerstone.Data.Embedded;

/// <summary>The system calls the framework does not offer: another signal than KILL, another owner, a thread that lets others go first, and memory that stays in memory.</summary>
internal static class Posix
{
    public const int Interrupt = 2;
    public const int Quit = 3;
    public const int Kill = 9;

    private const int OneOfThem = 0;
    private const int Nicer = 10;
    private const int SizeOfDumps = 4;
    private const int SetDumpable = 4;

    public static bool Exists(int processId) => SendSignal(processId, 0) == 0;

    public static void Signal(int processId, int signal) => _ = SendSignal(processId, signal);

    public static void ChangeOwner(string path, int userId, int groupId)
    {
        if (ChangeOwner(Encoding.UTF8.GetBytes(path + '\0'), userId, groupId) != 0)
        {
            throw new EmbeddedPostgresException("Cannot give {0} to the account of the database: {1}.", path, new Win32Exception().Message);
        }
    }

    /// <summary>From now on this thread gets a tenth of what the others get, where both want the processor. Linux alone counts it for a thread.</summary>
    public static void LetOthersGoFirst()
    {
        if (OperatingSystem.IsLinux())
        {
            _ = SetPriority(OneOfThem, 0, Nicer);
        }
    }

    /// <summary>
    /// Memory holds keys and names while they are in use: a crash writes none of it to a file, PostgreSQL's neither, and no other process of the
    /// same account may look into this one (security handbook, CR-10).
    /// </summary>
    public static void KeepMemoryToItself()
    {
        if (OperatingSystem.IsWindows()) return;

        var none = new Limit(0, 0);
        _ = SetLimit(SizeOfDumps, ref none);
        if (OperatingSystem.IsLinux())
        {
            _ = ControlProcess(SetDumpable, 0, 0, 0, 0);
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Limit(nuint Now, nuint Most);

    [DllImport("libc", EntryPoint = "setrlimit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int SetLimit(int resource, ref Limit limit);

    [DllImport("libc", EntryPoint = "prctl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int ControlProcess(int what, nuint value, nuint third, nuint fourth, nuint fifth);

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int SendSignal(int processId, int signal);

    // lchown, not chown: the owner of a link's target is never ours to change.
    [DllImport("libc", EntryPoint = "lchown", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int ChangeOwner(byte[] path, int userId, int groupId);

    [DllImport("libc", EntryPoint = "setpriority")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int SetPriority(int which, uint who, int priority);
}
