using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Reclassifications;

/// <summary>What a room tells of its records wherever they are named outside it.</summary>
/// <param name="Kind">An English sentence, translated when shown: "Law".</param>
/// <param name="NameOf">What people call the record, in a language.</param>
/// <param name="AddressOf">Within the workspace: "laws/018f…".</param>
public sealed record RecordPage(Type Record, string Kind, Func<IRecord, string, string> NameOf, Func<IRecord, string> AddressOf)
{
    public static RecordPage Of<T>(string kind, Func<T, string, string> name, Func<T, string> address)
        where T : class, IRecord => new(typeof(T), kind, (r, language) => name((T)r, language), r => address((T)r));
}

/// <summary>A rule of a room that keeps its records at a level, whoever agrees to open them.</summary>
public interface ILevelRule
{
    /// <summary>Null for records that are none of its own.</summary>
    Task<Refusal?> MayBecomeAsync(AppDb db, IRecord record, Classification level, CancellationToken ct);
}
