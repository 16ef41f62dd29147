using Cornerstone.Access;
using Cornerstone.Languages;

namespace Cornerstone.Features.InstitutionEditing;

/// <summary>What people do to institutions: add one, correct it, record a reshuffle, a merger or a split, name who speaks for it.</summary>
public sealed class InstitutionEditingRoom : IRoom
{
    public MenuGroup Group => MenuGroup.Plan;

    public IEnumerable<Permission> Permissions => [];

    public IEnumerable<MenuEntry> Menu => [];

    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton(new RefusalSentence("institutions.succession-needs-both", "Say who was there before and who is there afterwards."));
        services.AddSingleton(new RefusalSentence("institutions.one-successor", "Only a split has several successors."));
        services.AddSingleton(new RefusalSentence("institutions.one-predecessor", "A split has one predecessor."));
        services.AddSingleton(new RefusalSentence("institutions.nobody-ends", "Nobody would end: tick at least one predecessor that does not go on."));
        services.AddSingleton(new RefusalSentence("institutions.before-last-profile", "The new facts must begin after {0}, the day the present ones began. To correct the present ones, choose a correction."));
    }
}
