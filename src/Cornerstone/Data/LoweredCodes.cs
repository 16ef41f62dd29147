using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Data;

/// <summary>Which codes of a file stand on record at a stricter level than the file gives them, as far as the reader sees.</summary>
public static class LoweredCodes
{
    public static async Task<IReadOnlyList<(string Code, Classification Level)>> LoweredCodesAsync(
        this AppDb db, CodeRegister register, string country, IReadOnlyCollection<(string Code, Classification Level)> asked, CancellationToken ct)
    {
        var found = new List<(string, Classification)>();
        foreach (var level in asked.GroupBy(a => a.Level, a => a.Code))
        {
            var codes = level.Distinct().ToArray();
            found.AddRange((await db.Database.SqlQuery<string>($"""
                select c as "Value" from work.lowered_codes({register.Table}, {country}, {register.Version}::uuid, {codes}, {(short)level.Key}::smallint) c
                """).ToListAsync(ct)).Select(code => (code, level.Key)));
        }

        return found;
    }
}
