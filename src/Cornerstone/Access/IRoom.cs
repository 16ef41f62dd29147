using System.Collections.Frozen;
using System.CommandLine;
using Cornerstone.Workbooks;

namespace Cornerstone.Access;

/// <summary>A room's front door: who may do what, where it stands in the menu, what it brings.</summary>
public interface IRoom
{
    MenuGroup Group { get; }

    IEnumerable<Permission> Permissions { get; }

    IEnumerable<MenuEntry> Menu { get; }

    void AddServices(IServiceCollection services)
    {
    }

    /// <summary>The room's command-line verbs, one command per room ("library parse", "library import").</summary>
    IEnumerable<Command> Verbs => [];

    /// <summary>
    /// The journal's names as a record's history says them, English sentences translated when shown: acts
    /// ("library.edit"), fields ("AgendaItem"), coded values of a field ("State.Accepted").
    /// </summary>
    IReadOnlyDictionary<string, string> HistoryWords => FrozenDictionary<string, string>.Empty;

    /// <summary>The spreadsheets by which the room's records come in and go out.</summary>
    IEnumerable<IWorkbook> Workbooks => [];
}

/// <summary>A right by name and the roles that have it, in the country where they hold the role.</summary>
public sealed record Permission(string Name, IReadOnlyList<Role> Granted);

/// <summary>A line of the menu. <paramref name="Label"/> is an English sentence, translated when shown.</summary>
/// <param name="Purpose">What one does there, in a sentence.</param>
/// <param name="Page">Razor page, such as "/Features/Library/Index"; it takes the route value "country".</param>
public sealed record MenuEntry(string Label, string Page, string Needs, string? Purpose = null);

/// <summary>Groups of the menu, in order.</summary>
public enum MenuGroup
{
    Promises,
    Plan,
    Money,
    Safeguards,
    Together,
    Tell,
    Administration,
}
