using System.CommandLine;
using Cornerstone.Access;
using Cornerstone.Access.Sessions;
using Cornerstone.Data;
using Cornerstone.Languages;

namespace Cornerstone.Vaults;

/// <summary>Keys: people's vaults, the keys of sealed groups, and the officers who bring them back.</summary>
public sealed class VaultsRoom : IRoom
{
    public MenuGroup Group => MenuGroup.Administration;

    public IEnumerable<Permission> Permissions => [];

    public IEnumerable<MenuEntry> Menu => [];

    public IEnumerable<Command> Verbs => [VaultCommand.Create()];

    public IReadOnlyDictionary<string, string> HistoryWords => new Dictionary<string, string>
    {
        ["vault.make"] = Text.Later("Vault made"),
        ["vault.make-anew"] = Text.Later("Vault made anew"),
        ["vault.renew"] = Text.Later("Vault renewed: somebody else may know its words"),
        ["vault.change-officers"] = Text.Later("Recovery key made anew by two officers, another one in the third place"),
        ["vault.unlock"] = Text.Later("Vault unlocked"),
        ["vault.refused"] = Text.Later("Words of a vault refused"),
        ["vault.remember"] = Text.Later("Key of a group remembered"),
        ["vault.officers"] = Text.Later("Recovery key made for three officers"),
        ["sealed.make-key"] = Text.Later("Key of the group made"),
        ["sealed.trust-officers"] = Text.Later("Sealed group given to new recovery officers"),
        ["sealed.admit"] = Text.Later("Let into the sealed group"),
        ["sealed.change-key"] = Text.Later("Key of the group changed"),
        ["sealed.rewrap"] = Text.Later("Keys of dossiers wrapped anew"),
        ["sealed.retire-key"] = Text.Later("Old key of the group destroyed"),
        ["sealed.reseal"] = Text.Later("Sealed anew under a new key of the dossier"),
        ["sealed.renew-dossier"] = Text.Later("Old key of the dossier destroyed"),
        ["sealed.recover"] = Text.Later("Let in by two recovery officers"),
        [EraseAgain.ActName] = Text.Later("Erased again after a restore"),
        ["ErasedOn"] = Text.Later("Erased on"),
        ["sealed.emergency-officers"] = Text.Later("Let in by two recovery officers, in an emergency"),
        ["sealed.emergency-over"] = Text.Later("Time of the emergency over, keys destroyed"),
        ["sealed.alarm"] = Text.Later("A seal was found broken"),
    };

    public void AddServices(IServiceCollection services)
    {
        services.AddScoped(provider => SealedDb.Over(provider.GetRequiredService<Database>()));
        services.AddSingleton<OpenVaults>();
        services.AddSingleton<IForgetsSessions>(provider => provider.GetRequiredService<OpenVaults>());
        services.AddHostedService<WatchOpenVaults>();
        services.AddHostedService<EndOpenings>();
        services.AddScoped<UnlockVault>();
        services.AddScoped<RenewVault>();
        services.AddScoped<GroupKeys>();
        services.AddScoped<ChangeGroupKey>();
        services.AddSingleton(new RefusalSentence("vault.no-key-to-wrap-to", "This person has no vault yet, or has been let in already."));
    }
}
