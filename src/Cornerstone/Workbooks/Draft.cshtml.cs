using System.ComponentModel.DataAnnotations;
using Cornerstone.Access;
using Cornerstone.Languages;
using Cornerstone.Sheets;
using Cornerstone.Ui;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cornerstone.Workbooks;

/// <summary>What a sent file would do, and the decision.</summary>
[Requires(WorkbooksRoom.Read)]
public sealed class DraftPage(SendWorkbook send, CurrentReader current, Text T) : PageModel
{
    private const int MostShown = 300;

    [BindProperty]
    public ImportChoice Choice { get; set; } = ImportChoice.GoodRows;

    [BindProperty, StringLength(500)]
    public string? Reason { get; set; }

    [BindProperty, StringLength(500)]
    public string? Because { get; set; }

    public WorkbookDraft Draft { get; private set; } = null!;

    public IWorkbook Workbook { get; private set; } = null!;

    /// <summary>As of the sending, or of a decision that could not be carried out.</summary>
    public ImportOutcome Outcome { get; private set; } = null!;

    public bool MaySend => current.May(Workbook.Needs);

    public bool IsOwn => Draft.PersonId == current.Reader.Id;

    public bool MayHandOver => IsOwn && !MaySend && !Draft.Waits && Workbook.Proposes is { } proposes && current.May(proposes);

    public bool MayGiveBack => MaySend && !IsOwn && Draft.Waits;

    public string Path => $"/{current.Workspace!.Code.ToLowerInvariant()}/workbooks";

    /// <summary>The worst first.</summary>
    public IReadOnlyList<WorkbookFinding> Shown => [.. Outcome.Findings.OrderByDescending(f => f.Grade).Take(MostShown)];

    public IEnumerable<SelectListItem> Choices =>
    [
        new(T["Bring in the good rows and leave the refused ones out"], nameof(ImportChoice.GoodRows)),
        new(T["All or nothing: bring in no row while one is refused"], nameof(ImportChoice.AllOrNothing)),
    ];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await FindAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnGetExportAsync(Guid id, string? format, CancellationToken ct) => !await FindAsync(id, ct) ? NotFound() : this.Export(
        new ListExport<WorkbookFinding>($"findings-{Workbook.Name}", T["What was found in the file"], Outcome.Findings)
        {
            Columns =
            [
                new(T["Grade"], f => T.Of(f.Grade), Width: 12),
                new(T["Sheet"], f => f.Sheet),
                new(T["Cell"], f => f.Cell, Width: 10),
                new(T["Row"], f => f.Line > 0 ? f.Line : null, CellKind.Number, 8),
                new(T["Column"], f => f.Column),
                new(T["What stands there"], f => f.Value, Width: 36),
                new(T["Expected"], f => f.Expected, Width: 60),
                new(T["Rule"], f => f.Rule, Width: 14),
            ],
            Source = Draft.FileName,
        },
        format);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        if (!MaySend)
        {
            return Forbid();
        }

        if (!ModelState.IsValid || Choice == ImportChoice.Preview)
        {
            return this.Again();
        }

        var outcome = await send.ApplyAsync(Workbook, Draft, Choice, string.IsNullOrWhiteSpace(Reason) ? null : Reason.Trim(), ct);
        return outcome switch
        {
            null => Refused(Outcome, T["The record refused these rows: somebody changed the same ones in this moment, or a code cannot be used. Nothing was brought in; try again, or with other codes."]),
            { IsDone: true } => Done(outcome),
            { Effective: 0 } => Done(outcome),
            _ => Refused(outcome, T["Nothing was brought in: {0} rows are refused. Correct them, or choose to bring in the good rows.", T.Count(outcome.Refused)]),
        };
    }

    public async Task<IActionResult> OnPostHandOverAsync(Guid id, CancellationToken ct) => !await FindAsync(id, ct) || !MayHandOver ? NotFound()
        : Decided(await send.HandOverAsync(id, ct), T["The file is handed over. The secretariat looks at it and brings it in, or gives it back with a reason."]);

    public async Task<IActionResult> OnPostGiveBackAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct) || !MayGiveBack)
        {
            return NotFound();
        }

        return string.IsNullOrWhiteSpace(Because)
            ? this.Again(nameof(Because), T["Say why, for the one who sent it."])
            : Decided(await send.GiveBackAsync(id, Because.Trim(), ct), T["The file is given back. Nothing was changed."]);
    }

    private IActionResult Decided(Refusal? refusal, string done)
    {
        if (refusal is not null)
        {
            return this.Again("", T[refusal]);
        }

        this.Say(done);
        return Redirect($"{Path}/{Workbook.Name}");
    }

    public async Task<IActionResult> OnPostDiscardAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct) || !IsOwn)
        {
            return NotFound();
        }

        await send.DiscardAsync(id, ct);
        this.Say(T["The file was put aside. Nothing was changed."]);
        return Redirect($"{Path}/{Workbook.Name}");
    }

    private RedirectResult Done(ImportOutcome outcome)
    {
        this.Say(T["{0} added, {1} changed, {2} already so, {3} refused.", T.Count(outcome.Added), T.Count(outcome.Changed), T.Count(outcome.Unchanged), T.Count(outcome.Refused)]);
        return Redirect($"{Path}/{Workbook.Name}");
    }

    private IActionResult Refused(ImportOutcome outcome, string sentence)
    {
        Outcome = outcome;
        ModelState.AddModelError("", sentence);
        return this.Again();
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        if (await send.DraftAsync(id, ct) is not { } draft
            || WorkbooksRoom.All.FirstOrDefault(w => w.Name == draft.Workbook) is not { } workbook
            || !current.May(workbook.Reads)
            || (draft.PersonId != current.Reader.Id && !current.May(workbook.Needs)))
        {
            return false;
        }

        (Draft, Workbook) = (draft, workbook);
        Outcome = IsOwn ? draft.Preview : await send.JudgeAsync(workbook, draft, ct);
        return true;
    }
}
