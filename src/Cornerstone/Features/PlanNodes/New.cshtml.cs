using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Plan;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Ui.Nodes;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.PlanNodes;

/// <summary>Adds a node to a draft: under which one, at which level, and then all that is said about a node.</summary>
[Requires(PlanRoom.Edit)]
public sealed class NewPage(AppDb db, CurrentReader current, NodeDesk desk, IEnumerable<INodePanel> panels, Text T) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int? Version { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Plan { get; set; }

    /// <summary>Code of the node it stands under; nothing for the top.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Under { get; set; }

    [BindProperty(SupportsGet = true)]
    public PlanLevel? Level { get; set; }

    [BindProperty]
    public NodeForm Form { get; set; } = new();

    public PlanInForce Shown { get; private set; } = null!;

    public NodeChoices Choices { get; private set; } = null!;

    public PlanNode? Parent { get; private set; }

    public IReadOnlyList<PlanNode> Nodes { get; private set; } = [];

    public NodeDesk Desk => desk;

    public IEnumerable<SelectListItem> Levels => Shown.Version.Levels.Below(Parent?.Level).Select(l => new SelectListItem(T.Of(l, Shown.Version.Levels), l.ToString()));

    public IEnumerable<SelectListItem> Parents => Nodes.Where(n => Shown.Version.Levels.Below(n.Level).Any())
        .Select(n => new SelectListItem(T["{0} {1}", n.Code, n.Title.In(T.Language.Code)], n.Code));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await ReadAsync(ct) || !Shown.Version.IsOpen)
        {
            return NotFound();
        }

        ModelState.Clear();
        Level ??= Shown.Version.Levels.Below(Parent?.Level).Cast<PlanLevel?>().FirstOrDefault();
        Form = NodeForm.Of(Draft(), new NodeMoney([], [], [], desk.Today.Year), Shown.Plan, T.Language.Code);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await ReadAsync(ct))
        {
            return NotFound();
        }

        if (!Shown.Version.IsOpen)
        {
            return Locked();
        }

        var node = Draft();
        Form.Check(ModelState, nameof(Form), current.Reader.ClearanceIn(desk.Country) ?? Classification.Public, T);
        if (Level is not { } level || !Shown.Version.Levels.Below(Parent?.Level).Contains(level))
        {
            ModelState.AddModelError(nameof(Level), T["Choose a level below the one it stands under."]);
        }

        if (Nodes.Any(n => n.Code == Form.Code.Trim()))
        {
            ModelState.AddModelError($"{nameof(Form)}.{nameof(Form.Code)}", T[new Refusal("plan.code-taken", Form.Code.Trim())]);
        }

        return ModelState.IsValid ? await SaveAsync(node, ct) : this.Again();
    }

    private async Task<IActionResult> SaveAsync(PlanNode node, CancellationToken ct)
    {
        Form.CopyTo(node, changesAll: true);
        db.Add(node);
        db.Apply(Form, node, new NodeMoney([], [], [], 0));
        var outcome = await db.TrySaveAsync(new Act("plan.add", desk.Country, desk.Now), ct);
        if (outcome == SaveOutcome.Saved)
        {
            this.Say(T["{0} was added to the plan.", node.Code]);
            return Redirect(desk.AddressOf(new NodeInVersion(Shown.Plan, Shown.Version, node)));
        }

        return outcome == SaveOutcome.CodeTaken
            ? this.Again($"{nameof(Form)}.{nameof(Form.Code)}", T[SaveAttempt.CodeTaken])
            : Locked();
    }

    private IActionResult Locked() => this.Overtaken(T[new Refusal("plan.locked-meanwhile", Shown.Version.Number)]);

    private PlanNode Draft() => new()
    {
        Country = desk.Country,
        Classification = Parent?.Classification ?? Shown.Version.Classification,
        VersionId = Shown.Version.Id,
        Lineage = Guid.CreateVersion7(desk.Now),
        ParentId = Parent?.Id,
        Level = Level ?? PlanLevel.Goal,
        Code = Suggested(),
        Title = Wording.Empty,
        Position = Nodes.Where(n => n.ParentId == Parent?.Id).Select(n => n.Position).DefaultIfEmpty(0).Max() + 1,
    };

    // The parent's code with the next number that is free.
    private string Suggested()
    {
        var codes = Nodes.Select(n => n.Code).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var start = Parent is null ? "" : Parent.Code + ".";
        return start + Enumerable.Range(1, Nodes.Count + 1).First(n => !codes.Contains(FormattableString.Invariant($"{start}{n}")));
    }

    private async Task<bool> ReadAsync(CancellationToken ct)
    {
        Shown = (await db.PlanInForceAsync(desk.Country, Plan, Version, ct))!;
        if (Shown is null)
        {
            return false;
        }

        Nodes = await db.NodesOfAsync(Shown.Version.Id, ct);
        Parent = string.IsNullOrEmpty(Under) ? null : Nodes.FirstOrDefault(n => n.Code == Under);
        Choices = await NodeChoices.ReadAsync(db, current, panels, desk.Today, changesAll: true, T, ct);
        return string.IsNullOrEmpty(Under) || Parent is not null;
    }
}
