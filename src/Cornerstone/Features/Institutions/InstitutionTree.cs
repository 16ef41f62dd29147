namespace Cornerstone.Features.Institutions;

/// <summary>The institutions of a day as a tree: each with its depth, parents before those under them.</summary>
public sealed record InstitutionTree(IReadOnlyList<(InstitutionOn Institution, int Depth)> Rows)
{
    /// <summary>The subject people take turns on when they change who stands under whom.</summary>
    public static readonly Guid Turn = new("00000000-0000-7000-8031-000000000001");

    /// <summary>An institution whose parent is not among them, ended or hidden from the reader, stands at the top.</summary>
    public static InstitutionTree Of(IReadOnlyCollection<InstitutionOn> institutions)
    {
        var known = institutions.Select(i => i.Id).ToHashSet();
        var below = institutions.ToLookup(i => i.ParentId is { } parent && known.Contains(parent) ? parent : (Guid?)null);
        var rows = new List<(InstitutionOn, int)>();
        void Walk(Guid? parent, int depth)
        {
            foreach (var institution in below[parent].OrderBy(i => i.Code, StringComparer.Ordinal))
            {
                rows.Add((institution, depth));
                Walk(institution.Id, depth + 1);
            }
        }

        Walk(null, 0);
        return new(rows);
    }
}
