using Cornerstone.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Access.Passkeys;

/// <summary>Identity's store over our context. It never saves by itself: each change of an account is an act of its own.</summary>
internal sealed class PersonStore : UserOnlyStore<Person, AppDb, Guid>
{
    public PersonStore(AppDb db, IdentityErrorDescriber describer)
        : base(db, describer) => AutoSaveChanges = false;

    public override async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Person user, CancellationToken cancellationToken) =>
        [.. (await Context.Passkeys.AsNoTracking().Where(p => p.PersonId == user.Id).ToListAsync(cancellationToken)).Select(ToldOf)];

    public override async Task<UserPasskeyInfo?> FindPasskeyAsync(Person user, byte[] credentialId, CancellationToken cancellationToken) =>
        await Context.Passkeys.AsNoTracking().SingleOrDefaultAsync(p => p.PersonId == user.Id && p.CredentialId == credentialId, cancellationToken) is { } kept ? ToldOf(kept) : null;

    // Whose it is if it is somebody else's, the database says when it is saved: before that nobody sees it.
    public override async Task<Person?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        await Context.Passkeys.Where(p => p.CredentialId == credentialId).Join(Context.Users, p => p.PersonId, p => p.Id, (_, person) => person).SingleOrDefaultAsync(cancellationToken);

    // The count is left at zero here: PasskeyBook compares it, once the signature is known to be the device's own.
    private static UserPasskeyInfo ToldOf(Passkey kept) =>
        new(kept.CredentialId, kept.PublicKey, kept.MadeAt, signCount: 0, kept.Transports, isUserVerified: true, kept.IsBackupEligible, kept.IsBackedUp, [], []);
}
