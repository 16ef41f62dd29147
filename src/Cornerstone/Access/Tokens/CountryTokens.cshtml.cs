using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Access.Tokens;

/// <summary>What reads in this country without signing in, whoever made it: an administrator revokes it and does not see its secret.</summary>
[Requires(AccessRoom.Administer)]
public sealed class CountryTokensPage(AppDb db, CurrentReader current, IEnumerable<IKeepsAddresses> rooms, TimeProvider clock, Text T) : PageModel
{
    /// <param name="Handler">By which it is revoked.</param>
    public sealed record Line(Guid Id, string Maker, string What, DateTimeOffset? LastUsedAt, DateTimeOffset ExpiresAt, string Handler);

    public IReadOnlyList<Line> Open { get; private set; } = [];

    private string Country => current.Workspace!.Code;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var tokens = (await TokensAsync(ct)).Select(t => (t.PersonId, Line: new Line(t.Id, "", t.Name, t.LastUsedAt, t.ExpiresAt, "Revoke")));
        var addresses = (await rooms.OpenAsync(person: null, Country, ct)).Select(a => (a.PersonId, Line: new Line(a.Id, "", a.What, a.LastUsedAt, a.ExpiresAt, "EndAddress")));
        var all = tokens.Concat(addresses).ToList();
        var makers = all.Select(l => l.PersonId).Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(p => makers.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        Open = [.. all.Select(l => l.Line with { Maker = names[l.PersonId] }).OrderBy(l => l.Maker, StringComparer.Create(T.Language.Culture, ignoreCase: true)).ThenBy(l => l.ExpiresAt)];
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid id, CancellationToken ct)
    {
        if ((await TokensAsync(ct)).SingleOrDefault(t => t.Id == id) is not { } revoked)
        {
            return NotFound();
        }

        revoked.RevokedAt = clock.GetUtcNow();
        await db.SaveAsync(new Act("access.revoke-token", Country, revoked.RevokedAt.Value, revoked.Name), ct);
        this.Say(T["The token is revoked: it opens nothing any more."]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEndAddressAsync(Guid id, CancellationToken ct)
    {
        if (!await rooms.EndAsync(id, person: null, Country, ct))
        {
            return NotFound();
        }

        this.Say(T["The address was revoked: it opens nothing any more."]);
        return RedirectToPage();
    }

    private Task<List<ApiToken>> TokensAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return db.Set<ApiToken>().Where(t => t.Country == Country && t.RevokedAt == null && t.ExpiresAt > now).ToListAsync(ct);
    }
}
