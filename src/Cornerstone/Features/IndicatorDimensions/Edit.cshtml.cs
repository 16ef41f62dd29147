using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Ui.Wordings;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.IndicatorDimensions;

/// <summary>Adds a dimension of the country's own, or changes one. What values use keeps its code.</summary>
[Requires(BenchmarksRoom.Edit)]
public sealed class EditPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    [BindProperty]
    public DimensionForm Form { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    /// <summary>Null while a new one is added.</summary>
    public OwnDimension? Dimension { get; private set; }

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public string Path => $"/{Country.ToLowerInvariant()}/indicators";

    private string Country => current.Workspace!.Code;

    public async Task<IActionResult> OnGetAsync(Guid? id, CancellationToken ct)
    {
        if (!await ReadAsync(id, ct))
        {
            return NotFound();
        }

        Form = Dimension is null ? new() { Names = WordingForm.Of(null, T.Language.Code) } : DimensionForm.Of(Dimension, T.Language.Code);
        Form.Widen();
        Version = Dimension?.Version ?? 0;
        return Page();
    }

    /// <summary>More rows for parts; nothing is saved.</summary>
    public async Task<IActionResult> OnPostMoreAsync(Guid? id, CancellationToken ct)
    {
        if (!await ReadAsync(id, ct))
        {
            return NotFound();
        }

        ModelState.Clear();
        Form.Widen();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? id, CancellationToken ct)
    {
        if (!await ReadAsync(id, ct))
        {
            return NotFound();
        }

        var members = Form.ToMembers(Dimension?.Members ?? DimensionMembers.None, T.Language.Code);
        await CheckAsync(members, ct);
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        return Dimension is not null && Version != Dimension.Version ? Clash() : await SaveAsync(members, ct);
    }

    private async Task CheckAsync(IReadOnlyList<DimensionMember> members, CancellationToken ct)
    {
        void Add(string property, Refusal refusal) => ModelState.AddModelError($"{nameof(Form)}.{property}", T[refusal]);

        Form.Names.Check(ModelState, $"{nameof(Form)}.{nameof(Form.Names)}", T);
        if (Form.Code.Length > 0 && DimensionRules.CheckCode(Form.Code) is { } refused)
        {
            Add(nameof(Form.Code), refused);
        }
        else if (await db.OwnDimensions.AsNoTracking().AnyAsync(d => d.Country == Country && d.Code == Form.Code && (Dimension == null || d.Id != Dimension.Id), ct))
        {
            ModelState.AddModelError($"{nameof(Form)}.{nameof(Form.Code)}", T["Another record has this code."]);
        }

        var rows = Form.Written.Select(w => w.Row).ToList();
        foreach (var (at, refusal) in DimensionRules.CheckMembers(members))
        {
            var row = at < 0 ? rows.Count : rows[at];
            Add(refusal.Code == "dimensions.member-name" ? $"Members[{row}].Name" : $"Members[{row}].Code", refusal);
        }

        await CheckUsedAsync(members, Add, ct);
    }

    // A code that values carry is not renamed and not taken out: they would lose their meaning.
    private async Task CheckUsedAsync(IReadOnlyList<DimensionMember> members, Action<string, Refusal> add, CancellationToken ct)
    {
        if (Dimension is not { } before)
        {
            return;
        }

        if (Form.Code != before.Code && await IsUsedAsync($";{before.Code}=", ct))
        {
            add(nameof(Form.Code), new("dimensions.code-fixed"));
        }

        foreach (var gone in before.Members.All.Where(m => members.All(n => n.Code != m.Code)))
        {
            if (await IsUsedAsync($";{before.Code}={gone.Code};", ct))
            {
                add($"Members[{before.Members.All.ToList().IndexOf(gone)}].Code", new("dimensions.member-used", gone.Code));
            }
        }
    }

    private Task<bool> IsUsedAsync(string written, CancellationToken ct) =>
        db.SeriesPoints.AsNoTracking().AnyAsync(p => p.Country == Country && p.Dimensions != "" && (";" + p.Dimensions + ";").Contains(written), ct);

    private async Task<IActionResult> SaveAsync(IReadOnlyList<DimensionMember> members, CancellationToken ct)
    {
        var dimension = Dimension ?? new OwnDimension { Country = Country, Code = Form.Code, Names = Form.Names.ToWording()! };
        (dimension.Code, dimension.Names, dimension.IsSensitive, dimension.Members) = (Form.Code, Form.Names.ToWording()!, Form.IsSensitive, new(members));
        if (Dimension is null)
        {
            db.OwnDimensions.Add(dimension);
        }
        else
        {
            dimension.Version++;
        }

        if (await db.TrySaveAsync(new Act(Dimension is null ? "dimensions.add" : "benchmarks.dimension", Country, clock.GetUtcNow()), ct) is not SaveOutcome.Saved)
        {
            return await ReadAsync(dimension.Id, ct) ? Clash() : NotFound();
        }

        this.Say(T["Saved."]);
        return Redirect($"{Path}/dimensions");
    }

    // What the other person saved stands in the history below; the form keeps one's own.
    private IActionResult Clash()
    {
        Version = Dimension!.Version;
        return this.Overtaken(T["Somebody changed this while you were editing. Their change stands in the history below; save again to put yours in its place."], nameof(Version));
    }

    private async Task<bool> ReadAsync(Guid? id, CancellationToken ct)
    {
        Dimension = id is { } known ? await db.OwnDimensions.SingleOrDefaultAsync(d => d.Id == known && d.Country == Country, ct) : null;
        History = Dimension is null ? [] : await db.HistoryOfAsync(Dimension.Id, ct);
        return id is null || Dimension is not null;
    }
}
