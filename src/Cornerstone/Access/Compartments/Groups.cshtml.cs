using System.ComponentModel.DataAnnotations;
using Cornerstone.Access.Factors;
using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Access.Compartments;

/// <summary>A member of a group as the page shows it.</summary>
public sealed record GroupLine(Compartment Group, CompartmentMember Member, string Person);

/// <summary>
/// Sealed groups and their members. The administrator founds a group and names its first members; whoever is named later waits for a member
/// who has the key. Ending a term takes one person and no waiting.
/// </summary>
[Requires(AccessRoom.Administer), FreshlyProved(ToSend = true)]
public sealed class GroupsPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    [BindProperty]
    public Guid? Group { get; set; }

    [BindProperty, StringLength(Compartment.LongestName)]
    public string? Name { get; set; }

    [BindProperty, StringLength(Compartment.LongestBasis)]
    public string? LegalBasis { get; set; }

    [BindProperty]
    public List<Guid> Persons { get; set; } = [];

    [BindProperty]
    public DateOnly? FromDay { get; set; }

    [BindProperty]
    public DateOnly? UntilDay { get; set; }

    public IReadOnlyList<GroupLine> Members { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Groups { get; private set; } = [];

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    private string Country => current.Workspace!.Code;

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public async Task OnGetAsync(CancellationToken ct)
    {
        (FromDay, UntilDay) = (Today, Today.AddYears(1));
        await ReadAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await ReadAsync(ct);
        Check();
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var group = Group ?? Found();
        db.AddRange(Persons.Distinct().Select(p => new CompartmentMember { CompartmentId = group, PersonId = p, FromDay = FromDay!.Value, UntilDay = UntilDay!.Value, Waits = Group is not null }));
        await db.SaveAsync(new Act(Group is null ? "sealed.found-group" : "sealed.name-member", Country, clock.GetUtcNow()), ct);
        this.Say(Group is null ? T["The group is founded. Its first member makes its key."] : T["Named. A member of the group lets them in."]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEndAsync(Guid group, Guid person, CancellationToken ct)
    {
        var isOurs = await db.Set<Compartment>().AnyAsync(c => c.Id == group && c.Country == Country, ct);
        var terms = isOurs ? await db.Set<CompartmentMember>().Where(m => m.CompartmentId == group && m.PersonId == person && m.EndedAt == null).ToListAsync(ct) : [];
        if (terms.Count == 0)
        {
            return NotFound();
        }

        terms.ForEach(t => t.EndedAt = clock.GetUtcNow());
        await db.SaveAsync(new Act("sealed.end-member", Country, clock.GetUtcNow()), ct);
        this.Say(T["The term is ended: from now on nothing of the group opens to this person. A member changes its key."]);
        return RedirectToPage();
    }

    public string StateOf(CompartmentMember member) =>
        member.EndedAt is not null ? T["Ended"]
        : member.UntilDay < Today ? T["Term is over"]
        : member.Waits ? T["Waits to be let in"]
        : member.FromDay > Today ? T["Begins later"]
        : T["Member"];

    private Guid Found()
    {
        var made = new Compartment { Country = Country, Name = Name!.Trim(), LegalBasis = LegalBasis!.Trim() };
        db.Add(made);
        return made.Id;
    }

    private void Check()
    {
        if (Group is null && (string.IsNullOrWhiteSpace(Name) || string.IsNullOrWhiteSpace(LegalBasis)))
        {
            ModelState.AddModelError(nameof(Name), T["Give the new group a name and its legal basis."]);
        }

        if (Group is { } group && Groups.All(g => g.Value != group.ToString()))
        {
            throw new UnknownRecordException();
        }

        if (Persons.Count == 0 || Persons.Exists(p => People.All(k => k.Value != p.ToString())))
        {
            ModelState.AddModelError(nameof(Persons), T["Choose people from the list."]);
        }

        if (FromDay is null || UntilDay is null || UntilDay < FromDay || UntilDay > FromDay.Value.AddYears(5))
        {
            ModelState.AddModelError(nameof(UntilDay), T["A term has a first and a last day, five years apart at most."]);
        }
    }

    private async Task ReadAsync(CancellationToken ct)
    {
        var groups = await db.Set<Compartment>().AsNoTracking().Where(c => c.Country == Country).OrderBy(c => c.Name).ToListAsync(ct);
        var ids = groups.Select(g => g.Id).ToList();
        var members = await db.Set<CompartmentMember>().AsNoTracking().Where(m => ids.Contains(m.CompartmentId)).ToListAsync(ct);
        var named = members.Select(m => m.PersonId).ToList();
        var names = await db.Users.AsNoTracking().Where(p => named.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        Groups = [.. groups.Select(g => new SelectListItem(g.Name, g.Id.ToString()))];
        Members = [.. groups.SelectMany(g => members.Where(m => m.CompartmentId == g.Id).Select(m => new GroupLine(g, m, names[m.PersonId])).OrderBy(l => l.Person, StringComparer.Ordinal))];
        var people = await db.Memberships.AsNoTracking().Where(m => m.Country == Country && m.EndedAt == null && m.Role != Role.Administrator)
            .Join(db.Users, m => m.PersonId, p => p.Id, (m, p) => new { p.Id, p.Name }).Distinct().OrderBy(p => p.Name).ToListAsync(ct);
        People = [.. people.Select(p => new SelectListItem(p.Name, p.Id.ToString()))];
    }
}
