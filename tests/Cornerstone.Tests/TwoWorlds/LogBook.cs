using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Cornerstone.Tests.TwoWorlds;

/// <summary>Keeps the log's lines that hold the canary: nothing of a record may stand in a log, at any level.</summary>
internal sealed class LogBook : ILoggerProvider, ILogger
{
    private int lines;

    public int Lines => lines;

    public string LastError { get; private set; } = "";

    public ConcurrentBag<string> WithCanary { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        Interlocked.Increment(ref lines);
        var line = $"{formatter(state, exception)} {exception}";
        LastError = logLevel >= LogLevel.Error ? line : LastError;
        if (line.Contains(Worlds.Canary, StringComparison.OrdinalIgnoreCase) || Canaries.FormIn(Encoding.UTF8.GetBytes(line)) is not null)
        {
            WithCanary.Add(line);
        }
    }

    public void Dispose()
    {
    }
}
