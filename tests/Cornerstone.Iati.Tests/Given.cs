using System.Text;

namespace Cornerstone.Iati.Tests;

/// <summary>Small files for tests, and what reading them gives.</summary>
internal static class Given
{
    public static readonly IatiOptions Options = new() { Now = new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero) };

    /// <summary>An activity that breaks no rule, with something of the test's own at its end.</summary>
    public static string Activity(string identifier = "XM-EXAMPLE-1", string inside = "", string attributes = "default-currency=\"USD\" xml:lang=\"en\"") => $"""
        <iati-activity {attributes}>
          <iati-identifier>{identifier}</iati-identifier>
          <reporting-org ref="XM-EXAMPLE" type="10"><narrative>Example</narrative></reporting-org>
          <title><narrative>Parliamentary scrutiny of the defence budget</narrative></title>
          <description><narrative>Training of the committee's staff</narrative></description>
          <participating-org ref="XM-EXAMPLE" role="1"><narrative>Example</narrative></participating-org>
          <activity-status code="2"/>
          <activity-date type="2" iso-date="2024-01-15"/>
          <recipient-country code="ML"/>
          <sector vocabulary="1" code="15210"/>
          {inside}
        </iati-activity>
        """;

    public static string Disbursement(string value = "<value value-date=\"2024-03-01\">100</value>", string type = "3") =>
        $"<transaction><transaction-type code=\"{type}\"/><transaction-date iso-date=\"2024-03-01\"/>{value}</transaction>";

    public static string File(params string[] activities) => $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<iati-activities version=\"2.03\">\n{string.Join('\n', activities)}\n</iati-activities>\n";

    public static FlowSummary Summary(string file) => Summary(Encoding.UTF8.GetBytes(file));

    public static FlowSummary Summary(byte[] file)
    {
        using var stream = new MemoryStream(file);
        return FlowSummary.Of("file.xml", stream, Options);
    }

    public static List<IatiRecord> Records(string file) => Records(Encoding.UTF8.GetBytes(file));

    public static List<IatiRecord> Records(byte[] file)
    {
        using var stream = new MemoryStream(file);
        return [.. new IatiReader(stream, Options).Read()];
    }

    public static Activity OnlyActivity(string file) => Assert.Single(Records(file)).Activity!;

    public static Finding The(this FlowSummary summary, string rule) => Assert.Single(summary.Findings, f => f.Rule == rule);

    public static List<string> Rules(this FlowSummary summary) => [.. summary.RuleCounts.Select(r => r.Rule).Order(StringComparer.Ordinal)];

    public static FlowSum TheSum(this FlowSummary summary) => Assert.Single(summary.Sums);
}
