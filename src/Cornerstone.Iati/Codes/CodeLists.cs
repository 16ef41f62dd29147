using System.Collections.Frozen;
using System.Globalization;

namespace Cornerstone.Iati;

/// <summary>The code lists of the standard that rules need: which codes there are, and until when those withdrawn were valid.</summary>
public static class CodeLists
{
    private static readonly FrozenDictionary<string, CodeList> Lists = Load();

    public static CodeList ActivityDateType { get; } = Lists["ActivityDateType"];
    public static CodeList ActivityScope { get; } = Lists["ActivityScope"];
    public static CodeList ActivityStatus { get; } = Lists["ActivityStatus"];
    public static CodeList AidType { get; } = Lists["AidType"];
    public static CodeList CollaborationType { get; } = Lists["CollaborationType"];
    public static CodeList Country { get; } = Lists["Country"];
    public static CodeList Currency { get; } = Lists["Currency"];
    public static CodeList FinanceType { get; } = Lists["FinanceType"];
    public static CodeList FlowType { get; } = Lists["FlowType"];
    public static CodeList OrganisationRole { get; } = Lists["OrganisationRole"];
    public static CodeList OrganisationType { get; } = Lists["OrganisationType"];
    public static CodeList PolicyMarker { get; } = Lists["PolicyMarker"];
    public static CodeList RelatedActivityType { get; } = Lists["RelatedActivityType"];
    public static CodeList Sector { get; } = Lists["Sector"];
    public static CodeList SectorCategory { get; } = Lists["SectorCategory"];
    public static CodeList TiedStatus { get; } = Lists["TiedStatus"];
    public static CodeList TransactionType { get; } = Lists["TransactionType"];

    public static IReadOnlyCollection<string> Names => Lists.Keys;

    public static CodeList? Named(string name) => Lists.GetValueOrDefault(name);

    /// <summary>A currency of today or of an earlier day: an old file may well speak of one that is no more.</summary>
    public static bool IsCurrency(string code) => Currency.Find(code) is not null;

    private static FrozenDictionary<string, CodeList> Load()
    {
        using var stream = typeof(CodeLists).Assembly.GetManifestResourceStream("codes.txt")!;
        using var reader = new StreamReader(stream);
        var lists = new Dictionary<string, List<ListedCode>>(StringComparer.Ordinal);
        List<ListedCode>? current = null;
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0) lists[line[..colon]] = current = [];
            current!.AddRange(line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Code));
        }

        return lists.ToFrozenDictionary(l => l.Key, l => new CodeList(l.Key, l.Value), StringComparer.Ordinal);
    }

    private static ListedCode Code(string written)
    {
        var parts = written.Split('!', '>', '~');
        var isWithdrawn = written.Contains('!', StringComparison.Ordinal);
        return new(parts[0], isWithdrawn, isWithdrawn && parts[1].Length > 0 ? DateOnly.ParseExact(parts[1], "yyyy-MM-dd", CultureInfo.InvariantCulture) : null, parts.Length > 2 ? parts[2] : null, written.Contains('~', StringComparison.Ordinal));
    }
}

/// <summary>One list of codes.</summary>
public sealed class CodeList
{
    private readonly FrozenDictionary<string, ListedCode> codes;

    internal CodeList(string name, IEnumerable<ListedCode> codes) =>
        (Name, this.codes) = (name, codes.DistinctBy(c => c.Code).ToFrozenDictionary(c => c.Code, StringComparer.Ordinal));

    public string Name { get; }

    public IReadOnlyCollection<string> Codes => codes.Keys;

    public ListedCode? Find(string code) => codes.GetValueOrDefault(code);

    /// <summary>The code to use on a day: the same while it was valid, afterwards the one that took its place, if the list has one.</summary>
    public string On(string code, DateOnly day) => Find(code) is { Withdrawn: { } until, Successor: { } next } && day > until ? next : code;
}

/// <summary>A code; withdrawn ones keep the last day they were valid (where the list says) and who took their place.</summary>
/// <param name="IsOurReading">The list names no successor: this one is a judgement of ours, to be shown as such.</param>
public sealed record ListedCode(string Code, bool IsWithdrawn, DateOnly? Withdrawn, string? Successor, bool IsOurReading = false);
