using Cornerstone.Access;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportImport;
using Cornerstone.Iati;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cornerstone.Features.SupportFiles;

/// <summary>A published file is sent in and judged; nothing changes before its sender decides.</summary>
[Requires(SupportRoom.Edit)]
[RequestSizeLimit(SentFile.MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = SentFile.MostBytes)]
public sealed class ImportPage(SendSupport send, CurrentReader current, Text T) : PageModel
{
    [BindProperty]
    public IFormFile? Sent { get; set; }

    [BindProperty]
    public Classification Classification { get; set; }

    [BindProperty]
    public bool OnlyCountry { get; set; }

    public string Path => $"/{current.Workspace!.Code.ToLowerInvariant()}/support";

    public IEnumerable<SelectListItem> Levels => Enum.GetValues<Classification>()
        .Where(c => c <= Clearance).Select(c => new SelectListItem(T.Of(c), c.ToString()));

    private Classification Clearance => current.Reader.ClearanceIn(current.Workspace!.Code) ?? Classification.Public;

    public void OnGet() => Classification = Clearance < SupportOrder.UsualLevel ? Clearance : SupportOrder.UsualLevel;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Check();
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        try
        {
            var draft = await send.SendAsync(FileName.Clean(Sent!.FileName), await Sent.BytesAsync(ct), Classification, OnlyCountry, ct);
            return Redirect($"{Path}/drafts/{draft}");
        }
        catch (UnreadableIatiException fault)
        {
            return this.Again(nameof(Sent), T["The file was not taken: {0} (line {1}, rule {2})", fault.Message, fault.Line, fault.Rule]);
        }
    }

    private void Check()
    {
        if (SentFile.WhyNot(Sent, T, T["The file is larger than {0} MB. The operator of the server can bring it in.", SentFile.LargestMegabytes]) is { } fault)
        {
            ModelState.AddModelError(nameof(Sent), fault);
        }

        if (Classification > Clearance)
        {
            ModelState.AddModelError(nameof(Classification), T["You may not give a level above your own."]);
        }
    }
}
