using System.ComponentModel.DataAnnotations;
using Cornerstone.Access;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportImport;
using Cornerstone.Iati;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Workbooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cornerstone.Features.SupportFiles;

/// <summary>What a sent file would do, and the decision.</summary>
[Requires(SupportRoom.Edit)]
public sealed class DraftPage(SendSupport send, CurrentReader current, Text T) : PageModel
{
    [BindProperty]
    public ImportMode Mode { get; set; }

    [BindProperty, StringLength(500)]
    public string? Reason { get; set; }

    public SupportDraft Draft { get; private set; } = null!;

    /// <summary>As of the sending, or of a decision that could not be carried out.</summary>
    public ImportReport Report { get; private set; } = null!;

    public string Path => $"/{current.Workspace!.Code.ToLowerInvariant()}/support";

    public IEnumerable<SelectListItem> Modes =>
    [
        new(T["Bring in what can be read and leave the refused activities out"], nameof(ImportMode.Partial)),
        new(T["All or nothing: bring in no activity while one is refused"], nameof(ImportMode.AllOrNothing)),
    ];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await FindAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnGetExportAsync(Guid id, string? format, CancellationToken ct) =>
        await FindAsync(id, ct) ? this.Export(FindingsExport.Of(Report.Findings, Draft.FileName, T), format) : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        try
        {
            var report = await send.ApplyAsync(Draft, Mode, string.IsNullOrWhiteSpace(Reason) ? null : Reason.Trim(), ct);
            return report is null ? this.Again("", T["Somebody else is bringing in a file at this moment. Bring yours in again in a minute: what went in already stays."]) : Outcome(report);
        }
        catch (UnreadableIatiException fault)
        {
            return this.Again("", T["The file was not taken: {0} (line {1}, rule {2})", fault.Message, fault.Line, fault.Rule]);
        }
    }

    public async Task<IActionResult> OnPostDiscardAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        await send.DiscardAsync(id, ct);
        this.Say(T["The file was put aside. Nothing was changed."]);
        return Redirect($"{Path}/import");
    }

    private IActionResult Outcome(ImportReport report)
    {
        if (report.IsDone || report.IsKnown)
        {
            this.Say(report.IsKnown
                ? T["This file was brought in before. Nothing was changed."]
                : T["{0} added, {1} changed, {2} already so, {3} refused.", T.Count(report.Added), T.Count(report.Changed), T.Count(report.Unchanged), T.Count(report.Refused)]);
            return Redirect($"{Path}/files/{report.ImportId}");
        }

        Report = report;
        return this.Again("", T.Plural(report.Refused, "Nothing was brought in: {0} activity is refused.", "Nothing was brought in: {0} activities are refused."));
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        if (await send.DraftAsync(id, ct) is not { } draft)
        {
            return false;
        }

        (Draft, Report) = (draft, draft.Preview);
        return true;
    }
}
