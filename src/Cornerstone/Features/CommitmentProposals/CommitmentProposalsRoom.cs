using Cornerstone.Access;

namespace Cornerstone.Features.CommitmentProposals;

/// <summary>From paragraphs to obligations: the pages on which a person decides what is followed. They are reached from the list.</summary>
public sealed class CommitmentProposalsRoom : IRoom
{
    public MenuGroup Group => MenuGroup.Promises;

    public IEnumerable<Permission> Permissions => [];

    public IEnumerable<MenuEntry> Menu => [];
}
