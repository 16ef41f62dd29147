using Cornerstone.Access.Sessions;
using Cornerstone.Data;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Access;

/// <summary>Who asks in this request, and in which workspace; filled once, before authorization.</summary>
public sealed class CurrentReader
{
    public Reader Reader { get; private set; } = Reader.Anonymous;

    /// <summary>The session this request belongs to.</summary>
    public SeenSession? Session { get; set; }

    /// <summary>The workspace named in the address; null on pages outside any.</summary>
    public Workspace? Workspace { get; private set; }

    /// <summary>Workspaces this reader may enter, the shared layer last.</summary>
    public IReadOnlyList<Workspace> Workspaces { get; private set; } = [];

    /// <summary>True when the reader may do this in the workspace of the address.</summary>
    public bool May(string permission) => Workspace is not null && Reader.Has(Rooms.Permission(permission), Workspace.Code);

    /// <summary>Reads person, memberships and workspaces anew: a right taken away is gone with the next request.</summary>
    public async Task LoadAsync(AppDb db, Guid? personId, string? country, CancellationToken ct)
    {
        if (personId is { } id)
        {
            Reader = await ReaderOfAsync(db, id, ct);
        }

        if (Reader.IsAnonymous)
        {
            return;
        }

        var mine = Reader.Countries.Append(Workspace.Shared).ToList();
        var workspaces = await db.Workspaces.AsNoTracking().Where(w => Reader.AdministersAll || mine.Contains(w.Code)).ToListAsync(ct);
        Workspaces = [.. workspaces.OrderBy(w => w.Code == Workspace.Shared).ThenBy(w => w.Code, StringComparer.Ordinal)];
        Workspace = Workspaces.FirstOrDefault(w => string.Equals(w.Code, country, StringComparison.OrdinalIgnoreCase));
    }

    public static async Task<Reader> ReaderOfAsync(AppDb db, Guid personId, CancellationToken ct)
    {
        var person = await db.Users.AsNoTracking().Where(p => p.Id == personId && p.DisabledAt == null).Select(p => new { p.Id, p.Name }).SingleOrDefaultAsync(ct);
        if (person is null)
        {
            return Reader.Anonymous;
        }

        var memberships = await db.Memberships.AsNoTracking().Where(m => m.PersonId == personId && m.EndedAt == null).OrderBy(m => m.Id).ToListAsync(ct);
        return new Reader(person.Id, person.Name, memberships);
    }
}
