using System.CommandLine;
using System.Text.Json;
using Cornerstone.Access;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.IndicatorCatalogue;
using Cornerstone.Features.IndicatorImport;
using Cornerstone.Tests.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Tests.Features.IndicatorImport;

public sealed class ImportCommandTests
{
    private const int July = 7;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_fresh_folder_takes_a_workspace_and_its_values_refuses_a_bad_row_and_says_so_by_its_exit_code()
    {
        using var folder = new Scratch();
        var file = folder.Write("indicator_16-1-3.csv", "Year,Value\n2020,12\n2021,13\n");

        var nowhere = await RunAsync(folder, file);
        var first = await RunAsync(folder, file, "--add-workspace", "Testland");
        folder.Write("indicator_16-1-3.csv", "Year,Value\n2020,12\n2021,13\n2022,many\n");
        var second = await RunAsync(folder, file, "--json");

        Assert.Equal((2, ""), (nowhere.Code, nowhere.Output));
        Assert.Contains("There is no workspace UG", nowhere.Error, StringComparison.Ordinal);
        Assert.Equal((0, ""), (first.Code, first.Error));
        Assert.Contains("2 added", first.Output, StringComparison.Ordinal);
        Assert.Equal((2, ""), (second.Code, second.Error));
        using var json = JsonDocument.Parse(second.Output);
        var told = json.RootElement.EnumerateArray().Single();
        Assert.Equal((0, 2, 1), (told.GetProperty("added").GetInt32(), told.GetProperty("unchanged").GetInt32(), told.GetProperty("refused").GetInt32()));
        Assert.Equal("A4", told.GetProperty("findings")[0].GetProperty("cell").GetString());
    }

    [Theory]
    [InlineData("Name a file")]
    [InlineData("There is no file", "absent.csv")]
    [InlineData("no ISO code", "--figures", "--country", "UGANDA")]
    [InlineData("a month from 1 to 12", "--figures", "--fiscal-month", "13")]
    public async Task What_cannot_be_done_is_refused_before_anything_is_started(string reason, params string[] arguments)
    {
        using var folder = new Scratch();

        var (code, output, error) = await RunAsync(folder, arguments);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(reason, error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task Dated_reference_figures_become_series_as_printed_and_undated_ones_are_named_and_left_out()
    {
        await using var app = await TestApp.StartAsync();
        await using var db = await app.Database.AsAsync(Reader.Operator, Ct);

        var outcome = await new ImportFiles(db, "XS", July).FiguresAsync(Ct);

        var dated = ReferenceFigure.All.Where(f => f.When is not null).ToList();
        Assert.Equal((dated.Count, dated.Count + dated.Count(f => f.WhenTo is not null)), (outcome.Indicators, outcome.Added));
        Assert.Equal(ReferenceFigure.All.Count - dated.Count, outcome.Findings.Count(f => f.Rule == "S3"));
        var armies = await db.Indicators.SingleAsync(i => i.Code == "REF-22", Ct);
        var balkans = await db.SeriesPoints.Where(p => p.IndicatorId == armies.Id).OrderBy(p => p.UntilDay).ToListAsync(Ct);
        Assert.Equal(["3–6", "6–9"], balkans.Select(p => p.Value.ToString()));
        Assert.Equal("S/2022/280, para/56, record 22", balkans[0].Source);
        Assert.DoesNotContain(outcome.Findings, f => f.Grade == Cornerstone.Workbooks.FindingGrade.Error);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(Scratch folder, params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        string[] country = arguments.Contains("--country") ? [] : ["--country", "UG"];
        var parsed = ImportCommand.Create().Parse(["import", .. arguments, .. country, "--data", folder.Path]);
        var code = await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false }, Ct);
        return (code, output.ToString(), error.ToString());
    }

    private sealed class Scratch : IDisposable
    {
        private readonly DirectoryInfo files = Directory.CreateTempSubdirectory("cornerstone-import-");

        public string Path { get; } = Directory.CreateTempSubdirectory("cornerstone-import-data-").FullName;

        public string Write(string name, string text)
        {
            var path = System.IO.Path.Combine(files.FullName, name);
            File.WriteAllText(path, text);
            return path;
        }

        public void Dispose()
        {
            files.Delete(recursive: true);
            Directory.Delete(Path, recursive: true);
        }
    }
}
