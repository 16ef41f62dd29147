using System.Diagnostics;
using System.Text.Json;
using Cornerstone.Operations;
using Cornerstone.Tests.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace Cornerstone.Tests.Operations;

public sealed class LogLinesTests
{
    private static readonly DateTimeOffset Moment = new(2026, 6, 1, 8, 30, 0, TimeSpan.Zero);

    [Fact]
    public void Each_entry_is_one_line_with_the_reference_of_its_request_and_no_scope()
    {
        using var request = new Activity("request").SetIdFormat(ActivityIdFormat.W3C).Start();

        var line = Written("A name\nover \"two\" lines", new InvalidOperationException("Why"));
        var told = JsonDocument.Parse(line).RootElement;

        Assert.Equal(["at", "level", "from", "text", "reference", "fault"], told.EnumerateObject().Select(p => p.Name));
        Assert.Equal(Moment, told.GetProperty("at").GetDateTimeOffset());
        Assert.Equal(("Error", "Cornerstone.Here", "A name\nover \"two\" lines"), (told.GetProperty("level").GetString(), told.GetProperty("from").GetString(), told.GetProperty("text").GetString()));
        Assert.Equal(request.TraceId.ToHexString()[..12].ToUpperInvariant(), told.GetProperty("reference").GetString()!.Replace("-", "", StringComparison.Ordinal));
        Assert.StartsWith("System.InvalidOperationException: Why", told.GetProperty("fault").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, line.Count(c => c == '\n'));
    }

    [Fact]
    public void Outside_a_request_there_is_no_reference()
    {
        Activity.Current = null;

        Assert.Equal(["at", "level", "from", "text"], JsonDocument.Parse(Written("Started", null)).RootElement.EnumerateObject().Select(p => p.Name));
    }

    [Theory]
    [InlineData(null, ConsoleFormatterNames.Simple)]
    [InlineData("text", ConsoleFormatterNames.Simple)]
    [InlineData("json", LogLines.Setting)]
    public void The_variable_chooses_the_form(string? asked, string form)
    {
        using var services = new ServiceCollection().AddLogging(l => LogLines.Choose(l, asked)).BuildServiceProvider();

        Assert.Equal(form, services.GetRequiredService<IOptions<ConsoleLoggerOptions>>().Value.FormatterName ?? ConsoleFormatterNames.Simple);
        Assert.Contains(form, services.GetServices<ConsoleFormatter>().Select(f => f.Name));
    }

    [Fact]
    public void A_form_there_is_not_is_refused_in_words()
    {
        var refused = Assert.Throws<RefusedException>(() => new ServiceCollection().AddLogging(l => LogLines.Choose(l, "xml")));

        Assert.Contains("write json or text", refused.Message, StringComparison.Ordinal);
    }

    private static string Written(string text, Exception? fault)
    {
        var scopes = new LoggerExternalScopeProvider();
        using var scope = scopes.Push("RequestPath:/setup/a-secret-that-works-once");
        using var writer = new StringWriter { NewLine = "\n" };
        new LogLines(new SetClock(Moment)).Write(new LogEntry<string>(LogLevel.Error, "Cornerstone.Here", default, text, fault, (state, _) => state), scopes, writer);
        return writer.ToString();
    }
}
