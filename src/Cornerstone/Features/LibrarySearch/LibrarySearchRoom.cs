using Cornerstone.Access;
using Cornerstone.Features.Library;
using Cornerstone.Languages;
using Cornerstone.Ui.Search;

namespace Cornerstone.Features.LibrarySearch;

/// <summary>Full text over paragraphs, and the library's part of the global search.</summary>
public sealed class LibrarySearchRoom : IRoom
{
    public MenuGroup Group => MenuGroup.Promises;

    public IEnumerable<Permission> Permissions => [];

    public IEnumerable<MenuEntry> Menu => [new("Search paragraphs", "/Features/LibrarySearch/Paragraphs", LibraryRoom.Read, Text.Later("Find the paragraph, in five languages and in Chinese"))];

    public void AddServices(IServiceCollection services) => services.AddScoped<ISearchSource, LibrarySearchSource>();
}
