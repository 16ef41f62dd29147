using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Cornerstone.Access;
using Microsoft.Extensions.Logging;

namespace Cornerstone.Tests.TestKit;

/// <summary>Keeps the lines of a program's log that name somebody: logs know people by their ids (security handbook, goal 28).</summary>
internal sealed partial class NamingLines : ILoggerProvider, ILogger
{
    private readonly ConcurrentBag<string> lines = [];

    public IReadOnlyCollection<string> Lines => lines;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var line = $"{formatter(state, exception)} {exception}";
        if (Address().IsMatch(line) || DemonstrationPerson.All.Any(p => line.Contains(p.Name, StringComparison.OrdinalIgnoreCase)))
        {
            lines.Add(line);
        }
    }

    public void Dispose()
    {
    }

    [GeneratedRegex(@"[\w+-]@[\w-]+\.\w", RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
