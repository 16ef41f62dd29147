using System.Text.Json;
using Cornerstone.Features.Portal;
using Cornerstone.Published;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc;

namespace Cornerstone.Features.PublicCouncil;

/// <summary>Benchmarks or commitments as a file for programs.</summary>
public sealed class DataPage(PublishedDb store) : PublicPage(store)
{
    public async Task<IActionResult> OnGetAsync(string table, string format, CancellationToken ct)
    {
        if (format is not ("csv" or "json"))
        {
            return NotFound();
        }

        return table == "commitments"
            ? await Store.CommitmentsAsync(Country, ct) is { } commitments ? Answer(format, commitments, CommitmentColumns, RowOf, ObjectOf) : NotFound()
            : await Store.BenchmarksAsync(Country, ct) is { } benchmarks ? Answer(format, benchmarks, BenchmarkColumns, RowOf, ObjectOf) : NotFound();
    }

    private static readonly string[] BenchmarkColumns = ["country", "code", "benchmark", "provision", "party", "judgement", "from", "until", "justification", "progress", "obstacles"];

    private static readonly string[] CommitmentColumns = ["country", "document", "provision", "what", "addressees", "due", "recurrence", "status", "delivered"];

    private FileContentResult Answer<T>(string format, PublicTable<T> table, string[] columns, Func<T, object?[]> row, Func<T, object> item)
    {
        var e = table.Edition;
        return format == "json"
            ? File(JsonSerializer.SerializeToUtf8Bytes(new { e.Country, Edition = OpenData.EditionOf(e), Rows = table.Rows.Select(item) }, OpenData.Form), OpenData.JsonType)
            : File(OpenData.Table([.. columns, "edition", "as_of", "publisher", "licence"], table.Rows.Select(r => (object?[])[.. row(r), e.Number, e.AsOf, e.Publisher, e.Licence])), OpenData.CsvType);
    }

    private static object?[] RowOf(PublishedBenchmark b) =>
        [b.Country, b.Code, English(b.Words), b.Provision, b.Party, b.Judgement, b.FromDay, b.UntilDay, b.Justification, b.Progress, string.Join("; ", b.Obstacles)];

    private static object?[] RowOf(PublishedCommitment c) =>
        [c.Country, c.Document, c.Provision ?? English(c.Citation), c.What, English(c.Addressees), c.DueOn, English(c.Recurrence), c.Status, c.DeliveredOn];

    private static object ObjectOf(PublishedBenchmark b) => new
    {
        b.Code,
        Words = b.Words.Texts,
        b.Provision,
        b.Party,
        b.Judgement,
        b.FromDay,
        b.UntilDay,
        b.Justification,
        b.Progress,
        b.Obstacles,
    };

    private static object ObjectOf(PublishedCommitment c) => new
    {
        c.Document,
        c.Provision,
        Citation = c.Citation.Texts,
        c.What,
        Addressees = c.Addressees.Texts,
        c.DueOn,
        Recurrence = c.Recurrence?.Texts,
        c.Status,
        c.DeliveredOn,
    };

    private static string? English(Wording? words) => words?.In("en");
}
