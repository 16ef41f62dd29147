using Microsoft.Extensions.Logging;

namespace Cornerstone.Tests.TestKit;

/// <summary>The lines of a log, from a level on.</summary>
internal sealed class RecordedLog(LogLevel from) : ILoggerProvider, ILogger
{
    private readonly List<string> lines = [];

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (lines)
            {
                return [.. lines];
            }
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= from;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            lock (lines)
            {
                lines.Add(formatter(state, exception));
            }
        }
    }

    public void Dispose()
    {
    }
}
