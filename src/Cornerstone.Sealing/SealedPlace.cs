using Cornerstone.Sealing.Forms;

namespace Cornerstone.Sealing;

/// <summary>
/// Where a sealed value stands. It is authenticated with the value, so a value read at any other place, or at another version of its row, is refused.
/// Names are those of the database, at most 63 bytes each.
/// </summary>
public sealed record SealedPlace(string Store, Guid Compartment, string Table, Guid Row, string Column, long Version)
{
    internal void WriteTo(ref Context context)
    {
        context.Text(Store);
        context.Id(Compartment);
        context.Text(Table);
        context.Id(Row);
        context.Text(Column);
        context.Number(Version);
    }
}
