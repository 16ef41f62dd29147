using Cornerstone.Access;
using Cornerstone.Access.Compartments;
using Cornerstone.Vaults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.SealedDossiers;

/// <summary>A group whose door stands open to the reader: member in their term, vault unlocked, key on the ring, and said why.</summary>
public sealed record EnteredGroup(Compartment Group, OpenVault Vault, ReadReason Reason);

/// <summary>Who gets into a group, step by step; each page of the room goes through here.</summary>
public sealed class GroupDoor(SealedDb db, GroupKeys keys, OpenVaults vaults, CurrentReader current, TimeProvider clock)
{
    public OpenVault Vault => vaults.Of(current.Session) ?? throw new VaultLockedException();

    public bool MayWrite => current.May(SealedDossiersRoom.Write);

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>What the reader writes, today and in their own name.</summary>
    public DossierNote Note(string text) => new(text.Trim(), current.Reader.Name, Today);

    /// <summary>The groups of this country the reader is a member of, in their term.</summary>
    public async Task<IReadOnlyList<Compartment>> MineAsync(CancellationToken ct)
    {
        var (today, me, country) = (Today, current.Reader.Id, current.Workspace!.Code);
        return await db.Compartments.AsNoTracking()
            .Where(c => c.Country == country && db.Members.Any(m => m.CompartmentId == c.Id && m.PersonId == me && !m.Waits && m.EndedAt == null && m.FromDay <= today && today <= m.UntilDay))
            .OrderBy(c => c.Name).ToListAsync(ct);
    }

    public async Task<Compartment?> FindAsync(Guid group, CancellationToken ct) => (await MineAsync(ct)).FirstOrDefault(g => g.Id == group);

    /// <summary>True when the group's key is on the reader's ring; looks again for one that was wrapped to them since.</summary>
    public async Task<bool> HasKeyAsync(Guid group, CancellationToken ct)
    {
        var ring = Vault.Ring;
        if (!ring.TryNewest(group, out var newest) || newest.Version < await keys.NewestAsync(group, ct))
        {
            await keys.TakeAsync(ring, ct);
        }

        return ring.TryNewest(group, out newest) && newest.Version == await keys.NewestAsync(group, ct);
    }

    /// <summary>Null when a step is missing: then the group's own page says which.</summary>
    public async Task<EnteredGroup?> EnterAsync(Guid group, CancellationToken ct) =>
        await FindAsync(group, ct) is { } found && await HasKeyAsync(group, ct) && Vault.ReasonIn(group) is { } reason ? new(found, Vault, reason) : null;
}

internal static class GroupDoorAnswers
{
    /// <summary>A member for whom a step is missing goes to the page of the group, which says which. For everybody else there is nothing here.</summary>
    public static async Task<IActionResult> NotEnteredAsync(this PageModel page, GroupDoor door, Guid group, CancellationToken ct) =>
        await door.FindAsync(group, ct) is not null && await door.EnterAsync(group, ct) is null
            ? page.RedirectToPage("/Features/SealedDossiers/Group", new { country = page.RouteData.Values["country"], group })
            : page.NotFound();
}
