using System.ComponentModel;
using System.Globalization;
using Cornerstone.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Api;

/// <summary>Rows of one answer, and where the rest is.</summary>
/// <param name="Next">The address of the rows after these; null on the last page.</param>
public sealed record Listing<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Which part of a list is asked for: the rows after one that is known, so that none is missed or told twice while others are added.</summary>
public sealed record ListingRequest
{
    public const int Usual = 100;
    public const int Most = 1_000;

    [FromQuery(Name = "after"), Description("The id of the last row of the page before.")]
    public Guid? After { get; init; }

    [FromQuery(Name = "limit"), Description("Rows in one answer: 1 to 1000, usually 100.")]
    public int? Limit { get; init; }

    public string? Refusal => Limit is < 1 or > Most ? $"limit is {Limit}: expected 1 to {Most}." : null;

    /// <summary>The rows by key, and one more, to know whether there are any after them.</summary>
    public async Task<(List<T> Rows, bool HasMore)> ReadAsync<T>(IQueryable<T> rows, CancellationToken ct)
        where T : class, IRecord
    {
        var limit = Limit ?? Usual;
        var found = await rows.AsNoTracking().Where(r => After == null || r.Id > After).OrderBy(r => r.Id).Take(limit + 1).ToListAsync(ct);
        return (found.Count > limit ? found[..limit] : found, found.Count > limit);
    }

    public Listing<TRow> Answer<TRow>(HttpRequest request, IReadOnlyList<TRow> rows, Guid? last, bool hasMore)
    {
        if (!hasMore) return new(rows, null);

        var asked = request.Query.Where(q => q.Key is not "after").ToDictionary(q => q.Key, q => (string?)q.Value.ToString());
        asked["after"] = last?.ToString("D", CultureInfo.InvariantCulture);
        return new(rows, QueryHelpers.AddQueryString(request.Path, asked));
    }
}
