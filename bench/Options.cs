namespace Cornerstone.Bench;

/// <summary>"--name value" pairs of a benchmark's command line, and where the published data is.</summary>
internal sealed class Options(string[] arguments)
{
    internal string? this[string name] => Array.IndexOf(arguments, name) is >= 0 and var at && at + 1 < arguments.Length ? arguments[at + 1] : null;

    /// <summary>A folder of the data: below <c>--data</c>, <c>CORNERSTONE_SHARED</c>, or <c>../shared</c> beside the repository.</summary>
    internal string? Folder(string path)
    {
        if (this["--data"] is { } named) return Existing(named, path) ?? Existing(Path.Combine(named, "data"), path) ?? (Directory.Exists(named) ? named : null);
        if (Environment.GetEnvironmentVariable("CORNERSTONE_SHARED") is { Length: > 0 } shared) return Existing(Path.Combine(shared, "data"), path);
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Cornerstone.slnx"))) return Existing(Path.Combine(folder.FullName, "..", "shared", "data"), path);
        }

        return null;
    }

    private static string? Existing(string root, string path) => Path.GetFullPath(Path.Combine(root, path)) is var folder && Directory.Exists(folder) ? folder : null;
}
