namespace Cornerstone.Data;

/// <summary>
/// Rows for one table, in the form in which they are sent. What they were made of can be forgotten at once, which in a large import
/// saves the collector of memory from going through it again and again.
/// </summary>
internal sealed class CopyRows<T>(AppDb db)
    where T : class
{
    private readonly CopyBuffer buffer = new();
    private readonly IReadOnlyList<CopyColumn<T>> columns = BulkCopy.ColumnsOf<T>(db);

    private readonly Dictionary<Guid, int> compartments = [];

    public int Count { get; private set; }

    /// <summary>How many are of each sealed group, and of none.</summary>
    public IReadOnlyDictionary<Guid, int> Compartments => compartments;

    public void Add(T row)
    {
        if (Count++ == 0)
        {
            buffer.Clear();
            buffer.Begin();
            compartments.Clear();
        }

        var compartment = BulkCopy.CompartmentOf(row);
        compartments[compartment] = compartments.GetValueOrDefault(compartment) + 1;

        BulkCopy.Write(buffer, columns, row);
    }

    /// <summary>All of them; the next one begins anew.</summary>
    public ReadOnlyMemory<byte> Ended()
    {
        buffer.End();
        Count = 0;
        return buffer.Written;
    }
}
