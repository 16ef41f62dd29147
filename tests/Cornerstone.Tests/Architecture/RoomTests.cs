using System.Text.RegularExpressions;
using Cornerstone.Tests.TestKit;

namespace Cornerstone.Tests.Architecture;

public sealed partial class RoomTests
{
    // Who may read whom: the arrows of docs/architecture.md. Library and Institutions may be read by all.
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Library"] = [],
        ["LibraryImport"] = ["Library"],
        ["LibraryReader"] = ["Library"],
        ["LibraryRelations"] = ["Library"],
        ["LibrarySearch"] = ["Library"],
        ["LanguageTracker"] = ["Library"],
        ["Commitments"] = ["Library"],
        ["CommitmentEditing"] = ["Library", "Commitments"],
        ["CommitmentProposals"] = ["Library", "Commitments", "CommitmentEditing"],
        ["Traceability"] = ["ServedProvisions", "Library", "Commitments"],
        // Keys and the sealed store lie in Cornerstone.Vaults.
        ["SealedDossiers"] = [],
        ["SealedEmergencies"] = ["SealedDossiers"],
        ["ServedProvisions"] = ["Library", "Commitments"],
        ["Regions"] = [],
        ["Institutions"] = ["Regions"],
        ["InstitutionEditing"] = ["Regions", "Institutions"],
        ["Strength"] = ["Institutions"],
        ["InstitutionImport"] = ["Regions", "Institutions", "Strength"],
        ["Components"] = ["Institutions"],
        ["Delineation"] = ["Regions", "Institutions"],
        ["DelineationEditing"] = ["Regions", "Institutions", "Delineation"],
        ["DelineationImport"] = ["Regions", "Institutions", "Delineation", "Legislation"],
        ["Legislation"] = ["ServedProvisions", "Library", "Institutions", "Delineation"],
        ["LegislationImport"] = ["Legislation", "Institutions"],
        ["OversightActivities"] = ["Institutions"],
        ["Instruments"] = ["ServedProvisions", "Library", "Regions", "Institutions"],
        ["InstrumentImport"] = ["Instruments", "Institutions"],
        ["Plan"] = ["Library", "Commitments", "Regions", "Institutions"],
        ["PlanNodes"] = ["ServedProvisions", "Library", "Commitments", "Plan", "Regions", "Institutions"],
        ["PlanVersions"] = ["Plan", "Regions", "Institutions"],
        ["PlanViews"] = ["ServedProvisions", "Library", "Commitments", "Plan", "Regions", "Institutions"],
        ["Benchmarks"] = ["Library", "Commitments", "Plan", "Regions", "Institutions"],
        ["ReportingCalendar"] = ["Benchmarks", "Institutions"],
        ["IndicatorDimensions"] = ["Benchmarks", "Regions", "Institutions"],
        ["IndicatorValues"] = ["Benchmarks", "IndicatorDimensions", "ReportingCalendar", "Plan", "Regions", "Institutions"],
        ["Indicators"] = ["Library", "Commitments", "Benchmarks", "IndicatorDimensions", "Plan", "Regions", "Institutions"],
        ["IndicatorFramework"] = ["Benchmarks", "Plan", "Regions", "Institutions"],
        ["IndicatorImport"] = ["Benchmarks", "IndicatorCatalogue", "IndicatorDimensions", "IndicatorValues", "Plan", "Regions", "Institutions"],
        ["IndicatorCatalogue"] = ["Library", "Benchmarks"],
        ["CouncilBenchmarks"] = ["ServedProvisions", "Library", "Commitments", "Benchmarks", "Institutions", "Strength"],
        ["CouncilBenchmarkEditing"] = ["ServedProvisions", "Library", "Commitments", "Benchmarks", "Institutions", "CouncilBenchmarks"],
        ["ExchangeRates"] = [],
        ["Partners"] = [],
        ["OdaEligibility"] = ["IndicatorCatalogue", "Institutions", "Support", "SupportLedger"],
        ["SupportEditing"] = ["Support", "Partners", "Plan"],
        ["SupportTwins"] = ["Support", "SupportLedger", "Partners", "ExchangeRates"],
        ["CountedSupport"] = ["OdaEligibility", "SupportLedger", "SupportMeasures", "Support", "Partners", "ExchangeRates", "Regions"],
        ["SupportCoordination"] = ["CountedSupport", "OdaEligibility", "SupportPublishing", "SupportLedger", "SupportMeasures", "Support", "Partners", "ExchangeRates", "Plan", "Regions", "Institutions"],
        ["SupportOverview"] = ["SupportCoordination", "CountedSupport", "OdaEligibility", "SupportLedger", "SupportMeasures", "Support", "Partners", "ExchangeRates", "Plan", "Regions", "Institutions"],
        ["SupportReported"] = ["SupportCoordination", "CountedSupport", "OdaEligibility", "SupportLedger", "Support"],
        ["SupportLedger"] = ["Support"],
        ["SupportMeasures"] = [],
        ["Support"] = ["Partners", "Plan", "Regions", "Institutions"],
        ["SupportActivities"] = ["OdaEligibility", "Support", "Partners", "Plan", "Institutions", "ExchangeRates"],
        ["SupportImport"] = ["Support", "Partners"],
        ["SupportOrigins"] = ["Support", "SupportActivities", "SupportImport", "Partners"],
        ["SupportSheets"] = ["Support", "SupportImport", "SupportFiles"],
        ["SupportWorkbook"] = ["Support", "Partners", "Regions", "Institutions"],
        ["SupportFiles"] = ["Support", "SupportImport"],
        ["Publications"] = ["SupportPublishing", "CouncilBenchmarks", "Commitments", "Library", "Benchmarks", "Plan", "Regions", "Institutions"],
        ["SupportPublishing"] = ["Support", "Partners", "Regions", "Institutions"],
        // Everything it shows lies in the published store (Cornerstone.Published).
        ["Portal"] = [],
        ["PublicSupport"] = ["Portal", "SupportLedger", "Support"],
        ["PublicCouncil"] = ["Portal"],
        ["Portfolio"] = ["Commitments", "Institutions", "Plan", "Instruments"],
    };

    [Fact]
    public void Rooms_read_each_other_only_along_the_arrows()
    {
        var folders = Directory.GetDirectories(Path.Combine(Repository.Root, "src/Cornerstone/Features")).Select(Path.GetFileName).ToList();
        var crossings =
            from file in Repository.Files("src/Cornerstone/Features", "*.cs*")
            let room = Path.GetRelativePath(Path.Combine(Repository.Root, "src/Cornerstone/Features"), file).Split('/')[0]
            from Match use in RoomUsed().Matches(File.ReadAllText(file))
            let other = use.Groups[1].Value
            where other != room && !Arrows.GetValueOrDefault(room, []).Contains(other)
            select $"{room} reads {other} in {Path.GetFileName(file)}";

        Assert.NotEmpty(folders);
        Assert.Empty(folders.Except(Arrows.Keys));
        Assert.Empty(crossings);
    }

    [Fact]
    public void The_pure_libraries_know_no_package_and_no_machine()
    {
        string[] pure = ["Values", "Texts", "Iati", "Charts", "Sheets", "Sealing", "Disclosure"];
        var projects = pure.Select(p => Path.Combine(Repository.Root, $"src/Cornerstone.{p}/Cornerstone.{p}.csproj")).ToList();

        Assert.All(projects, p => Assert.DoesNotContain("PackageReference", File.ReadAllText(p), StringComparison.Ordinal));
        Assert.Empty(pure
            .SelectMany(p => Repository.Files($"src/Cornerstone.{p}", "*.cs"))
            .Where(f => Impure().IsMatch(File.ReadAllText(f)))
            .Select(Path.GetFileName));
    }

    [Fact]
    public void No_source_file_is_longer_than_three_hundred_lines()
    {
        var files = Repository.Files("src", "*.cs").Concat(Repository.Files("src", "*.cshtml")).ToList();

        Assert.NotEmpty(files);
        Assert.DoesNotContain(files.Select(f => (Name: Path.GetFileName(f), Lines: File.ReadLines(f).Count())), f => f.Lines > 300);
    }

    [Fact]
    public void No_room_holds_more_than_twenty_five_files()
    {
        var rooms = Directory.GetDirectories(Path.Combine(Repository.Root, "src/Cornerstone/Features"))
            .Select(r => (Name: Path.GetFileName(r), Files: Directory.EnumerateFiles(r, "*", SearchOption.AllDirectories).Count())).ToList();

        Assert.NotEmpty(rooms);
        Assert.DoesNotContain(rooms, r => r.Files > 25);
    }

    [Fact]
    public void Each_folder_of_tests_mirrors_a_folder_of_source()
    {
        string[] own = ["Architecture", "Journeys", "TestKit", "TwoWorlds"];
        var root = Path.Combine(Repository.Root, "tests/Cornerstone.Tests");
        var folders = Repository.Files("tests/Cornerstone.Tests", "*.cs")
            .Select(f => Path.GetRelativePath(root, Path.GetDirectoryName(f)!))
            .Where(f => f != "." && !own.Contains(f.Split('/')[0]) && f.Split('/')[0] is not ("bin" or "obj"))
            .Distinct().ToList();

        Assert.NotEmpty(folders);
        Assert.DoesNotContain(folders, f => !Directory.Exists(Path.Combine(Repository.Root, "src/Cornerstone", f)));
    }

    [Fact]
    public void No_folder_is_named_for_leftovers()
    {
        string[] banned = ["Common", "Helpers", "Utils", "Managers", "Base", "Shared", "Misc"];
        var folders = Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src"), "*", SearchOption.AllDirectories).Select(Path.GetFileName).ToList();

        Assert.NotEmpty(folders);
        Assert.Empty(folders.Intersect(banned));
    }

    [GeneratedRegex(@"(?:using|@using|@model) Cornerstone\.Features\.(\w+)", RegexOptions.None, 2000)]
    private static partial Regex RoomUsed();

    [GeneratedRegex(@"System\.Diagnostics\.Process|System\.Net\.|\bFile\.(Read|Write|Open|Create)|DirectoryInfo|HttpClient", RegexOptions.None, 2000)]
    private static partial Regex Impure();
}
