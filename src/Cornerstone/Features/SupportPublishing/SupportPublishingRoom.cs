using Cornerstone.Access;
using Cornerstone.Languages;

namespace Cornerstone.Features.SupportPublishing;

/// <summary>What of support goes to the public, and what is kept back from it on a ground that is told.</summary>
public sealed class SupportPublishingRoom : IRoom
{
    /// <summary>Keeping something back; it takes one person, as withdrawing does.</summary>
    public const string Withhold = "support.withhold";

    public MenuGroup Group => MenuGroup.Tell;

    public IEnumerable<Permission> Permissions => [new(Withhold, [Role.Secretariat, Role.FinanceAnalyst])];

    // The page of an activity leads there.
    public IEnumerable<MenuEntry> Menu => [];

    public IReadOnlyDictionary<string, string> HistoryWords => new Dictionary<string, string>
    {
        [nameof(SupportWithholding.Part)] = Text.Later("What is kept back"),
        [nameof(SupportWithholding.LineId)] = Text.Later("Line of money"),
        [nameof(SupportWithholding.Ground)] = Text.Later("Ground"),
        [nameof(SupportWithholding.ActivityId)] = Text.Later("Activity"),
    };

    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton(new RefusalSentence("support.told-again", "This is told again already."));
        services.AddSingleton(new RefusalSentence("support.withheld-already", "This is kept back already."));
    }
}
