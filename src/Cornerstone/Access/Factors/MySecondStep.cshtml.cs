using Cornerstone.Access.Passkeys;
using Cornerstone.Access.Sessions;
using Cornerstone.Data;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Access.Factors;

/// <summary>What a person signs in with, and where to change it.</summary>
[SignedIn]
public sealed class MySecondStepPage(AppDb db, CodeBook codes, PasskeyBook passkeys, Doors doors) : PageModel
{
    public const int FewCodes = 2;

    public bool IsDemanded { get; private set; }

    public bool HasPassword { get; private set; }

    public Authenticator? Authenticator { get; private set; }

    public IReadOnlyList<Passkey> Passkeys { get; private set; } = [];

    public bool HasSecondStep => Authenticator is not null || Passkeys.Count > 0;

    public int CodesLeft { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        IsDemanded = await doors.NeedsSecondStepAsync(db.Reader.Id, ct);
        HasPassword = await db.Passwords.AnyAsync(p => p.PersonId == db.Reader.Id, ct);
        Authenticator = await codes.MineAsync(ct);
        Passkeys = await passkeys.MineAsync(ct);
        CodesLeft = await codes.RecoveryCodesLeftAsync(ct);
    }
}
