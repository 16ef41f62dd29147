using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Cornerstone.Bench.Scale;

/// <summary>Listens to what the program asks of the database: how many statements, how long each was waited for.</summary>
internal sealed class StatementLog : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly List<(string Text, double Milliseconds)> statements = [];
    private readonly List<IDisposable> subscriptions = [];

    internal StatementLog() => subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    internal int Count => Read(s => s.Count);

    internal double Milliseconds => Read(s => s.Sum(x => x.Milliseconds));

    internal void Clear() => Read(s =>
    {
        s.Clear();
        return 0;
    });

    /// <summary>What was waited for longest, by statement: times, milliseconds together, text.</summary>
    internal IReadOnlyList<(int Times, double Milliseconds, string Text)> Slowest(int most) => Read(s => s.GroupBy(x => x.Text)
        .Select(g => (g.Count(), g.Sum(x => x.Milliseconds), g.Key)).OrderByDescending(g => g.Item2).Take(most).ToList());

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            subscriptions.Add(value.Subscribe(this, name => name == RelationalEventId.CommandExecuted.Name));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandExecutedEventData executed)
        {
            Read(s =>
            {
                s.Add((executed.Command.CommandText, executed.Duration.TotalMilliseconds));
                return 0;
            });
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => subscriptions.ForEach(s => s.Dispose());

    private TResult Read<TResult>(Func<List<(string Text, double Milliseconds)>, TResult> read)
    {
        lock (statements)
        {
            return read(statements);
        }
    }
}
