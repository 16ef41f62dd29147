namespace Cornerstone.Access;

/// <summary>People, their roles, and the workspaces of this installation.</summary>
public sealed class AccessRoom : IRoom
{
    public const string Administer = "access.administer";

    public MenuGroup Group => MenuGroup.Administration;

    public IEnumerable<Permission> Permissions => [new(Administer, Granted: [Role.Administrator])];

    public IEnumerable<MenuEntry> Menu =>
    [
        new("People and roles", Page: "/Access/People", Needs: Administer),
        new("Workspaces", Page: "/Access/Workspaces", Needs: Administer),
    ];
}
