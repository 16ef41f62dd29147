using Cornerstone.Access;
using Cornerstone.Features.Library;
using Cornerstone.Languages;

namespace Cornerstone.Features.LibraryRelations;

/// <summary>How documents relate: compared side by side, and who cites whom.</summary>
public sealed class LibraryRelationsRoom : IRoom
{
    public MenuGroup Group => MenuGroup.Promises;

    public IEnumerable<Permission> Permissions => [];

    public IEnumerable<MenuEntry> Menu =>
    [
        new("Compare documents", "/Features/LibraryRelations/Compare", LibraryRoom.Read, Text.Later("What changed between two texts, side by side")),
        new("Who cites whom", "/Features/LibraryRelations/Graph", LibraryRoom.Read, Text.Later("The documents that others lean on most, and how they cite each other.")),
    ];
}
