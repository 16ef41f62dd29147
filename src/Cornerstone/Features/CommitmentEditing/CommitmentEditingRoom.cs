using Cornerstone.Access;

namespace Cornerstone.Features.CommitmentEditing;

/// <summary>Where people word an obligation: what is to be done, by whom, by when, how far it may travel.</summary>
public sealed class CommitmentEditingRoom : IRoom
{
    public MenuGroup Group => MenuGroup.Promises;

    public IEnumerable<Permission> Permissions => [];

    public IEnumerable<MenuEntry> Menu => [];
}
