using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Data;

/// <summary>A list of codes the database keeps unique.</summary>
/// <param name="Table">Of the schema work, such as "law".</param>
/// <param name="Version">Where codes are unique in one version of a plan.</param>
public sealed record CodeRegister(string Table, Guid? Version = null);

/// <summary>Which codes cannot be used because a record the reader does not see has them: all that is ever told of it (decision 17).</summary>
public static class UnseenCodes
{
    public static async Task<IReadOnlySet<string>> UnseenCodesAsync(this AppDb db, CodeRegister register, string country, IReadOnlyCollection<string> asked, CancellationToken ct)
    {
        var codes = asked.ToArray();
        return (await db.Database.SqlQuery<string>($"""
            select c as "Value" from work.unseen_codes({register.Table}, {country}, {register.Version}::uuid, {codes}) c
            """).ToListAsync(ct)).ToHashSet();
    }
}
