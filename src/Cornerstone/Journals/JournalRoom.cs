using System.CommandLine;
using Cornerstone.Access;

namespace Cornerstone.Journals;

/// <summary>The journal's chain, its checkpoints and its verifier.</summary>
public sealed class JournalRoom : IRoom
{
    public MenuGroup Group => MenuGroup.Administration;

    public IEnumerable<Permission> Permissions => [];

    public IEnumerable<MenuEntry> Menu => [];

    public IEnumerable<Command> Verbs => [JournalCommand.Create()];

    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<KeepCheckpoints>();
        services.AddHostedService(provider => provider.GetRequiredService<KeepCheckpoints>());
    }
}
