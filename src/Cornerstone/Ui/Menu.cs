using Cornerstone.Access;

namespace Cornerstone.Ui;

/// <summary>One line of the menu with its address in the current workspace.</summary>
public sealed record MenuLink(string Label, string Address, bool IsCurrent, string? Purpose);

/// <summary>One group of the menu: only rooms that are there and that the reader may enter.</summary>
public sealed record MenuSection(MenuGroup Group, IReadOnlyList<MenuLink> Links)
{
    public bool IsCurrent => Links.Any(l => l.IsCurrent);
}

/// <summary>The menu of the current reader in the current workspace; empty outside one.</summary>
public sealed class Menu(CurrentReader current, LinkGenerator links, IHttpContextAccessor contexts)
{
    public IReadOnlyList<MenuSection> Sections { get => field ??= Built(); private set; }

    private IReadOnlyList<MenuSection> Built() => current.Workspace is { } workspace
        ? [.. Rooms.All
            .GroupBy(r => r.Group)
            .OrderBy(g => g.Key)
            .Select(g => new MenuSection(g.Key, [.. g.SelectMany(r => r.Menu).Select(e => LinkTo(e, workspace.Code)).OfType<MenuLink>()]))
            .Where(s => s.Links.Count > 0)]
        : [];

    private MenuLink? LinkTo(MenuEntry entry, string country)
    {
        if (!current.May(entry.Needs))
        {
            return null;
        }

        var address = links.GetPathByPage(entry.Page, values: new { country = country.ToLowerInvariant() });
        return address is null ? null : new(entry.Label, address, IsHere(address), entry.Purpose);
    }

    private bool IsHere(string address) =>
        contexts.HttpContext?.Request.Path.StartsWithSegments(address, StringComparison.Ordinal) == true;
}
