using System.ComponentModel.DataAnnotations;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.IndicatorFramework;

/// <summary>From what performance lights are green and amber, and the other thresholds of the country's framework, with who changed them and why.</summary>
[Requires(BenchmarksRoom.Edit)]
public sealed class ThresholdsPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    [BindProperty]
    public ThresholdsForm Form { get; set; } = new();

    [BindProperty, Display(Name = "Why the thresholds change"), Required, StringLength(500)]
    public string? Reason { get; set; }

    [BindProperty]
    public int Version { get; set; }

    /// <summary>What holds now.</summary>
    public Framework Framework { get; private set; } = null!;

    public bool IsOwn { get; private set; }

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public string Path => $"/{Country.ToLowerInvariant()}/indicators";

    private string Country => current.Workspace!.Code;

    public async Task OnGetAsync(bool defaults, CancellationToken ct)
    {
        await ReadAsync(ct);
        Form = ThresholdsForm.Of(defaults ? Framework.DefaultOf(Country) : Framework);
        Version = IsOwn ? Framework.Version : 0;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await ReadAsync(ct);
        var asked = Framework.DefaultOf(Country);
        Form.CopyTo(asked);
        foreach (var (property, refusal) in asked.Check())
        {
            ModelState.AddModelError($"{nameof(Form)}.{property}", T[refusal]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        return Version != (IsOwn ? Framework.Version : 0) ? Clash() : await SaveAsync(ct);
    }

    private async Task<IActionResult> SaveAsync(CancellationToken ct)
    {
        Form.CopyTo(Framework);
        if (IsOwn)
        {
            Framework.Version++;
        }
        else
        {
            db.Frameworks.Add(Framework);
        }

        try
        {
            await db.SaveAsync(new Act("benchmarks.framework", Country, clock.GetUtcNow(), Reason!.Trim()), ct);
        }
        catch (DbUpdateException)
        {
            // Two people pressed the button at once; the second one asks again.
            db.ChangeTracker.Clear();
            await db.BeginAsync(current.Reader, ct);
            await ReadAsync(ct);
            return Clash();
        }

        this.Say(T["Saved."]);
        return Redirect($"{Path}/framework");
    }

    // What the other person saved stands in the history below; the form keeps one's own.
    private IActionResult Clash()
    {
        Version = IsOwn ? Framework.Version : 0;
        return this.Overtaken(T["Somebody changed this while you were editing. Their change stands in the history below; save again to put yours in its place."], nameof(Version));
    }

    private async Task ReadAsync(CancellationToken ct)
    {
        var own = await db.Frameworks.SingleOrDefaultAsync(f => f.Country == Country, ct);
        (Framework, IsOwn) = (own ?? Framework.DefaultOf(Country), own is not null);
        History = own is null ? [] : await db.HistoryOfAsync(own.Id, ct);
    }
}
