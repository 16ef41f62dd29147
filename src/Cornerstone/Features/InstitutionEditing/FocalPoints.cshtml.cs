using System.ComponentModel.DataAnnotations;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Institutions;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.InstitutionEditing;

/// <summary>Names who speaks for an institution, and ends a term.</summary>
[Requires(InstitutionsRoom.Edit)]
public sealed class FocalPointsPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    [BindProperty, Display(Name = "Person"), Required]
    public Guid? PersonId { get; set; }

    [BindProperty, Display(Name = "From"), Required]
    public DateOnly? From { get; set; }

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    public IReadOnlyList<(FocalPoint Point, string Person)> Points { get; private set; } = [];

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public string Path => $"/{Country.ToLowerInvariant()}/institutions";

    private string Country => current.Workspace!.Code;

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        From = Today;
        return await ReadAsync(id, ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await ReadAsync(id, ct))
        {
            return NotFound();
        }

        if (PersonId is { } chosen && People.All(p => p.Value != chosen.ToString()))
        {
            ModelState.AddModelError(nameof(PersonId), T["Choose a person of the list."]);
        }

        if (Points.Any(p => p.Point.PersonId == PersonId && (p.Point.UntilDay is null || p.Point.UntilDay >= From)))
        {
            ModelState.AddModelError(nameof(PersonId), T["This person speaks for it already."]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        db.Add(new FocalPoint { Country = Country, PersonId = PersonId!.Value, InstitutionId = id, FromDay = From!.Value, Classification = Classification.Partner });
        await db.SaveAsync(new Act("institutions.focal-point", Country, clock.GetUtcNow()), ct);
        this.Say(T["Saved."]);
        return Redirect($"{Path}/{id}/focal-points");
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id, [FromForm] Guid point, CancellationToken ct)
    {
        var open = await db.FocalPoints.SingleOrDefaultAsync(p => p.Id == point && p.InstitutionId == id && p.Country == Country && p.UntilDay == null, ct);
        if (open is null)
        {
            return NotFound();
        }

        open.UntilDay = open.FromDay > Today ? open.FromDay : Today;
        await db.SaveAsync(new Act("institutions.focal-point", Country, clock.GetUtcNow()), ct);
        this.Say(T["Saved."]);
        return Redirect($"{Path}/{id}/focal-points");
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken ct)
    {
        Id = id;
        if (!await db.Institutions.AnyAsync(i => i.Id == id && i.Country == Country, ct))
        {
            return false;
        }

        Name = (await db.InstitutionNamesAsync(Country, Today, ct))[id].In(T.Language.Code);
        Points = [.. (await (
            from point in db.FocalPoints.AsNoTracking()
            join person in db.Users on point.PersonId equals person.Id
            where point.InstitutionId == id
            orderby point.UntilDay != null, point.FromDay
            select new { point, person.Name }).ToListAsync(ct)).Select(p => (p.point, p.Name))];
        var people = await (
            from membership in db.Memberships.AsNoTracking()
            join person in db.Users on membership.PersonId equals person.Id
            where membership.Country == Country && membership.EndedAt == null && membership.Role != Role.Administrator && person.DisabledAt == null
            select new { person.Id, person.Name }).Distinct().ToListAsync(ct);
        People = [.. people.Select(p => new SelectListItem(p.Name, p.Id.ToString())).OrderBy(p => p.Text, StringComparer.CurrentCulture)];
        return true;
    }
}
