using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Journals;
using Cornerstone.Languages;
using Cornerstone.Ui.QrCodes;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Operations;

[Requires(OperationsRoom.ReadJournal)]
public sealed class JournalPage(Database database, CurrentReader current, HostSettings settings, TimeProvider clock, IServiceProvider services, Text T) : PageModel
{
    internal JournalState State { get; private set; } = JournalState.Unknown;

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public bool MaySign => current.May(OperationsRoom.SignJournal);

    public HtmlString Code => new(State.Last is { } last ? QrCode.Of(last.Text).Svg(T["The same nine lines as a code."]) : "");

    public async Task OnGetAsync(CancellationToken ct) => State = await JournalState.OfAsync(database, settings.DataFolder, ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!MaySign)
        {
            return NotFound();
        }

        await services.GetRequiredService<KeepCheckpoints>().TakeAsync(ct);
        return RedirectToPage();
    }
}
