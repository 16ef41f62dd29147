using System.Globalization;
using System.Text;
using Cornerstone.Iati.Tree;

namespace Cornerstone.Iati.Rules;

/// <summary>
/// Collects what is found. A file of a million activities can break one rule a million times: each is counted, and the first of each rule
/// are kept in words.
/// </summary>
internal sealed class FindingLog(int keptOfARule)
{
    private readonly long[] counts = new long[Rule.All.Count];
    private List<Finding> found = [];
    private int countedTo;
    private long countedLines;

    public int RecordNumber { get; set; }

    /// <summary>The line on which the record at hand begins.</summary>
    public long FirstLine { get; private set; }

    public string? Activity { get; set; }

    public IEnumerable<RuleCount> Counts => Rule.All.Where(r => counts[r.Index] > 0).Select(r => new RuleCount(r.Id, r.Severity, counts[r.Index]));

    public void Begin(long line)
    {
        RecordNumber++;
        FirstLine = line;
        Activity = null;
        countedTo = 0;
        countedLines = 0;
    }

    public IReadOnlyList<Finding> Take()
    {
        if (found.Count == 0) return [];
        var taken = found;
        found = [];
        return taken;
    }

    /// <summary>The next finding of this rule is kept in words: only then is it worth making them.</summary>
    public bool Keeps(Rule rule) => counts[rule.Index] < keptOfARule;

    public void Add(Rule rule, Element at, IatiName attribute = IatiName.Unknown, string? fact = null, string? second = null, string? third = null)
    {
        if (counts[rule.Index]++ >= keptOfARule) return;
        var path = PathOf(at) + (attribute == IatiName.Unknown ? "" : "/@" + IatiNames.TextOf(attribute));
        Add(rule, path, LineOf(at.Tree, at.Start), [fact, second, third]);
    }

    /// <summary>Something about the file, or a record that could not be read.</summary>
    public void Add(Rule rule, string path, long line, params string?[] facts)
    {
        string[] given = [.. facts.OfType<string>()];
        found.Add(new Finding(rule.Id, rule.Severity, Activity, path, line, string.Format(CultureInfo.InvariantCulture, rule.Sentence, given)) { Facts = [.. given] });
    }

    public void AddToFile(Rule rule, string path, long line, params string?[] facts)
    {
        if (counts[rule.Index]++ < keptOfARule) Add(rule, path, line, facts);
    }

    /// <summary>Lines are counted from the last place asked for: findings come mostly in the order of the file.</summary>
    public long LineOf(ElementTree tree, int at)
    {
        var between = tree.Bytes[Math.Min(countedTo, at)..Math.Max(countedTo, at)].Count((byte)'\n');
        countedLines += at > countedTo ? between : -between;
        countedTo = at;
        return FirstLine + countedLines;
    }

    public string PathOf(Element element)
    {
        var path = new StringBuilder();
        for (var at = element; at.Exists; at = at.Parent)
        {
            path.Insert(0, at.Parent.Exists ? $"/{Step(at)}" : $"{Shown(at)}[{RecordNumber}]");
        }

        return path.ToString();
    }

    private static string Step(Element element)
    {
        var (position, count) = (0, 0);
        foreach (var sibling in element.Parent.All(element.Name))
        {
            count++;
            if (sibling.Index == element.Index) position = count;
        }

        return count > 1 ? $"{Shown(element)}[{position}]" : Shown(element);
    }

    private static string Shown(Element element)
    {
        var node = element.Tree[element.Index];
        var name = element.Tree.Bytes[(node.Start + 1)..node.NameEnd];
        return Encoding.UTF8.GetString(name[..Math.Min(name.Length, 60)]);
    }
}
