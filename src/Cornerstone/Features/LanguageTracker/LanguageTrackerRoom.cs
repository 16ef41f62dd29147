using Cornerstone.Access;
using Cornerstone.Features.Library;
using Cornerstone.Languages;

namespace Cornerstone.Features.LanguageTracker;

/// <summary>
/// How often a subject is spoken of, year by year, over a chosen set of documents: what S/2022/280, para. 53, counted
/// by hand (gender language in four of eleven mandates).
/// </summary>
public sealed class LanguageTrackerRoom : IRoom
{
    public MenuGroup Group => MenuGroup.Promises;

    public IEnumerable<Permission> Permissions => [];

    public IEnumerable<MenuEntry> Menu => [new("Language tracker", "/Features/LanguageTracker/Tracker", LibraryRoom.Read, Text.Later("How often each theme is taken up, year by year"))];
}
