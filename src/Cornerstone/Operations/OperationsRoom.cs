using System.CommandLine;
using Cornerstone.Access;
using Cornerstone.Ui;

namespace Cornerstone.Operations;

/// <summary>Is this installation well: for the machine that watches it, the person who runs it, and those who look after the journal.</summary>
public sealed class OperationsRoom : IRoom
{
    public const string ReadJournal = "journal.read";
    public const string SignJournal = "journal.sign";

    public MenuGroup Group => MenuGroup.Administration;

    public IEnumerable<Permission> Permissions =>
    [
        new(ReadJournal, Granted: [Role.Administrator, Role.Auditor]),
        new(SignJournal, Granted: [Role.Administrator]),
    ];

    public IEnumerable<MenuEntry> Menu => [new("Journal", Page: "/Operations/Journal", Needs: ReadJournal)];

    public IEnumerable<Command> Verbs => [DoctorCommand.Create()];

    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<ClockWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<ClockWatch>());
        services.AddSingleton<IStandingWarning>(provider => provider.GetRequiredService<ClockWatch>());
    }
}
