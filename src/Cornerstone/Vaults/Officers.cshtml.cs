using Cornerstone.Access;
using Cornerstone.Access.Factors;
using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Sealing.Keys;
using Cornerstone.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Vaults;

/// <summary>The recovery key of a country, made in memory for three officers and sealed to each two of them. Whoever names them never holds it.</summary>
[Requires(AccessRoom.Administer), FreshlyProved(ToSend = true), SealedPage(AlsoLocked = true)]
public sealed class OfficersPage(SealedDb store, AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    private const int Needed = 3;

    [BindProperty]
    public List<Guid> Persons { get; set; } = [];

    public StoredRecovery? Recovery { get; private set; }

    public IReadOnlyList<string> Officers { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];

    private string Country => current.Workspace!.Code;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Recovery = await store.Recoveries.AsNoTracking().SingleOrDefaultAsync(r => r.Country == Country && r.ReplacedBy == null, ct);
        if (Recovery is not null)
        {
            var seals = await store.PairSeals.AsNoTracking().Where(s => s.RecoveryId == Recovery.Id).ToListAsync(ct);
            var officers = seals.SelectMany(s => new[] { s.FirstId, s.SecondId }).Distinct().ToList();
            Officers = await db.Users.AsNoTracking().Where(p => officers.Contains(p.Id)).OrderBy(p => p.Name).Select(p => p.Name).ToListAsync(ct);
        }

        var holding = await store.Holders.AsNoTracking().Select(h => h.PersonId).ToListAsync(ct);
        var people = await db.Memberships.AsNoTracking().Where(m => m.Country == Country && m.EndedAt == null && m.Role != Role.Administrator && holding.Contains(m.PersonId))
            .Join(db.Users, m => m.PersonId, p => p.Id, (m, p) => new { p.Id, p.Name }).Distinct().OrderBy(p => p.Name).ToListAsync(ct);
        Choices = [.. people.Select(p => new SelectListItem(p.Name, p.Id.ToString()))];
    }

    /// <param name="instead">The recovery key that stood on the page; none when there was none.</param>
    public async Task<IActionResult> OnPostAsync(Guid? instead, CancellationToken ct)
    {
        await OnGetAsync(ct);
        if (instead != Recovery?.Id)
        {
            this.Say(T["Somebody else made it in this moment."]);
            return RedirectToPage();
        }

        var chosen = Persons.Distinct().ToList();
        if (chosen.Count != Needed || chosen.Exists(p => Choices.All(c => c.Value != p.ToString())))
        {
            return this.Again(nameof(Persons), T["Choose three people from the list."]);
        }

        var officers = await store.Holders.AsNoTracking().Where(h => chosen.Contains(h.PersonId)).ToListAsync(ct);
        using var key = RecoveryKey.Create(RandomId.New());
        store.Recoveries.Add(new() { Id = key.Id, Country = Country, PublicKey = key.Holder.Key.ToStored(), MadeOn = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime) });
        store.PairSeals.AddRange(key.SealFor(officers[0].Holder, officers[1].Holder, officers[2].Holder).Select(StoredPairSeal.Of));
        var isMade = await store.TrySaveAsync(new Act("vault.officers", Country, clock.GetUtcNow()), [], ct);
        this.Say(!isMade ? T["Somebody else made it in this moment."]
            : Recovery is null ? T["The recovery key is made. Two of the three open it together."]
            : T["The recovery key is made. It opens a group that is there already once a member of it has agreed, on the page of the group."]);
        return RedirectToPage();
    }
}
