using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.CouncilBenchmarks;
using Cornerstone.Features.ServedProvisions;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.CouncilBenchmarkEditing;

/// <summary>Proposes a benchmark.</summary>
[Requires(CouncilBenchmarksRoom.Judge)]
public sealed class NewPage(AppDb db, CurrentReader current, ProvisionPicker picker, TimeProvider clock, Text T) : PageModel
{
    [BindProperty]
    public BenchmarkForm Form { get; set; } = new();

    public BenchmarkChoices Choices { get; private set; } = null!;

    public string Path => $"/{Country.ToLowerInvariant()}/council-benchmarks";

    private string Country => current.Workspace!.Code;

    public Task OnGetAsync(CancellationToken ct) => ReadChoicesAsync(ct);

    /// <summary>The form as it stands, with the paragraphs of the document that was chosen.</summary>
    public async Task<IActionResult> OnPostParagraphsAsync(CancellationToken ct)
    {
        await ReadChoicesAsync(ct);
        ModelState.Clear();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await ReadChoicesAsync(ct);
        Form.Check(ModelState, nameof(Form), current.Reader.ClearanceIn(Country) ?? Classification.Public, T);
        await Form.PickAsync(picker, Country, null, ModelState, nameof(Form), T, ct);
        var code = Form.Code.Trim();
        if (await db.CouncilBenchmarks.AnyAsync(b => b.Country == Country && b.Compartment == null && b.Code == code, ct))
        {
            ModelState.AddModelError($"{nameof(Form)}.{nameof(Form.Code)}", T["Another benchmark has this code."]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var benchmark = Form.New(Country, T.Language.Code);
        db.CouncilBenchmarks.Add(benchmark);
        await db.LinkProvisionAsync(benchmark, null, ct);
        if (await db.TrySaveAsync(new Act("council.add", Country, clock.GetUtcNow()), ct) == SaveOutcome.CodeTaken)
        {
            return this.Again($"{nameof(Form)}.{nameof(Form.Code)}", T[SaveAttempt.CodeTaken]);
        }

        this.Say(T["The benchmark was added."]);
        return Redirect($"{Path}/{benchmark.Id}");
    }

    private async Task ReadChoicesAsync(CancellationToken ct) =>
        Choices = await BenchmarkChoices.ReadAsync(db, picker, Country, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), Form.Symbol, ct);
}
