using System.CommandLine;
using System.Text.Json;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportImport;
using Cornerstone.Features.SupportSheets;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;

namespace Cornerstone.Tests.Features.SupportSheets;

public sealed class NamedTablesTests : IDisposable
{
    private const string Table = "project_id,project_title,donors,total_disbursements,year\nA-1,Border posts,Kingdom of Arvenna,250,2024\nA-2,Courts,Kingdom of Arvenna,n/k,2024\n";
    private const string Tossd = "Year,provider,ProviderNameE,tossdid,recipientnamee,TossdPillar,ProjectTitle,USD_disbursements\n2024,4,Arvenna,2024001,Testland,1,Courts,2.5\n2024,4,Arvenna,2024002,Testland,1,Posts,many\n";

    private readonly string folder = Directory.CreateTempSubdirectory("cs-tables-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_table_is_read_as_its_source_was_read_before_and_not_at_another_level()
    {
        await using var app = await TestApp.StartAsync();
        await using (var db = await app.Database.AsAsync(Reader.Operator, Ct))
        {
            db.Add(new TableMapping
            {
                Country = "XS",
                Classification = Classification.Partner,
                Name = "Ministry of finance",
                Kind = SourceKind.National,
                Columns = [new("project_id", TableField.Identifier), new("project_title", TableField.Title), new("total_disbursements", TableField.PaidOut), new("year", TableField.Year)],
                Currency = "EUR",
                Factor = 1_000m,
            });
            await db.SaveAsync(new Act("tables.map", "XS", DateTimeOffset.UnixEpoch), Ct);
        }

        var path = Put("table.csv", Table);
        var order = new SupportOrder(Reader.Operator, "XS", Classification.Partner);
        var (read, message) = await new NamedTables().ReadAsync(app.Database, path, "Ministry of finance", order, Ct);
        var (_, elsewhere) = await new NamedTables().ReadAsync(app.Database, path, "Ministry of finance", order with { Classification = Classification.Public }, Ct);
        var (_, unknown) = await new NamedTables().ReadAsync(app.Database, path, "Somebody", order, Ct);
        var (_, other) = await new NamedTables().ReadAsync(app.Database, path, "TOSSD", order, Ct);

        Assert.Null(message);
        Assert.Equal(["project_id = Identifier", "project_title = Title", "total_disbursements = PaidOut", "year = Year", "amounts × 1000 EUR"], read!.Says);
        Assert.Equal(("T5", 3L, "total_disbursements", "Error"), read.From.Findings.Where(f => f.Severity == "Error").Select(f => (f.Rule, f.Line, f.Path, f.Severity)).Single());
        Assert.Contains("at the level Partner", elsewhere, StringComparison.Ordinal);
        Assert.Contains("no columns were chosen for “Somebody”", unknown, StringComparison.Ordinal);
        Assert.Contains("no column “tossdid”", other, StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_the_command_line_a_table_of_a_known_layout_goes_in_by_parts_or_not_at_all_and_once()
    {
        var path = Put("tossd.csv", Tossd);
        await AddWorkspaceAsync();

        var whole = await RunAsync(path, "--as", "TOSSD", "--all-or-nothing");
        var parts = await RunAsync(path, "--as", "tossd");
        var again = await RunAsync(path, "--as", "TOSSD", "--json");

        Assert.Equal(2, whole.Code);
        Assert.Contains("1 errors in the table, so nothing was brought in", whole.Error, StringComparison.Ordinal);
        Assert.Equal((0, ""), (parts.Code, parts.Error));
        Assert.Contains("tossd.csv:3: Error T5, USD_disbursements: \"many\" is no amount", parts.Output, StringComparison.Ordinal);
        Assert.Contains("amounts × 1000 USD", parts.Output, StringComparison.Ordinal);
        Assert.Contains("2 added, 0 changed", parts.Output, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(again.Output);
        Assert.Equal("AlreadyThere", json.RootElement[0].GetProperty("state").GetString());
        Assert.Contains(json.RootElement[0].GetProperty("told").EnumerateArray(), f => f.GetProperty("rule").GetString() == "T5");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task AddWorkspaceAsync()
    {
        await using var opened = await OpenDatabase.OpenAsync(Path.Combine(folder, "data"), Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance, Ct);
        await using var db = await opened.Database.AsAsync(Reader.Operator, Ct);
        db.Workspaces.Add(new Workspace { Code = "XT", Names = new() { ["en"] = "Testland" } });
        await db.SaveAsync(new Act("workspace.add", "XT", DateTimeOffset.UnixEpoch), Ct);
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var parsed = new RootCommand { SupportCommand.Create() }.Parse(["support", "import", .. arguments, "--country", "XT", "--data", Path.Combine(folder, "data")]);
        var code = await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false }, Ct);
        return (code, output.ToString(), error.ToString());
    }

    private string Put(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
