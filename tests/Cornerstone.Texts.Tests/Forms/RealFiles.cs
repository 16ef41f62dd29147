namespace Cornerstone.Texts.Tests.Forms;

/// <summary>Published documents that live beside the repository and are never part of it; tests that need them skip when they are absent.</summary>
internal static class RealFiles
{
    private const string Reason = "The real documents are not beside this repository (see CORNERSTONE_SHARED).";

    private static readonly string? Root = Find();

    internal static IReadOnlyList<string> Akn(string pattern = "*.xml", string under = "")
    {
        var folder = Path.Combine(Required(), "data", "01-un-docs", "akn4un", under);
        Assert.SkipUnless(Directory.Exists(folder), Reason);
        return [.. Directory.GetFiles(folder, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
    }

    internal static string Seed(string number)
    {
        var folder = Path.Combine(Required(), "seeds");
        Assert.SkipUnless(Directory.Exists(folder), Reason);
        return File.ReadAllText(Directory.GetFiles(folder, $"{number}_*.txt").Single());
    }

    private static string Required()
    {
        Assert.SkipUnless(Root is not null, Reason);
        return Root!;
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("CORNERSTONE_SHARED") is { Length: > 0 } named) return named;

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "Cornerstone.slnx"))) continue;
            var shared = Path.Combine(folder.FullName, "..", "shared");
            return Directory.Exists(shared) ? Path.GetFullPath(shared) : null;
        }

        return null;
    }
}
