namespace Cornerstone.Tests.Languages;

/// <summary>The source the tests were built from.</summary>
internal static class SourceTree
{
    private static readonly string Root = Up(AppContext.BaseDirectory);

    public static IEnumerable<string> Files(string folder, params string[] patterns) =>
        patterns.SelectMany(p => Directory.GetFiles(Path.Combine(Root, folder), p, SearchOption.AllDirectories));

    private static string Up(string folder) => File.Exists(Path.Combine(folder, "Cornerstone.slnx"))
        ? folder
        : Up(Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar)) ?? throw new DirectoryNotFoundException("The tests run outside the repository."));
}
