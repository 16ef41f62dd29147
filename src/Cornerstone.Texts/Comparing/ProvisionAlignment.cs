namespace Cornerstone.Texts;

/// <summary>Indexes of earlier provisions and the later ones they became.</summary>
internal sealed record AlignedGroup(IReadOnlyList<int> Left, IReadOnlyList<int> Right, double Similarity);

/// <summary>
/// Finds which provision became which: best pairs first, each provision once; equal claims go to the pair in the same place.
/// What stays alone may still be the other half of a paragraph that was split, or have been merged into one.
/// </summary>
internal sealed class ProvisionAlignment
{
    // Settled on S/RES/2151 (2014) against S/RES/2553 (2020): true pairs score 0.43 and more, unrelated ones 0.28 and less.
    private const double LeastClaim = 0.38;

    // A half must bring at least a quarter of the whole that its partner lacks, and consist of the whole by three tenths.
    private const double LeastHalf = 0.25;
    private const double LeastOfPart = 0.3;

    // The same words always find each other, before any likeness.
    private const double SameLetters = 2;

    // Place and parents only decide between texts that are nearly alike.
    private const double PlaceBonus = 0.03;
    private const double ParentBonus = 0.06;
    private const double OtherKindLoss = 0.15;

    private readonly IReadOnlyList<Provision> _left, _right;
    private readonly TextFeatures[] _leftFeatures, _rightFeatures;
    private readonly string[] _leftLetters, _rightLetters;
    private readonly int[] _rightOf, _leftOf;

    private ProvisionAlignment(IReadOnlyList<Provision> left, IReadOnlyList<Provision> right)
    {
        (_left, _right) = (left, right);
        _leftFeatures = [.. left.Select(provision => new TextFeatures(provision.Text))];
        _rightFeatures = [.. right.Select(provision => new TextFeatures(provision.Text))];
        TextFeatures.Weigh([.. _leftFeatures, .. _rightFeatures]);
        _leftLetters = [.. left.Select(provision => WordTokens.Letters(provision.Text))];
        _rightLetters = [.. right.Select(provision => WordTokens.Letters(provision.Text))];
        _rightOf = Nothing(left.Count);
        _leftOf = Nothing(right.Count);
    }

    internal static List<AlignedGroup> Align(IReadOnlyList<Provision> left, IReadOnlyList<Provision> right)
    {
        var alignment = new ProvisionAlignment(left, right);
        alignment.Pair();
        return alignment.Groups();
    }

    private void Pair()
    {
        var claims = new List<(double Claim, int Left, int Right)>();
        for (var i = 0; i < _left.Count; i++)
        {
            for (var j = 0; j < _right.Count; j++)
            {
                if (ClaimOf(i, j) is var claim && claim >= LeastClaim) claims.Add((claim, i, j));
            }
        }

        // Paragraphs first, so that points can prefer the paragraph their parent became.
        foreach (var (_, i, j) in InOrder(claims.Where(claim => _left[claim.Left].Parent is null))) Take(i, j);
        var points = claims.Where(claim => _left[claim.Left].Parent is not null)
            .Select(claim => (claim.Claim + (HaveLinkedParents(claim.Left, claim.Right) ? ParentBonus : 0), claim.Left, claim.Right));
        foreach (var (_, i, j) in InOrder(points)) Take(i, j);
    }

    private static IOrderedEnumerable<(double Claim, int Left, int Right)> InOrder(IEnumerable<(double Claim, int Left, int Right)> claims) =>
        claims.OrderByDescending(claim => claim.Claim).ThenBy(claim => claim.Left).ThenBy(claim => claim.Right);

    private void Take(int i, int j)
    {
        if (_rightOf[i] >= 0 || _leftOf[j] >= 0) return;
        _rightOf[i] = j;
        _leftOf[j] = i;
    }

    /// <summary>Likeness, helped when one text stands nearly whole in the other: paragraphs grow more often than they are rewritten.</summary>
    private double ClaimOf(int i, int j)
    {
        if (!MayLink(_left[i].Kind, _right[j].Kind)) return 0;

        var place = PlaceBonus * (1 - Math.Abs(Place(i, j)));
        if (_leftLetters[i] == _rightLetters[j]) return IsSamePlace(i, j) ? SameLetters + place : 0;

        var cosine = _leftFeatures[i].Cosine(_rightFeatures[j]);
        if (cosine < LeastClaim / 2) return 0;

        var contained = Math.Max(_leftFeatures[i].ShareFoundIn(_rightFeatures[j]), _rightFeatures[j].ShareFoundIn(_leftFeatures[i]));
        var loss = _left[i].Kind == _right[j].Kind ? 0 : OtherKindLoss;
        return (0.6 * cosine) + (0.4 * contained) - loss + place;
    }

