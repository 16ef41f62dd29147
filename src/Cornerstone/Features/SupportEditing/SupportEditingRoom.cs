using Cornerstone.Access;
using Cornerstone.Features.Support;
using Cornerstone.Languages;

namespace Cornerstone.Features.SupportEditing;

/// <summary>What people say of an activity against or beyond its source: what it serves in the plan, and what the source has wrong.</summary>
public sealed class SupportEditingRoom : IRoom
{
    public MenuGroup Group => MenuGroup.Money;

    public IEnumerable<Permission> Permissions => [];

    public IEnumerable<MenuEntry> Menu =>
    [
        new("What support serves", "/Features/SupportEditing/Alignments", SupportRoom.Read, Text.Later("Proposals of what an activity serves in the plan, judged by another person than who proposed them")),
    ];

    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton(new RefusalSentence("support.alignment-twice", "It was said already that the activity serves {0}."));
        services.AddSingleton(new RefusalSentence("support.alignment-too-much", "The parts would add up to {0:0.##} per cent: more than the whole."));
        services.AddSingleton(new RefusalSentence("support.alignment-judged", "Somebody judged it meanwhile: look at it again."));
    }
}
