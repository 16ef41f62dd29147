using Cornerstone.Access;
using Cornerstone.Languages;
using Cornerstone.Reclassifications;
using Cornerstone.Ui.Overview;

namespace Cornerstone.Features.Library;

/// <summary>The library: documents, provisions, references, comparison.</summary>
public sealed class LibraryRoom : IRoom
{
    public const string Read = "library.read";
    public const string Edit = "library.edit";
    public const string Import = "library.import";

    public MenuGroup Group => MenuGroup.Promises;

    public IEnumerable<Permission> Permissions =>
    [
        // Everybody with a task reads; an administrator configures and reads no content (domain handbook §0.4).
        new(Read, [.. Enum.GetValues<Role>().Where(r => r != Role.Administrator)]),
        new(Edit, [Role.Secretariat, Role.MissionOfficer]),
        new(Import, [Role.Secretariat, Role.FocalPoint, Role.MissionOfficer, Role.HumanRightsOfficer]),
    ];

    public IReadOnlyDictionary<string, string> HistoryWords => LibraryHistory.Words;

    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<IOverviewPart, LibraryOverview>();
        services.AddSingleton(RecordPage.Of<LibraryDocument>(Text.Later("Document"), (d, _) => d.Name ?? d.Id.ToString(), d => $"library/documents/{d.Id}"));
    }

    public IEnumerable<MenuEntry> Menu => [new("Library", "/Features/Library/Index", Read, Text.Later("Documents of the United Nations and of this country, paragraph by paragraph."))];
}
