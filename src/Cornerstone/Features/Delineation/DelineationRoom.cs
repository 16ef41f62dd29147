using Cornerstone.Access;

namespace Cornerstone.Features.Delineation;

/// <summary>Who is accountable, responsible, consulted and informed for which function of the sector.</summary>
public sealed class DelineationRoom : IRoom
{
    public const string Read = "delineation.read";
    public const string Edit = "delineation.edit";

    public MenuGroup Group => MenuGroup.Plan;

    public IEnumerable<Permission> Permissions =>
    [
        new(Read, [.. Enum.GetValues<Role>().Where(r => r != Role.Administrator)]),
        new(Edit, [Role.Secretariat]),
    ];

    public IEnumerable<MenuEntry> Menu => [];
}
