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

/// <summary>Changes a benchmark. When somebody else saved first, both versions stand side by side.</summary>
[Requires(CouncilBenchmarksRoom.Judge)]
public sealed class EditPage(AppDb db, CurrentReader current, ProvisionPicker picker, TimeProvider clock, Text T) : PageModel
{
    [BindProperty]
    public BenchmarkForm Form { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public CouncilBenchmark Benchmark { get; private set; } = null!;

    public BenchmarkChoices Choices { get; private set; } = null!;

    public HistoryLine? Conflict { get; private set; }

    public string Path => $"/{Country.ToLowerInvariant()}/council-benchmarks";

    private string Country => current.Workspace!.Code;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await ReadAsync(id, ct))
        {
            return NotFound();
        }

        (Form, Version) = (BenchmarkForm.Of(Benchmark, T.Language.Code), Benchmark.Version);
        return Page();
    }

    /// <summary>The form as it stands, with the paragraphs of the document that was chosen.</summary>
    public async Task<IActionResult> OnPostParagraphsAsync(Guid id, CancellationToken ct)
    {
        if (!await ReadAsync(id, ct))
        {
            return NotFound();
        }

        ModelState.Clear();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await ReadAsync(id, ct))
        {
            return NotFound();
        }

        Form.Check(ModelState, nameof(Form), current.Reader.ClearanceIn(Country) ?? Classification.Public, T);
        await Form.PickAsync(picker, Country, Benchmark.Provision, ModelState, nameof(Form), T, ct);
        var code = Form.Code.Trim();
        if (await db.CouncilBenchmarks.AnyAsync(b => b.Country == Country && b.Compartment == Benchmark.Compartment && b.Code == code && b.Id != id, ct))
        {
            ModelState.AddModelError($"{nameof(Form)}.{nameof(Form.Code)}", T["Another benchmark has this code."]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        return Version == Benchmark.Version ? await SaveAsync(ct) : await ConflictAsync(ct);
    }

    private async Task<IActionResult> SaveAsync(CancellationToken ct)
    {
        var before = Benchmark.Provision;
        Form.CopyTo(Benchmark, T.Language.Code);
        Benchmark.Version++;
        await db.LinkProvisionAsync(Benchmark, before, ct);
        var outcome = await db.TrySaveAsync(new Act("council.edit", Country, clock.GetUtcNow()), ct);
        if (outcome == SaveOutcome.Saved)
        {
            this.Say(T["Saved."]);
            return Redirect($"{Path}/{Benchmark.Id}");
        }

        if (!await ReadAsync(Benchmark.Id, ct))
        {
            return NotFound();
        }

        if (outcome == SaveOutcome.CodeTaken)
        {
            return this.Again($"{nameof(Form)}.{nameof(Form.Code)}", T[SaveAttempt.CodeTaken]);
        }

        // Two people pressed the button at once: the second one asks again.
        return await ConflictAsync(ct);
    }

    private async Task<IActionResult> ConflictAsync(CancellationToken ct)
    {
        Conflict = (await db.HistoryOfAsync(Benchmark.Id, ct)).FirstOrDefault();
        Version = Benchmark.Version;
        return this.Overtaken(T["Somebody changed this benchmark while you were editing. Look at both versions and save again, or leave."], nameof(Version));
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken ct)
    {
        // What the form asks for, once there is one; else what is on record.
        Benchmark = (await db.CouncilBenchmarks.SingleOrDefaultAsync(b => b.Id == id && b.Country == Country, ct))!;
        var symbol = Request.HasFormContentType ? Form.Symbol : Benchmark?.Provision is { } provision ? CitedProvision.Parts(provision).Symbol : null;
        Choices = await BenchmarkChoices.ReadAsync(db, picker, Country, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), symbol, ct);
        return Benchmark is not null;
    }
}
