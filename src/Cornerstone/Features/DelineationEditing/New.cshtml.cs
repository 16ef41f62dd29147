using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Delineation;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Features.DelineationEditing;

/// <summary>Gives an institution a role in a function.</summary>
[Requires(DelineationRoom.Edit)]
public sealed class NewPage(AppDb db, CurrentReader current, TimeProvider clock, IEnumerable<ILawsInForce> laws, Text T) : PageModel
{
    [BindProperty]
    public RoleForm Form { get; set; } = new();

    public SectorFunction Function { get; private set; } = null!;

    public RoleChoices Choices { get; private set; } = null!;

    public string Path => $"/{Country.ToLowerInvariant()}/delineation";

    private string Country => current.Workspace!.Code;

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        Form.From = Today;
        return await ReadAsync(code, ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken ct)
    {
        if (!await ReadAsync(code, ct))
        {
            return NotFound();
        }

        Form.Check(ModelState, Choices, T);
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var role = new RoleAssignment
        {
            Country = Country,
            Classification = Classification.Public,
            FunctionId = Function.Id,
            InstitutionId = Form.InstitutionId!.Value,
            Role = Form.Role,
            ValidFrom = Form.From!.Value,
        };
        Form.CopyTo(role);
        if (await db.MayHoldAsync(role, ct) is { } refusal)
        {
            return this.Again("", T[refusal]);
        }

        db.Add(role);
        await db.SaveAsync(new Act("delineation.add", Country, clock.GetUtcNow()), ct);
        this.Say(T["Saved."]);
        return Redirect($"{Path}/{Function.Code}");
    }

    private async Task<bool> ReadAsync(string code, CancellationToken ct)
    {
        Function = (await db.FunctionAsync(Country, code, ct))!;
        Choices = await RoleChoices.ReadAsync(db, Country, Form.From ?? Today, laws, ct);
        return Function is not null;
    }
}
