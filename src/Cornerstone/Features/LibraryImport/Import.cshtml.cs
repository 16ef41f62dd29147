using System.ComponentModel.DataAnnotations;
using Cornerstone.Access;
using Cornerstone.Features.Library;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cornerstone.Features.LibraryImport;

/// <summary>Several files at once into the library. With scripts on, files are dropped, sent one by one, and their outcomes appear as they come.</summary>
[Requires(LibraryRoom.Import)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes, ValueCountLimit = 4096)]
[RequestSizeLimit(MostBytes)]
public sealed class ImportPage(ImportDocuments import, ImportLimits limits, CurrentReader current, Text T) : PageModel
{
    // All files of one sending together; one too large for the library is still taken off the line to name it.
    private const long MostBytes = 600_000_000;

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    /// <summary>True for the shared layer, false for the country's own documents.</summary>
    [BindProperty]
    public bool Shared { get; set; }

    [BindProperty]
    public Classification? Classification { get; set; }

    [BindProperty, StringLength(500)]
    public string? Reason { get; set; }

    public IReadOnlyList<FileOutcome> Outcomes { get; private set; } = [];

    public string Country => current.Workspace!.Code;

    public bool MayShare => Country == Workspace.Shared || current.Reader.Has(Rooms.Permission(LibraryRoom.Import), Workspace.Shared);

    public int LargestFile => limits.LargestFileInMegabytes;

    public IEnumerable<SelectListItem> Levels => Enum.GetValues<Classification>()
        .Where(c => c <= current.Reader.ClearanceIn(Target))
        .Select(c => new SelectListItem(T.Of(c), c.ToString()));

    private string Target => Shared ? Workspace.Shared : Country;

    public void OnGet()
    {
        Shared = MayShare;
        Classification = ImportOrder.UsualLevel(Target);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Check();
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        await ImportAsync(ct);
        return Outcomes.All(o => o.State == FileState.Refused) ? this.Again() : Page();
    }

    /// <summary>One file, answered with its line of the list: the script sends them like this.</summary>
    public async Task<IActionResult> OnPostOneAsync(CancellationToken ct)
    {
        Check();
        if (!ModelState.IsValid)
        {
            return StatusCode(StatusCodes.Status422UnprocessableEntity);
        }

        await ImportAsync(ct);
        return Partial("/Features/LibraryImport/_Outcome.cshtml", (Outcomes[0], Country));
    }

    private async Task ImportAsync(CancellationToken ct)
    {
        var level = Classification ?? ImportOrder.UsualLevel(Target);
        var order = new ImportOrder(current.Reader, Target, level, string.IsNullOrWhiteSpace(Reason) ? null : Reason.Trim());
        var outcomes = new List<FileOutcome>();
        await foreach (var outcome in import.ImportAsync(Files.Select(Source), order, ct))
        {
            outcomes.Add(outcome);
        }

        Outcomes = outcomes;
    }

    private void Check()
    {
        if (Files.Count == 0)
        {
            ModelState.AddModelError(nameof(Files), T["Choose at least one file."]);
        }

        if (Shared && !MayShare)
        {
            ModelState.AddModelError(nameof(Shared), T["You may not add to the shared layer."]);
        }

        if ((Classification ?? ImportOrder.UsualLevel(Target)) > (current.Reader.ClearanceIn(Target) ?? Values.Classification.Public))
        {
            ModelState.AddModelError(nameof(Classification), T["You may not give a level above your own."]);
        }
    }

    private static SourceFile Source(IFormFile file) => new(FileName.Clean(file.FileName), file.Length, () =>
    {
        using var memory = new MemoryStream((int)file.Length);
        file.CopyTo(memory);
        return memory.ToArray();
    });
}
