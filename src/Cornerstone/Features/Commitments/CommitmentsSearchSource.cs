using Cornerstone.Data;
using Cornerstone.Ui.Search;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Commitments;

/// <summary>Obligations in the global search, by their words and by who sees to them.</summary>
public sealed class CommitmentsSearchSource(AppDb db) : ISearchSource
{
    private const int Most = 10;

    public string Label => "Commitments";

    public string? Needs => CommitmentsRoom.Read;

    public async Task<IReadOnlyList<SearchHit>> SearchAsync(string country, string query, CancellationToken ct)
    {
        var found = await db.Obligations.AsNoTracking()
            .Where(o => o.Country == country && o.State == ObligationState.Accepted)
            .Where(o => EF.Functions.ILike(o.What, Containing(query), "\\") || (o.Responsible != null && EF.Functions.ILike(o.Responsible, Containing(query), "\\")))
            .OrderBy(o => o.DueDate == null).ThenBy(o => o.DueDate).ThenBy(o => o.Id)
            .Take(Most)
            .Select(o => new { o.Id, o.What, o.Responsible })
            .ToListAsync(ct);
        return found.ConvertAll(o => new SearchHit(o.What, $"/{country.ToLowerInvariant()}/commitments/{o.Id}", o.Responsible));
    }

    // What the person typed is text, not a pattern.
    private static string Containing(string query) =>
        $"%{query.Trim().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
}
