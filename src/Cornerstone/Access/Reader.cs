using Cornerstone.Values;

namespace Cornerstone.Access;

/// <summary>Who is asking: the person and what they may do where, read from the database on each request.</summary>
public sealed record Reader(Guid Id, string Name, IReadOnlyList<Membership> Memberships)
{
    /// <summary>Nobody: sees public pages only.</summary>
    public static readonly Reader Anonymous = new(Guid.Empty, "", []);

    /// <summary>The server's operator at the command line. Has the right to import and seed; cannot sign in.</summary>
    public static readonly Guid OperatorId = new("00000000-0000-7000-8000-000000000001");

    public static readonly Reader Operator = new(OperatorId, "Operator", []);

    public bool IsAnonymous => Id == Guid.Empty;

    /// <summary>An administrator of the shared layer looks after every workspace of the installation.</summary>
    public bool AdministersAll => Memberships.Any(m => m.Role == Role.Administrator && m.Country == Workspace.Shared);

    /// <summary>Workspaces this reader belongs to, in the order of their memberships.</summary>
    public IEnumerable<string> Countries => Memberships.Select(m => m.Country).Distinct();

    /// <summary>
    /// True when a role held in the country grants the permission. Reading the shared layer follows from any
    /// membership; writing to it needs a membership of its own there.
    /// </summary>
    public bool Has(Permission permission, string country) => Memberships.Any(m =>
        permission.Granted.Contains(m.Role)
        && (m.Country == country
            || (country == Workspace.Shared && permission.Name.EndsWith(".read", StringComparison.Ordinal))
            || (m.Role == Role.Administrator && m.Country == Workspace.Shared)));

    /// <summary>The highest level this reader may give to a record in the country; null when none.</summary>
    public Classification? ClearanceIn(string country) => Memberships
        .Where(m => m.Country == country)
        .Select(m => (Classification?)m.Clearance)
        .Max();
}
