namespace Cornerstone.Workbooks;

/// <summary>
/// A room's spreadsheet, the same layout in and out. A room says what the columns are, what is there now, what a row
/// would do, and does it; files, templates, previews, pages and the command line are not its business. A workbook has no
/// state and no dependencies: everything it needs comes with the <see cref="WorkbookRun"/>. The room lists it in
/// <see cref="Access.IRoom.Workbooks"/>.
/// </summary>
/// <example>
/// <code>
/// internal sealed class RegionsWorkbook : IWorkbook
/// {
///     public string Name => "regions";
///     public string Title => Text.Later("Regions");
///     public string Purpose => Text.Later("First- and second-level regions of the country.");
///     public string Reads => RegionsRoom.Read;
///     public string Needs => RegionsRoom.Edit;
///
///     public Task&lt;IReadOnlyList&lt;WorkbookSheet>> SheetsAsync(WorkbookRun run, CancellationToken ct) => Task.FromResult&lt;IReadOnlyList&lt;WorkbookSheet>>(
///     [
///         new("regions", Text.Later("Regions"),
///         [
///             new("code", Text.Later("Code")) { IsKey = true, Note = Text.Later("Short and stable, such as SOL-N.") },
///             .. WorkbookColumn.Wording("name", Text.Later("Name"), isRequired: true),
///             new("level", Text.Later("Level"), ColumnKind.Choice) { IsRequired = true, Choices = [new("1", run.T["First level"]), new("2", run.T["Second level"])] },
///             new("parent", Text.Later("Lies in"), ColumnKind.Reference),
///         ]),
///     ]);
///
///     public async IAsyncEnumerable&lt;WorkbookRow> ReadAsync(WorkbookRun run, [EnumeratorCancellation] CancellationToken ct)
///     {
///         foreach (var r in await run.Db.RegionsAsync(run.Country, ct))
///             yield return Row(r);
///     }
///
///     // Batches of up to 5,000 rows of one sheet. Load once a batch, never once a row.
///     public async Task&lt;IReadOnlyList&lt;RowVerdict>> CheckAsync(IReadOnlyList&lt;WorkbookRow> rows, WorkbookRun run, CancellationToken ct)
///     {
///         var current = await run.OnceAsync("regions", async () => (await run.Db.RegionsAsync(run.Country, ct)).ToDictionary(r => r.Code, Row));
///         var seen = run.Once("regions.seen", () => current.Keys.ToHashSet());   // codes this file adds, for rows after them
///         return [.. rows.Select(row => Check(row, current, seen, run.T))];
///     }
///
///     private static RowVerdict Check(WorkbookRow row, Dictionary&lt;string, WorkbookRow> current, HashSet&lt;string> seen, Text T)
///     {
///         if (row.Text("parent") is { } parent &amp;&amp; !seen.Contains(parent))
///             return row.Refuse(row.Finding("parent", "regions.parent", T["a code of this list, in a row above"]));
///
///         seen.Add(row.Text("code")!);
///         return row.Against(current.GetValueOrDefault(row.Text("code")!));      // Add, Change or Unchanged, cell by cell
///     }
///
///     // Only rows found to add or change something, in the same batches. Track changes, or call CopyAsync for bulk rows.
///     public async Task ApplyAsync(IReadOnlyList&lt;RowVerdict> verdicts, WorkbookRun run, CancellationToken ct) { … run.Db.Add(…); … }
///
///     private static WorkbookRow Row(Region r) => WorkbookRow.Of("regions", [("code", r.Code), .. WorkbookRow.Wording("name", r.Names), ("level", $"{r.Level}"), ("parent", r.ParentCode)]);
/// }
/// </code>
/// </example>
public interface IWorkbook
{
    /// <summary>In the address and on the command line: lower-case letters and hyphens.</summary>
    string Name { get; }

    /// <summary>An English sentence, translated when shown, as are all titles and notes of sheets and columns.</summary>
    string Title { get; }

    /// <summary>What it brings in, in a sentence.</summary>
    string Purpose { get; }

    /// <summary>The permission to download it filled.</summary>
    string Reads { get; }

    /// <summary>The permission to bring it in.</summary>
    string Needs { get; }

    /// <summary>The permission to send it in for somebody else to bring in; null where nobody may.</summary>
    string? Proposes => null;

    /// <summary>What a row does whose key is there already; said in plain words before anything happens.</summary>
    ImportEffect Effect => ImportEffect.AddsAndOverwrites;

    /// <summary>Sheets with their columns, choices from the live code lists. They are read in this order, whatever the order in the file.</summary>
    Task<IReadOnlyList<WorkbookSheet>> SheetsAsync(WorkbookRun run, CancellationToken ct);

    /// <summary>What the reader sees now, in the order of the sheets: for the filled download and its round trip.</summary>
    IAsyncEnumerable<WorkbookRow> ReadAsync(WorkbookRun run, CancellationToken ct);

    /// <summary>
    /// One verdict for each row, in the order of the rows. Called with batches of one sheet; cells are already of the
    /// column's kind, required ones filled, choices known, keys not repeated in the file. Changes nothing.
    /// What later batches need of this one is kept in the run (<see cref="WorkbookRun.Once{TValue}"/>).
    /// </summary>
    Task<IReadOnlyList<RowVerdict>> CheckAsync(IReadOnlyList<WorkbookRow> rows, WorkbookRun run, CancellationToken ct);

    /// <summary>
    /// Does what the verdicts say (<see cref="RowOutcome.Add"/> and <see cref="RowOutcome.Change"/> only). The transaction and
    /// the act are open; tracked changes are journaled and written after it returns, the last batch commits everything.
    /// </summary>
    Task ApplyAsync(IReadOnlyList<RowVerdict> verdicts, WorkbookRun run, CancellationToken ct);
}

/// <summary>
/// A workbook of rows by the hundred thousand. What it asks the record and what it judges by itself are two steps, so that a batch is judged
/// on one processor while the one before is stored.
/// </summary>
public interface ILargeWorkbook : IWorkbook
{
    /// <summary>Reads what these rows are held against. The rows of the batch before are judged and not stored yet; those before them are stored.</summary>
    Task LearnAsync(IReadOnlyList<WorkbookRow> rows, WorkbookRun run, CancellationToken ct);

    /// <summary>As <see cref="IWorkbook.CheckAsync"/>, of rows learnt about: the record is not at hand, because the batch before goes into it.</summary>
    IReadOnlyList<RowVerdict> Check(IReadOnlyList<WorkbookRow> rows, WorkbookRun run);

    async Task<IReadOnlyList<RowVerdict>> IWorkbook.CheckAsync(IReadOnlyList<WorkbookRow> rows, WorkbookRun run, CancellationToken ct)
    {
        await LearnAsync(rows, run, ct);
        return Check(rows, run);
    }
}

public enum ImportEffect
{
    /// <summary>New keys are added; rows whose key is there already are overwritten.</summary>
    AddsAndOverwrites,

    /// <summary>New keys are added; of rows whose key is there already only what the country corrected stays.</summary>
    AddsAndRevises,

    /// <summary>New keys are added; a row whose key is there already must be the same.</summary>
    AddsOnly,
}
