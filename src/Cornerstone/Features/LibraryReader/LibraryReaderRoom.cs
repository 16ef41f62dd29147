using Cornerstone.Access;

namespace Cornerstone.Features.LibraryReader;

/// <summary>One document on the screen: its text, what is known about it, its history, its original, its permanent address.</summary>
public sealed class LibraryReaderRoom : IRoom
{
    public MenuGroup Group => MenuGroup.Promises;

    public IEnumerable<Permission> Permissions => [];

    public IEnumerable<MenuEntry> Menu => [];
}
