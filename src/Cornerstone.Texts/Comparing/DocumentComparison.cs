namespace Cornerstone.Texts;

/// <summary>Lays two documents side by side, paragraph by paragraph: draft and adopted text, a resolution and its successor.</summary>
public static class DocumentComparison
{
    /// <param name="a">The earlier document.</param>
    /// <param name="b">The later document.</param>
    public static Comparison Compare(UnDocument a, UnDocument b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);

        var (left, right) = (Subject(a), Subject(b));
        var groups = ProvisionAlignment.Align(left.Provisions, right.Provisions);
        var links = InReadingOrder(groups).Select(group => Link(group, left.Provisions, right.Provisions));
        return new Comparison(left, right, [.. links]);
    }

    /// <summary>A letter that carries a resolution is compared by the resolution: the part with operative paragraphs, when the cover has none.</summary>
    private static UnDocument Subject(UnDocument document)
    {
        if (document.Provisions.Any(IsOperative)) return document;
        return document.Parts.FirstOrDefault(part => part.Provisions.Any(IsOperative)) ?? document;
    }

    private static bool IsOperative(Provision provision) => provision.Kind == ProvisionKind.OP;

    /// <summary>Order of the later document; what was dropped stands where its predecessor went.</summary>
    private static IEnumerable<AlignedGroup> InReadingOrder(List<AlignedGroup> groups)
    {
        var byLeft = groups.Where(group => group.Left.Count > 0).OrderBy(group => group.Left[0]).ToList();
        var places = new Dictionary<AlignedGroup, double>();
        var last = -1.0;
        foreach (var group in byLeft)
        {
            if (group.Right.Count > 0) last = group.Right[0];
            places[group] = group.Right.Count > 0 ? group.Right[0] : last + 0.5;
        }

        return groups.OrderBy(group => places.TryGetValue(group, out var place) ? place : group.Right[0])
            .ThenBy(group => group.Left.Count > 0 ? group.Left[0] : -1);
    }

    private static ProvisionLink Link(AlignedGroup group, IReadOnlyList<Provision> left, IReadOnlyList<Provision> right)
    {
        var before = group.Left.Select(i => left[i]).ToList();
        var after = group.Right.Select(j => right[j]).ToList();
        var words = WordDifference.Between(Joined(before), Joined(after));
        var relation = Relation(before, after, words);
        return new ProvisionLink(
            relation,
            [.. before.Select(provision => provision.Id)],
            [.. after.Select(provision => provision.Id)],
            relation == ProvisionRelation.Same ? 1 : Math.Round(group.Similarity, 3),
            words);
    }

    private static ProvisionRelation Relation(List<Provision> before, List<Provision> after, IReadOnlyList<WordRun> words)
    {
        if (before.Count == 0) return ProvisionRelation.New;
        if (after.Count == 0) return ProvisionRelation.Dropped;
        if (after.Count > 1) return ProvisionRelation.Split;
        if (before.Count > 1) return ProvisionRelation.Merged;
        if (words.All(run => run.Change == WordChange.Same)) return ProvisionRelation.Same;

        return (after[0].Strength - before[0].Strength) switch
        {
            > 0 => ProvisionRelation.Strengthened,
            < 0 => ProvisionRelation.Weakened,
            _ => ProvisionRelation.Changed,
        };
    }

    private static string Joined(List<Provision> provisions) => string.Join(' ', provisions.Select(provision => provision.Text));
}
