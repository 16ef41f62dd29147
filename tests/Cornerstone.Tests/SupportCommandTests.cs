using System.CommandLine;
using System.Text.Json;

namespace Cornerstone.Tests;

public sealed class SupportCommandTests : IDisposable
{
    private const string File1 = """
        <?xml version="1.0"?>
        <iati-activities version="1.03">
          <iati-activity default-currency="EUR">
            <iati-identifier>XM-EXAMPLE-1</iati-identifier>
            <recipient-country code="ML"/>
            <sector vocabulary="DAC" code="15210">Security sector reform</sector>
            <transaction><transaction-type code="D"/><value value-date="2012-01-01">0.10</value></transaction>
            <transaction><transaction-type code="D"/><value value-date="2012-01-01">0.20</value></transaction>
            <transaction><transaction-type code="QP"/><value currency="USD" value-date="2012-01-01">1,000.50</value></transaction>
          </iati-activity>
        </iati-activities>
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("cs-support-").FullName;

    [Fact]
    public async Task A_file_is_counted_and_summed_as_JSON()
    {
        var (code, output, error) = await RunAsync("--json", Put("a.xml", File1));

        using var json = JsonDocument.Parse(output);
        var file = Assert.Single(json.RootElement.EnumerateArray());
        Assert.Equal((0, ""), (code, error));
        Assert.Equal(("1.03", 1, 1, 3), (file.GetProperty("version").GetString(), file.GetProperty("activities").GetInt32(), file.GetProperty("distinctIdentifiers").GetInt32(), file.GetProperty("transactions").GetInt32()));
        Assert.Equal("""[{"transactionType":"3","currency":"EUR","value":"0.30"}]""", Plain(file.GetProperty("sums")));
        Assert.Equal("""[{"vocabulary":"1","code":"15210","activities":1}]""", Plain(file.GetProperty("sectors")));
        Assert.Equal("""[{"code":"ML","activities":1}]""", Plain(file.GetProperty("countries")));
        Assert.Contains(file.GetProperty("findings").EnumerateArray(), f => f.GetProperty("rule").GetString() == "V1" && f.GetProperty("line").GetInt32() == 9);
    }

    [Fact]
    public async Task A_refused_file_is_told_on_standard_error_and_the_others_are_read()
    {
        var hostile = Put("b.xml", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><iati-activities>&e;</iati-activities>");

        var (code, output, error) = await RunAsync("--json", hostile, Put("a.xml", File1), Path.Combine(folder, "missing.xml"));

        using var json = JsonDocument.Parse(output);
        Assert.Equal(2, code);
        Assert.Equal("X0", json.RootElement[0].GetProperty("findings")[0].GetProperty("rule").GetString());
        Assert.Equal(1, json.RootElement[1].GetProperty("activities").GetInt32());
        Assert.Contains("b.xml: line 1: The file declares a document type.", error, StringComparison.Ordinal);
        Assert.Contains("missing.xml: the file cannot be read", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_JSON_a_person_can_read_it()
    {
        var (code, output, _) = await RunAsync(Put("a.xml", File1));

        Assert.Equal(0, code);
        Assert.Matches(@"type 3, EUR\s+0\.30", output);
        Assert.Matches(@"Error V1\s+1  first at line 9, iati-activity\[1\]/transaction\[3\]/value", output);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string Plain(JsonElement element) => JsonSerializer.Serialize(element);

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var root = new RootCommand { SupportCommand.Create() };
        var code = await root.Parse(["support", "read", .. arguments]).InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }

    private string Put(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
