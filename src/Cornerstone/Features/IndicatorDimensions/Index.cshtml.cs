using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Languages;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.IndicatorDimensions;

/// <summary>By what values are split in this country: the standard dimensions, and those of its own.</summary>
[Requires(BenchmarksRoom.Read)]
public sealed class IndexPage(AppDb db, CurrentReader current, Text T) : PageModel
{
    public IReadOnlyList<OwnDimension> Own { get; private set; } = [];

    public bool MayEdit => current.May(BenchmarksRoom.Edit);

    public string Path => $"/{Country.ToLowerInvariant()}/indicators";

    private string Country => current.Workspace!.Code;

    public IReadOnlyList<NamedPart> PartsOf(OwnDimension own) =>
        [.. own.Members.All.Select(m => (m.Code, m.IsRetired, Name: m.Name.In(T.Language.Code))).Select(m => new NamedPart(m.Code, m.IsRetired ? T["{0}, no longer used", m.Name] : m.Name, m.IsRetired))];

    public IReadOnlyList<NamedPart> PartsOf(Dimension standard) => [.. standard.Parts.Select(p => new NamedPart(p.Code, T[p.Name]))];

    public async Task OnGetAsync(CancellationToken ct) =>
        Own = await db.OwnDimensions.AsNoTracking().Where(d => d.Country == Country).OrderBy(d => d.Code).ToListAsync(ct);
}
