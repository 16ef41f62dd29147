using Cornerstone.Charts.Drawing;
using Cornerstone.Charts.Graphs;

namespace Cornerstone.Charts;

/// <summary>One unit of an organigram.</summary>
/// <param name="Key">What others refer to it by.</param>
/// <param name="Parent">Key of the unit it stands under; null, or a key that is not there, stands at the top.</param>
/// <param name="OverseenBy">Keys of the units that watch it.</param>
/// <param name="IsAlert">Drawn with a broken edge: something is missing, and <paramref name="Alert"/> says what.</param>
public sealed record OrganigramUnit(string Key, string Name, string? Parent, IReadOnlyList<string> OverseenBy, string? Href = null, bool IsAlert = false, string? Alert = null);

/// <summary>Headings of the table behind the drawing.</summary>
public sealed record OrganigramWords(string Parent, string OverseenBy);

/// <summary>
/// Who stands under whom, as an indented tree that fits a phone as well as a wall, with the lines of oversight as arcs beside it:
/// they cross the tree, which is their point, and would hide it if they ran through it.
/// </summary>
public sealed record Organigram(ChartText Text, OrganigramWords Words, IReadOnlyList<OrganigramUnit> Units)
{
    private const string Kind = "chart-organigram";

    public Chart Draw(ChartOptions options)
    {
        options.Check();
        var table = Table();
        if (Units.Count == 0) return Document.Empty(Text, options, table, Kind);

        var canvas = new Canvas(options);
        var height = new OrganigramPicture(this, canvas, options).Draw();
        return new(Document.Of(Text, options, canvas, height, Kind, Units.Any(u => u.Href is not null)), table);
    }

    /// <summary>Parents before those under them; a circle of parents is cut where it is first met.</summary>
    internal IReadOnlyList<(OrganigramUnit Unit, int Depth)> Rows()
    {
        var known = Units.Select(u => u.Key).ToHashSet();
        var below = Units.ToLookup(u => u.Parent is not null && known.Contains(u.Parent) ? u.Parent : "");
        var rows = new List<(OrganigramUnit, int)>();
        var placed = new HashSet<string>();
        void Walk(OrganigramUnit unit, int depth)
        {
            if (!placed.Add(unit.Key)) return;

            rows.Add((unit, depth));
            foreach (var child in below[unit.Key]) Walk(child, depth + 1);
        }

        foreach (var top in below[""]) Walk(top, 0);
        foreach (var left in Units) Walk(left, 0);
        return rows;
    }

    private ChartTable Table()
    {
        var names = Units.ToDictionary(u => u.Key, u => u.Name);
        string NameOf(string? key) => key is null ? "–" : names.GetValueOrDefault(key, "–");
        return new(SeriesTable.Caption(Text), [Text.CategoryHeading, Words.Parent, Words.OverseenBy],
            [.. Rows().Select(r => new ChartTableRow(new(r.Unit.Name, Href: r.Unit.Href),
                [new(NameOf(r.Unit.Parent)), new(r.Unit.OverseenBy.Count == 0 ? "–" : string.Join(", ", r.Unit.OverseenBy.Where(names.ContainsKey).Select(k => names[k])))]))]);
    }
}
