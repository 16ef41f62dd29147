using Cornerstone.Access;
using Cornerstone.Features.Commitments;
using Cornerstone.Languages;

namespace Cornerstone.Features.Traceability;

/// <summary>Every paragraph of a document with what it calls for, what is followed from it and what serves it.</summary>
public sealed class TraceabilityRoom : IRoom
{
    public MenuGroup Group => MenuGroup.Promises;

    public IEnumerable<Permission> Permissions => [];

    public IEnumerable<MenuEntry> Menu => [new("Traceability", "/Features/Traceability/Matrix", CommitmentsRoom.Read, Text.Later("Every paragraph: what it calls for, what is followed from it, what serves it"))];
}
