using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Plan;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Ui.Nodes;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.PlanNodes;

/// <summary>Changes a node of a draft. Where somebody else saved first, both stand side by side, field by field, and the person decides.</summary>
[Requires(PlanRoom.Contribute)]
public sealed class EditPage(AppDb db, CurrentReader current, NodeDesk desk, IEnumerable<INodePanel> panels, Text T) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int? Version { get; set; }

    [BindProperty]
    public NodeForm Form { get; set; } = new();

    /// <summary>The state of the node the person read; it travels with the form.</summary>
    [BindProperty]
    public int NodeVersion { get; set; }

    public NodeInVersion Found { get; private set; } = null!;

    public NodeChoices Choices { get; private set; } = null!;

    /// <summary>What differs when somebody else saved first, and who it was.</summary>
    public IReadOnlyList<NodeDifference> Differences { get; private set; } = [];

    public HistoryLine? Conflict { get; private set; }

    public NodeDesk Desk => desk;

    private NodeMoney stored = null!;

    public async Task<IActionResult> OnGetAsync(Guid lineage, CancellationToken ct)
    {
        if (await ReadAsync(lineage, ct) is { } refused)
        {
            return refused;
        }

        if (!Found.Version.IsOpen)
        {
            return NotFound();
        }

        (Form, NodeVersion) = (NodeForm.Of(Found.Node, stored, Found.Plan, T.Language.Code), Found.Node.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid lineage, CancellationToken ct)
    {
        if (await ReadAsync(lineage, ct) is { } refused)
        {
            return refused;
        }

        if (!Found.Version.IsOpen)
        {
            return Locked();
        }

        if (!Choices.ChangesAll)
        {
            // Not on their form, so not theirs to leave empty.
            (Form.Code, Form.OwnerId, Form.Classification, Form.Position) = (Found.Node.Code, Found.Node.OwnerId, Found.Node.Classification, Found.Node.Position);
            ModelState.Remove($"{nameof(Form)}.{nameof(Form.Code)}");
        }

        Form.Check(ModelState, nameof(Form), current.Reader.ClearanceIn(desk.Country) ?? Classification.Public, T);
        await CheckCodeAsync(ct);
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        return NodeVersion == Found.Node.Version ? await SaveAsync(lineage, ct) : await ConflictAsync(ct);
    }

    private async Task<IActionResult> SaveAsync(Guid lineage, CancellationToken ct)
    {
        Form.CopyTo(Found.Node, Choices.ChangesAll);
        db.Apply(Form, Found.Node, stored);
        Found.Node.Version++;
        var outcome = await db.TrySaveAsync(new Act("plan.edit", desk.Country, desk.Now), ct);
        if (outcome == SaveOutcome.Saved)
        {
            this.Say(T["Saved."]);
            return Redirect(desk.AddressOf(Found));
        }

        // Two people pressed a button at once: the second one sees what became of the node, with their own words still there.
        return await ReadAsync(lineage, ct) ?? outcome switch
        {
            SaveOutcome.CodeTaken => this.Again($"{nameof(Form)}.{nameof(Form.Code)}", T[SaveAttempt.CodeTaken]),
            SaveOutcome.Locked => Locked(),
            _ => await ConflictAsync(ct),
        };
    }

    private IActionResult Locked() => this.Overtaken(T[new Refusal("plan.locked-meanwhile", Found.Version.Number)]);

    private async Task<IActionResult> ConflictAsync(CancellationToken ct)
    {
        Conflict = (await db.HistoryOfAsync(Found.Node.Id, ct)).FirstOrDefault();
        Differences = NodeDifference.Between(NodeForm.Of(Found.Node, stored, Found.Plan, T.Language.Code), Form, Choices, T);
        NodeVersion = Found.Node.Version;
        return this.Overtaken(T["Somebody changed this node while you were editing. Look at both texts of each field, make the form say what is right, and save again."], nameof(NodeVersion));
    }

    private async Task CheckCodeAsync(CancellationToken ct)
    {
        var code = Form.Code.Trim();
        if (await db.PlanNodes.AnyAsync(n => n.VersionId == Found.Version.Id && n.Id != Found.Node.Id && n.Code == code && n.RetiredBecause == null, ct))
        {
            ModelState.AddModelError($"{nameof(Form)}.{nameof(Form.Code)}", T[new Refusal("plan.code-taken", code)]);
        }
    }

    private async Task<IActionResult?> ReadAsync(Guid lineage, CancellationToken ct)
    {
        if (await desk.FindAsync(lineage, Version, ct) is not { } found)
        {
            return NotFound();
        }

        var rights = await desk.RightsAsync(ct);
        if (!rights.Covers(found.Node))
        {
            return Forbid();
        }

        Found = found;
        stored = await db.MoneyOfAsync(found.Node.Id, (found.Node.StartsOn ?? desk.Today).Year, ct);
        Choices = await NodeChoices.ReadAsync(db, current, panels, desk.Today, rights.EditsAll, T, ct);
        return null;
    }
}
