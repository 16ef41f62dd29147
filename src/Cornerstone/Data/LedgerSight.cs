using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Data;

/// <summary>
/// What a count of the ledger is good for: readers who may see exactly the same rows of a country, as long as nothing it rests on
/// has changed. Both answers are the database's own, by the functions its row-level security asks.
/// </summary>
/// <param name="Changes">How many changes were committed.</param>
/// <param name="Levels">Levels of the country and the shared layer that may be read, and compartments that are open.</param>
public sealed record LedgerSight(string Country, long Changes, string Levels)
{
    /// <summary>Asked before anything is read: what is committed in between makes a count newer than it says, never older.</summary>
    public static Task<LedgerSight> OfAsync(AppDb db, string country, CancellationToken ct) => db.Database.SqlQuery<LedgerSight>($"""
        select {country} as "Country",
               journal.ledger_changes({country}) as "Changes",
               coalesce((select string_agg(r.country || r.classification, ',' order by r.country, r.classification) from access.readable() r where r.country in ({country}, 'UN')), '')
               || '/' || coalesce((select string_agg(c::text, ',' order by c::text) from access.open_compartments() c), '') as "Levels"
        """).SingleAsync(ct);
}
