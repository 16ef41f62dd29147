using System.CommandLine;
using Cornerstone.Access;

namespace Cornerstone.Features.LibraryImport;

/// <summary>Files into documents: the import page and the verbs that read files.</summary>
public sealed class LibraryImportRoom : IRoom
{
    public MenuGroup Group => MenuGroup.Promises;

    public IEnumerable<Permission> Permissions => [];

    public IEnumerable<MenuEntry> Menu => [];

    public IEnumerable<Command> Verbs => [LibraryCommand.Create()];

    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<PdfText>(_ => new PdfText());
        services.AddSingleton(_ => ImportLimits.FromEnvironment());
        services.AddSingleton<ImportDocuments>();
    }

}
