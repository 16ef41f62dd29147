using System.Buffers;
using System.Text;
using System.Text.Json;
using Cornerstone.Ui.Pages;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Cornerstone.Operations;

/// <summary>
/// The program's log for a machine that gathers logs: one JSON object a line, with the reference that stands on the page of whoever met the
/// fault. Scopes are left out: the framework puts addresses into them, and an address may hold a secret that works once.
/// </summary>
internal sealed class LogLines(TimeProvider clock) : ConsoleFormatter(Setting)
{
    public const string Setting = "CORNERSTONE_LOG";

    /// <exception cref="RefusedException">The variable asks for a form there is not.</exception>
    public static void Choose(ILoggingBuilder logging) => Choose(logging, Environment.GetEnvironmentVariable(Setting));

    /// <inheritdoc cref="Choose(ILoggingBuilder)"/>
    internal static void Choose(ILoggingBuilder logging, string? form)
    {
        switch (form)
        {
            case null or "" or "text":
                logging.AddSimpleConsole(c => c.SingleLine = true);
                break;
            case "json":
                logging.Services.AddSingleton(TimeProvider.System);
                logging.AddConsole(c => c.FormatterName = Setting).AddConsoleFormatter<LogLines, ConsoleFormatterOptions>();
                break;
            case var asked:
                throw new RefusedException($"{Setting} is \"{asked}\": write json or text.");
        }
    }

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("at", clock.GetUtcNow());
            json.WriteString("level", logEntry.LogLevel.ToString());
            json.WriteString("from", logEntry.Category);
            json.WriteString("text", logEntry.Formatter(logEntry.State, logEntry.Exception));
            if (RequestReference.Current is { } reference) json.WriteString("reference", reference);
            if (logEntry.Exception is { } fault) json.WriteString("fault", fault.ToString());
            json.WriteEndObject();
        }

        textWriter.WriteLine(Encoding.UTF8.GetString(bytes.WrittenSpan));
    }
}
