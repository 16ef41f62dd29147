using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Languages;

namespace Cornerstone.Workbooks;

/// <summary>One download, preview or import: whose, where, when, in which language, and what it has learnt so far.</summary>
/// <param name="Act">What the changes are journaled as; previews and downloads carry it too and write nothing.</param>
public sealed record WorkbookRun(AppDb Db, string Country, Reader Reader, Act Act, Text T)
{
    private readonly Dictionary<string, object> learnt = [];

    public DateTimeOffset At => Act.At;

    /// <summary>Loaded the first time it is asked for, the same object afterwards: existing keys, code lists, keys seen in earlier batches.</summary>
    public TValue Once<TValue>(string name, Func<TValue> load)
        where TValue : notnull
    {
        if (!learnt.TryGetValue(name, out var value))
        {
            learnt[name] = value = load();
        }

        return (TValue)value;
    }

    /// <inheritdoc cref="Once{TValue}"/>
    public async Task<TValue> OnceAsync<TValue>(string name, Func<Task<TValue>> load)
        where TValue : notnull
    {
        if (!learnt.TryGetValue(name, out var value))
        {
            learnt[name] = value = await load();
        }

        return (TValue)value;
    }
}
