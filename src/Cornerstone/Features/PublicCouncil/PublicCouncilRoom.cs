using Cornerstone.Access;

namespace Cornerstone.Features.PublicCouncil;

/// <summary>What the Security Council asked and what became of it, as everybody reads it: benchmarks with their judgements, commitments with their state.</summary>
public sealed class PublicCouncilRoom : IRoom
{
    public MenuGroup Group => MenuGroup.Tell;

    public IEnumerable<Permission> Permissions => [];

    // The public pages have a menu of their own.
    public IEnumerable<MenuEntry> Menu => [];
}
