using System.Globalization;
using System.Text;
using Cornerstone.Iati.Tree;

namespace Cornerstone.Iati.Rules;

/// <summary>What the schema of 2.03 allows in each kind of element: its attributes, and its children in order.</summary>
internal sealed class SchemaGrammar
{
    private readonly ElementKind[] kinds;

    private SchemaGrammar()
    {
        using var stream = typeof(SchemaGrammar).Assembly.GetManifestResourceStream("schema.txt")!;
        using var reader = new StreamReader(stream);
        var (roots, read) = ("", new List<ElementKind>());
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("# ", StringComparison.Ordinal)) roots = line;
            else read.Add(Kind(line.Split(' ')));
        }

        kinds = [.. read];
        var named = roots.Split(' ').Where(w => w.Contains('=', StringComparison.Ordinal)).ToDictionary(w => w[..w.IndexOf('=', StringComparison.Ordinal)], Number, StringComparer.Ordinal);
        (Activity, Organisation) = (kinds[named["iati-activity"]], kinds[named["iati-organisation"]]);
    }

    public static SchemaGrammar Of203 { get; } = new();

    public ElementKind Activity { get; }

    public ElementKind Organisation { get; }

    public ElementKind this[AllowedChild child] => kinds[child.Kind];

    private static ElementKind Kind(string[] words) => new(
        [.. words.Where(w => w.StartsWith('@')).Select(Attribute)],
        [.. words.Where(w => w.Contains('=', StringComparison.Ordinal)).Select(Child)],
        words.Contains("#"));

    private static AllowedAttribute Attribute(string word)
    {
        var name = word[1..].Split('!', '~')[0];
        return new(NameOf(name), name, word.Contains('!', StringComparison.Ordinal), word.Contains('~', StringComparison.Ordinal) ? LeastOf(word[(word.IndexOf('~', StringComparison.Ordinal) + 1)..]) : null);
    }

    private static int LeastOf(string written) => written.Length == 0 ? int.MinValue : int.Parse(written, NumberStyles.None, CultureInfo.InvariantCulture);

    private static AllowedChild Child(string word)
    {
        var (name, often) = (word[..word.IndexOf('=', StringComparison.Ordinal)], word[word.IndexOf('=', StringComparison.Ordinal) - 1]);
        if (often is '?' or '*' or '+') name = name[..^1];
        return new(NameOf(name), name, often is not ('?' or '*'), often is '*' or '+', Number(word));
    }

    private static int Number(string word) => int.Parse(word.AsSpan(word.IndexOf('=', StringComparison.Ordinal) + 1), NumberStyles.None, CultureInfo.InvariantCulture);

    private static IatiName NameOf(string written) => IatiNames.Of(Encoding.ASCII.GetBytes(written)) is var name and not IatiName.Unknown
        ? name
        : throw new InvalidOperationException($"The schema names {written}, which the reader does not know.");
}

/// <summary>One kind of element.</summary>
internal sealed record ElementKind(AllowedAttribute[] Attributes, AllowedChild[] Children, bool HasText)
{
    private readonly sbyte[] attributes = Places(Attributes.Select(a => a.Name));
    private readonly sbyte[] children = Places(Children.Select(c => c.Name));
    private readonly ulong needed = Children.Select((c, i) => c.IsRequired ? 1ul << i : 0).Aggregate(0ul, (all, bit) => all | bit);

    /// <summary>One bit for each attribute that must be there, in their order.</summary>
    public uint Required { get; } = Bits(Attributes, a => a.IsRequired);

    /// <summary>One bit for each attribute that holds a whole number.</summary>
    public uint Whole { get; } = Bits(Attributes, a => a.Least is not null);

    /// <summary>A child that must be there has its place from the first to before the other.</summary>
    public bool Needs(int from, int to) => (needed & ((1ul << to) - 1)) >> from != 0;

    /// <summary>Its place among the attributes, or -1.</summary>
    public int PlaceOfAttribute(IatiName name) => attributes[(byte)name];

    /// <summary>Its place in the order of the children, or -1.</summary>
    public int PlaceOfChild(IatiName name) => children[(byte)name];

    private static sbyte[] Places(IEnumerable<IatiName> names)
    {
        var places = new sbyte[byte.MaxValue + 1];
        Array.Fill(places, (sbyte)-1);
        foreach (var (place, name) in names.Index()) places[(byte)name] = (sbyte)place;
        return places;
    }

    private static uint Bits(AllowedAttribute[] attributes, Predicate<AllowedAttribute> has) =>
        attributes.Select((a, i) => has(a) ? 1u << i : 0).Aggregate(0u, (all, bit) => all | bit);
}

/// <summary>An attribute: whether it must be there, and the least it may be when it is a whole number.</summary>
internal sealed record AllowedAttribute(IatiName Name, string Written, bool IsRequired, int? Least);

/// <summary>A child in its place: whether it must be there, whether it may come again, and of which kind it is.</summary>
internal sealed record AllowedChild(IatiName Name, string Written, bool IsRequired, bool IsMany, int Kind);
