using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Access.Sessions;

/// <summary>Where a person is signed in, and ends it.</summary>
[SignedIn]
public sealed class MySessionsPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    public sealed record Line(Guid Id, string Device, Proof Proof, DateTimeOffset StartedAt, DateTimeOffset SeenAt, bool IsThisOne);

    public IReadOnlyList<Line> Open { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Open =
    [
        .. (await MineAsync(ct))
            .Select(s => new Line(s.Id, s.Device, s.Proof, s.StartedAt, s.SeenAt, s.Id == current.Session?.Id))
            .OrderByDescending(l => l.IsThisOne).ThenByDescending(l => l.SeenAt),
    ];

    public async Task<IActionResult> OnPostEndAsync(Guid session, CancellationToken ct)
    {
        var ended = (await MineAsync(ct)).SingleOrDefault(s => s.Id == session);
        if (ended is null)
        {
            return NotFound();
        }

        return await EndAsync([ended], T["The session has ended."], ct);
    }

    public async Task<IActionResult> OnPostEndOthersAsync(CancellationToken ct) =>
        await EndAsync([.. (await MineAsync(ct)).Where(s => s.Id != current.Session?.Id)], T["All other sessions have ended."], ct);

    private async Task<IActionResult> EndAsync(IReadOnlyList<Session> ended, string said, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var session in ended)
        {
            session.End("Person", now);
        }

        await db.SaveAsync(new Act("access.end-session", Workspace.Shared, now), ct);
        this.Say(said);
        return RedirectToPage();
    }

    private async Task<List<Session>> MineAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var open = await db.Sessions.Where(s => s.PersonId == current.Reader.Id && s.EndedAt == null).ToListAsync(ct);
        return [.. open.Where(s => s.IsOpen(now))];
    }
}

internal static class ProofWords
{
    public static string Of(this Text T, Proof proof) => proof switch
    {
        Proof.Password => T["Password"],
        Proof.PasswordAndCode => T["Password and code"],
        Proof.PasswordAndRecoveryCode => T["Password and recovery code"],
        Proof.Passkey => T["Passkey"],
        Proof.Organisation => T["Your organisation"],
        Proof.OrganisationAndCode => T["Your organisation and code"],
        Proof.OrganisationWithSecondFactor => T["Your organisation, with its second factor"],
        _ => T["One click, in the demonstration"],
    };
}
