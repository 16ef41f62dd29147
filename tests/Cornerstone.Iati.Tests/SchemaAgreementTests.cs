using System.Text;

namespace Cornerstone.Iati.Tests;

/// <summary>Our check of the schema, held against the published schema as .NET applies it, file by file.</summary>
public sealed class SchemaAgreementTests(ITestOutputHelper output)
{
    // Measured: all of 2,149. A newer collection may bring a case nobody has thought of.
    private const double LeastAgreement = 0.99;

    [Fact]
    public void Files_are_judged_as_the_published_schema_judges_them()
    {
        Assert.SkipUnless(RealFiles.Folder is not null, RealFiles.Absent);
        var (alike, valid, different) = (0, 0, new List<string>());

        foreach (var path in RealFiles.All())
        {
            if (As203(File.ReadAllText(path)) is not { } text) continue;
            var file = Encoding.UTF8.GetBytes(text);
            var official = OfficialSchema.Refusals(file);
            var ours = Given.Summary(file).RuleCounts.Where(r => r.Rule[0] is 'S' or 'X' or 'V').Select(r => r.Rule).ToList();
            valid += official.Count == 0 ? 1 : 0;
            if (official.Count == 0 == (ours.Count == 0)) alike++;
            else different.Add($"{Path.GetFileName(path)}: schema: {official.FirstOrDefault() ?? "valid"}; we: {string.Join(' ', ours)}");
        }

        output.WriteLine($"schema: {alike} of {alike + different.Count} files judged alike ({valid} of them valid)");
        foreach (var line in different) output.WriteLine(line);
        Assert.True(alike + different.Count > 100);
        Assert.True(alike >= LeastAgreement * (alike + different.Count), string.Join('\n', different.Take(40)));
    }

    [Theory]
    [InlineData("<title><narrative>Again</narrative></title>", "S4")]
    [InlineData("<capital-spend percentage=\"1\"/><capital-spend percentage=\"1\"/>", "S3")]
    [InlineData("<transaction><transaction-type code=\"3\"/><value value-date=\"2024-01-01\">5</value></transaction>", "S2")]
    [InlineData("<budget-planned/>", "S1")]
    [InlineData("<related-activity ref=\"XM-EXAMPLE-2\"/>", "S5")]
    [InlineData("<related-activity ref=\"XM-EXAMPLE-2\" type=\"1\" note=\"x\"/>", "S6")]
    [InlineData("<result type=\"1\"><title><narrative>T</narrative></title><indicator measure=\"5\"><title><narrative>T</narrative></title><baseline year=\"last\"/></indicator></result>", "S7")]
    [InlineData("<result type=\"1\"><title><narrative>T</narrative></title><indicator measure=\"5\"><title><narrative>T</narrative></title><baseline year=\"-2008\"/></indicator></result>", "S7")]
    [InlineData("<location><administrative code=\"1\" vocabulary=\"G1\" level=\"-1\"/></location>", "S7")]
    [InlineData("<transaction humanitarian=\"\"><transaction-type code=\"3\"/><transaction-date iso-date=\"2024-03-01\"/><value value-date=\"2024-03-01\">5</value></transaction>", "V4")]
    [InlineData("<transaction><transaction-type code=\"3\"/><transaction-date iso-date=\"\"/><value value-date=\"2024-03-01\">5</value></transaction>", "V2")]
    [InlineData("<capital-spend percentage=\"\"/>", "V1")]
    [InlineData("<fss extraction-date=\"2024-01-01\"><forecast year=\"next\" value-date=\"2024-01-01\">5</forecast></fss>", "V1")]
    [InlineData("<fss extraction-date=\"2024-01-01\"><forecast year=\"2025\" value-date=\"2024-01-01\"/></fss>", "V3")]
    public void What_the_schema_has_no_room_for_is_found(string inside, string rule)
    {
        var file = Encoding.UTF8.GetBytes(Given.File(Given.Activity(inside: inside)));

        Assert.Contains(rule, Given.Summary(file).Rules());
        Assert.SkipUnless(RealFiles.Folder is not null, RealFiles.Absent);
        Assert.NotEmpty(OfficialSchema.Refusals(file));
    }

    [Theory]
    [InlineData("version=\"2.03\" generated-datetime=\"2024-05-01\"", "", "V6", "/iati-activities/@generated-datetime", 2)]
    [InlineData("", "", "S5", "/iati-activities", 2)]
    [InlineData("version=\"2.03\"", " \n", "X8", "/", 1)]
    public void The_beginning_of_a_file_is_held_against_the_schema_too(string attributes, string before, string rule, string at, int line)
    {
        var file = before + Given.File(Given.Activity()).Replace("version=\"2.03\"", attributes, StringComparison.Ordinal);

        var summary = Given.Summary(file);

        Assert.Equal((at, (long)line, 1L), (summary.The(rule).At, summary.The(rule).Line, summary.Activities));
        Assert.SkipUnless(RealFiles.Folder is not null, RealFiles.Absent);
        Assert.NotEmpty(OfficialSchema.Refusals(Encoding.UTF8.GetBytes(file)));
    }

    [Theory]
    [InlineData("<x:note xmlns:x=\"http://example.org/x\" x:a=\"1\">extra</x:note>")]
    [InlineData("<note xmlns=\"http://example.org/x\">extra</note>")]
    public void Elements_and_attributes_of_another_namespace_are_extensions(string inside)
    {
        Assert.Empty(Given.Summary(Given.File(Given.Activity(inside: inside))).Rules());
    }

    /// <summary>Published files of 2.03, and the schema's own cases, which write "xx" where the version stands.</summary>
    private static string? As203(string file)
    {
        var text = file.Replace("version=\"xx\"", "version=\"2.03\"", StringComparison.Ordinal);
        return text.Contains("version=\"2.03\"", StringComparison.Ordinal) && text.Contains("<iati-", StringComparison.Ordinal) && !text.Contains("registry", StringComparison.Ordinal) ? text : null;
    }
}
