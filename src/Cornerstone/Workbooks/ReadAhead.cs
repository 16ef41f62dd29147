namespace Cornerstone.Workbooks;

/// <summary>
/// Reads the next item of a file while the one before is judged and stored: unpacking and understanding cells takes one processor,
/// the database another. Never more than one item ahead, so that memory stays bounded.
/// </summary>
internal sealed class ReadAhead<TItem> : IAsyncDisposable
    where TItem : class
{
    private readonly IEnumerator<TItem> items;
    private Task<TItem?> next;

    public ReadAhead(IEnumerable<TItem> source)
    {
        items = source.GetEnumerator();
        next = Task.Run(Read);
    }

    /// <summary>Null after the last.</summary>
    public async Task<TItem?> NextAsync()
    {
        var item = await next;
        next = item is null ? next : Task.Run(Read);
        return item;
    }

    /// <summary>Waits for the reading that goes on, because the file is closed next. What it met is of no interest any more.</summary>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAny(next);
        items.Dispose();
    }

    private TItem? Read() => items.MoveNext() ? items.Current : null;
}
