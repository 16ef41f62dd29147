using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Cornerstone.Data;

internal static class ContextPools
{
    /// <summary>
    /// The context reads and writes through a connection of this pool. The options do not name the pool, so that what EF knows of a
    /// model and of its queries is made once for the process, however many databases it opens.
    /// </summary>
    public static T WithPool<T>(this T context, NpgsqlDataSource pool)
        where T : DbContext
    {
        context.Database.SetDbConnection(pool.CreateConnection(), contextOwnsConnection: true);
        return context;
    }
}
