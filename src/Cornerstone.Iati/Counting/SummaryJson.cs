using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Cornerstone.Iati;

/// <summary>Summaries as JSON: names in camelCase, what is absent is null and never missing.</summary>
public static class SummaryJson
{
    // Letters of all scripts stay readable; only what could end a script or tag is escaped.
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>An array, one object for each file.</summary>
    public static void Write(IEnumerable<FlowSummary> summaries, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(summaries);

        using var writer = new Utf8JsonWriter(stream, Readable);
        writer.WriteStartArray();
        foreach (var summary in summaries) Write(summary, writer);
        writer.WriteEndArray();
    }

    private static void Write(FlowSummary summary, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("file", summary.File);
        writer.WriteString("version", summary.Version);
        writer.WriteNumber("activities", summary.Activities);
        writer.WriteNumber("distinctIdentifiers", summary.DistinctIdentifiers);
        writer.WriteNumber("transactions", summary.Transactions);
        writer.WriteNumber("budgets", summary.Budgets);
        writer.WriteNumber("plannedDisbursements", summary.PlannedDisbursements);
        writer.WriteNumber("locations", summary.Locations);
        writer.WriteNumber("results", summary.Results);
        writer.WriteNumber("organisations", summary.Organisations);
        writer.WriteNumber("brokenRecords", summary.Broken);
        Sums(summary, writer);
        Codes(summary, writer);
        Findings(summary, writer);
        writer.WriteEndObject();
    }

    private static void Sums(FlowSummary summary, Utf8JsonWriter writer)
    {
        writer.WriteStartArray("sums");
        foreach (var sum in summary.Sums)
        {
            writer.WriteStartObject();
            writer.WriteString("transactionType", sum.TransactionType);
            writer.WriteString("currency", sum.Currency);
            writer.WriteString("value", sum.Value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Codes(FlowSummary summary, Utf8JsonWriter writer)
    {
        writer.WriteStartArray("sectors");
        foreach (var (vocabulary, code, activities) in summary.Sectors)
        {
            writer.WriteStartObject();
            writer.WriteString("vocabulary", vocabulary);
            writer.WriteString("code", code);
            writer.WriteNumber("activities", activities);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("countries");
        foreach (var (code, activities) in summary.Countries)
        {
            writer.WriteStartObject();
            writer.WriteString("code", code);
            writer.WriteNumber("activities", activities);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Findings(FlowSummary summary, Utf8JsonWriter writer)
    {
        writer.WriteStartArray("findings");
        foreach (var finding in summary.Findings)
        {
            writer.WriteStartObject();
            writer.WriteString("rule", finding.Rule);
            writer.WriteString("severity", finding.Severity.ToString());
            writer.WriteString("at", finding.At);
            writer.WriteNumber("line", finding.Line);
            writer.WriteString("activity", finding.Activity);
            writer.WriteString("message", finding.Message);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("findingCounts");
        foreach (var (rule, severity, count) in summary.RuleCounts)
        {
            writer.WriteStartObject();
            writer.WriteString("rule", rule);
            writer.WriteString("severity", severity.ToString());
            writer.WriteNumber("count", count);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