    /// <summary>Paragraphs without words ("58." before its points) are known by their number alone.</summary>
    private bool IsSamePlace(int i, int j) => _leftLetters[i].Length > 0 || _left[i].Number == _right[j].Number;

    private double Place(int i, int j) => ((double)i / Math.Max(1, _left.Count)) - ((double)j / Math.Max(1, _right.Count));

    private bool HaveLinkedParents(int i, int j) =>
        _right[j].Parent is { } parent && IndexOf(_left, _left[i].Parent!) is >= 0 and var above && _rightOf[above] >= 0 && _right[_rightOf[above]].Id == parent;

    private static int IndexOf(IReadOnlyList<Provision> provisions, string id)
    {
        for (var i = 0; i < provisions.Count; i++)
        {
            if (provisions[i].Id == id) return i;
        }

        return -1;
    }

    private List<AlignedGroup> Groups()
    {
        var rights = new List<int>[_left.Count];
        for (var i = 0; i < rights.Length; i++) rights[i] = _rightOf[i] < 0 ? [] : [_rightOf[i]];
        var lonelyRight = Enumerable.Range(0, _right.Count).Where(j => _leftOf[j] < 0).ToList();
        foreach (var j in lonelyRight.ToList())
        {
            if (WholeOf(_right[j], _rightFeatures[j], _left, _leftFeatures, _rightOf, _rightFeatures) is not (>= 0 and var whole)) continue;
            rights[whole].Add(j);
            lonelyRight.Remove(j);
        }

        return [.. Merged(rights), .. lonelyRight.Select(j => new AlignedGroup([], [j], 0))];
    }

    private IEnumerable<AlignedGroup> Merged(List<int>[] rights)
    {
        var lefts = new Dictionary<int, List<int>>();
        foreach (var i in Enumerable.Range(0, _left.Count).Where(i => rights[i].Count == 0))
        {
            if (WholeOf(_left[i], _leftFeatures[i], _right, _rightFeatures, _leftOf, _leftFeatures) is not (>= 0 and var whole)) continue;
            if (rights[_leftOf[whole]].Count > 1) continue;
            if (!lefts.TryGetValue(whole, out var parts)) lefts[whole] = parts = [];
            parts.Add(i);
        }

        var merged = lefts.Values.SelectMany(parts => parts).ToHashSet();
        for (var i = 0; i < rights.Length; i++)
        {
            if (merged.Contains(i)) continue;
            List<int> left = rights[i] is [var only] && lefts.TryGetValue(only, out var parts) ? [.. parts.Append(i).Order()] : [i];
            var similarity = rights[i].Count == 0 ? 0 : _leftFeatures[i].Cosine(_rightFeatures[_rightOf[i]]);
            yield return new AlignedGroup(left, [.. rights[i].Order()], similarity);
        }
    }

    /// <summary>The paired provision of the other document of which this one is a further half; -1 when there is none.</summary>
    private static int WholeOf(
        Provision part, TextFeatures features, IReadOnlyList<Provision> wholes, TextFeatures[] wholeFeatures, int[] partnerOf, TextFeatures[] partners)
    {
        var best = -1;
        var most = 0.0;
        for (var i = 0; i < wholes.Count; i++)
        {
            if (partnerOf[i] < 0 || wholes[i].Kind != part.Kind) continue;
            var brought = wholeFeatures[i].ShareFoundIn(features, without: partners[partnerOf[i]]);
            if (brought < LeastHalf || brought <= most || features.ShareFoundIn(wholeFeatures[i]) < LeastOfPart) continue;
            (best, most) = (i, brought);
        }

        return best;
    }

    private static bool MayLink(ProvisionKind left, ProvisionKind right) =>
        left == right || (left is not (ProvisionKind.Heading or ProvisionKind.Footnote) && right is not (ProvisionKind.Heading or ProvisionKind.Footnote));

    private static int[] Nothing(int count)
    {
        var nothing = new int[count];
        Array.Fill(nothing, -1);
        return nothing;
    }
}
