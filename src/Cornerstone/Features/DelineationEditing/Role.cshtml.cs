using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Delineation;
using Cornerstone.Features.Institutions;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.DelineationEditing;

/// <summary>Changes a role, or ends it by its last day. Two people at once see both versions.</summary>
[Requires(DelineationRoom.Edit)]
public sealed class RolePage(AppDb db, CurrentReader current, TimeProvider clock, IEnumerable<ILawsInForce> laws, Text T) : PageModel
{
    [BindProperty]
    public RoleForm Form { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public RoleAssignment Role { get; private set; } = null!;

    public SectorFunction Function { get; private set; } = null!;

    public RoleChoices Choices { get; private set; } = null!;

    public string InstitutionName { get; private set; } = "";

    public HistoryLine? Conflict { get; private set; }

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public string Path => $"/{Country.ToLowerInvariant()}/delineation";

    private string Country => current.Workspace!.Code;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await ReadAsync(id, ct))
        {
            return NotFound();
        }

        (Form, Version) = (RoleForm.Of(Role), Role.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await ReadAsync(id, ct))
        {
            return NotFound();
        }

        // To whom it was given never changes: another institution is another role.
        Form.InstitutionId = null;
        ModelState.Remove("Form.InstitutionId");
        Form.Check(ModelState, Choices, T);
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        if (Version != Role.Version)
        {
            return Clash();
        }

        Form.CopyTo(Role);
        if (await db.MayHoldAsync(Role, ct) is { } refusal)
        {
            return this.Again("", T[refusal]);
        }

        Role.Version++;
        if (await db.TrySaveAsync(new Act("delineation.edit", Country, clock.GetUtcNow()), ct) is not SaveOutcome.Saved)
        {
            return await ReadAsync(id, ct) ? Clash() : NotFound();
        }

        this.Say(T["Saved."]);
        return Redirect($"{Path}/{Function.Code}");
    }

    public IEnumerable<(string Label, string Saved, string Mine)> Differences()
    {
        var theirs = RoleForm.Of(Role);
        var rows = new (string, string?, string?)[]
        {
            (T["Role"], T.Of(theirs.Role), T.Of(Form.Role)),
            (T["Standing"], T.Of(theirs.Standing), T.Of(Form.Standing)),
            (T["Territory"], theirs.Territory, Form.Territory),
            (T["Legal basis"], theirs.LegalBasis, Form.LegalBasis),
            (T["Conditions"], theirs.Conditions, Form.Conditions),
            (T["How it works with others who do the same"], theirs.CoordinationRule, Form.CoordinationRule),
            (T["Holds from"], theirs.From?.ToString(T.Language.Culture), Form.From?.ToString(T.Language.Culture)),
            (T["Holds until"], theirs.Until?.ToString(T.Language.Culture), Form.Until?.ToString(T.Language.Culture)),
        };
        return rows.Select(r => (r.Item1, r.Item2 ?? "", r.Item3 ?? "")).Where(r => r.Item2 != r.Item3);
    }

    private IActionResult Clash()
    {
        Conflict = History.Count > 0 ? History[0] : null;
        Version = Role.Version;
        return this.Overtaken(T["Somebody changed this role while you were editing. Look at both versions and save again, or leave."], nameof(Version));
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken ct)
    {
        Role = (await db.RoleAssignments.SingleOrDefaultAsync(r => r.Id == id && r.Country == Country, ct))!;
        if (Role is null)
        {
            return false;
        }

        Function = await db.SectorFunctions.AsNoTracking().SingleAsync(f => f.Id == Role.FunctionId, ct);
        Choices = await RoleChoices.ReadAsync(db, Country, Role.ValidFrom, laws, ct);
        InstitutionName = (await db.InstitutionNamesAsync(Country, Role.ValidFrom, ct)).GetValueOrDefault(Role.InstitutionId)?.In(T.Language.Code) ?? "?";
        History = await db.HistoryOfAsync(id, ct);
        return true;
    }
}
