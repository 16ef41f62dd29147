using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Data;

/// <summary>
/// Who may share a count of the ledger: readers who may see exactly the same rows of a country. It is the database's own answer, by
/// the functions its row-level security asks.
/// </summary>
/// <param name="Levels">Levels of the country and the shared layer that may be read, and compartments that are open.</param>
public sealed record LedgerSight(string Country, string Levels)
{
    public static Task<LedgerSight> OfAsync(AppDb db, string country, CancellationToken ct) => db.Database.SqlQuery<LedgerSight>($"""
        select {country} as "Country",
               coalesce((select string_agg(r.country || r.classification, ',' order by r.country, r.classification) from access.readable() r where r.country in ({country}, 'UN')), '')
               || '/' || coalesce((select string_agg(c::text, ',' order by c::text) from access.open_compartments() c), '') as "Levels"
        """).SingleAsync(ct);
}

/// <summary>What was committed since a count of the ledger was made.</summary>
/// <param name="Seen">What is committed now, to ask with the next time.</param>
/// <param name="IsShared">Something all amounts rest on has changed: rates, organisations, regions.</param>
/// <param name="IsForgotten">More changed than is still told: all is to be counted anew.</param>
/// <param name="Activities">Those that changed, also such as the reader may not see: what he reads of them the database decides.</param>
public sealed record LedgerChanges(string Seen, bool IsShared, bool IsForgotten, Guid[] Activities)
{
    public bool IsNone => !IsShared && !IsForgotten && Activities.Length == 0;

    /// <summary>Asked before anything is read: what is committed in between is told again the next time, and nothing is missed.</summary>
    /// <param name="since">Null: from now on.</param>
    public static Task<LedgerChanges> SinceAsync(AppDb db, string country, string? since, CancellationToken ct) => db.Database.SqlQuery<LedgerChanges>($"""
        select c.seen as "Seen", c.is_shared as "IsShared", c.is_forgotten as "IsForgotten", c.activities as "Activities" from journal.ledger_changes_since({country}, {since}) c
        """).SingleAsync(ct);
}
