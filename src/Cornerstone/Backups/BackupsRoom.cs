using System.CommandLine;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Vaults;

namespace Cornerstone.Backups;

/// <summary>Backups, their schedule, and the weekly proof that they can be restored.</summary>
public sealed class BackupsRoom : IRoom
{
    public MenuGroup Group => MenuGroup.Administration;

    public IEnumerable<Permission> Permissions => [];

    public IEnumerable<MenuEntry> Menu => [];

    public IEnumerable<Command> Verbs => [BackupCommand.Backup(), BackupCommand.Restore()];

    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton(provider => new ErasureFiles(
            [provider.GetRequiredService<HostSettings>().DataFolder, .. BackupSettings.FromEnvironment() is { } kept ? [kept.Folder] : Array.Empty<string>()]));
        services.AddHostedService(provider => new KeepBackups(
            provider.GetRequiredService<Database>(), provider.GetRequiredService<HostSettings>(), BackupSettings.FromEnvironment(),
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<KeepBackups>>()));
    }
}
