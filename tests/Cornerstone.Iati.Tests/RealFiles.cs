namespace Cornerstone.Iati.Tests;

/// <summary>Published files, which are not part of this project: tests that need them skip, and say so, where they are not.</summary>
internal static class RealFiles
{
    public const string Absent = "The published IATI files are not on this machine (../shared/data/02-iati, or CORNERSTONE_SHARED).";

    /// <summary>The folder of published data; null where there is none.</summary>
    public static string? Folder { get; } = Find();

    /// <summary>Every XML file that holds records and is well-formed, by the judgement of .NET's own reader.</summary>
    public static IEnumerable<string> WithRecords() => All().Where(f => IndependentCount.Of(f) is { } count && (count.Activities > 0 || count.Organisations > 0));

    public static IEnumerable<string> All() => Folder is null ? [] : Directory.EnumerateFiles(Folder, "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    public static string Below(string path) => Path.Combine(Folder!, path);

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("CORNERSTONE_SHARED") is { Length: > 0 } shared) return Existing(shared);
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Cornerstone.slnx"))) return Existing(Path.Combine(folder.FullName, "..", "shared"));
        }

        return null;
    }

    private static string? Existing(string shared) => Path.GetFullPath(Path.Combine(shared, "data", "02-iati")) is var folder && Directory.Exists(folder) ? folder : null;
}
