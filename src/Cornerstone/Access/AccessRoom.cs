using System.CommandLine;
using Cornerstone.Access.Requests;
using Cornerstone.Languages;
using Cornerstone.Ui.Overview;

namespace Cornerstone.Access;

/// <summary>People, their roles, and the workspaces of this installation.</summary>
public sealed class AccessRoom : IRoom
{
    public const string Administer = "access.administer";

    public MenuGroup Group => MenuGroup.Administration;

    public IEnumerable<Permission> Permissions => [new(Administer, Granted: [Role.Administrator])];

    public IReadOnlyDictionary<string, string> HistoryWords => new Dictionary<string, string>
    {
        ["access.workspace"] = Text.Later("Workspace added"),
        ["access.grant"] = Text.Later("Role given"),
        ["access.end"] = Text.Later("Role ended"),
        ["access.new-link"] = Text.Later("One-time link made"),
        ["access.new-password"] = Text.Later("Password changed"),
        ["access.ask"] = Text.Later("Access asked for"),
        ["access.refuse-request"] = Text.Later("Request refused"),
        ["access.withdraw-request"] = Text.Later("Request withdrawn"),
        ["access.look-at"] = Text.Later("Looked at what was given by one alone"),
        ["access.reset-second-step"] = Text.Later("Second step reset"),
        ["access.authenticator"] = Text.Later("Authenticator set up"),
        ["access.remove-authenticator"] = Text.Later("Authenticator removed"),
        ["access.new-recovery-codes"] = Text.Later("Recovery codes made"),
        ["access.passkey"] = Text.Later("Passkey made"),
        ["access.remove-passkey"] = Text.Later("Passkey removed"),
        ["access.passkey-used"] = Text.Later("Passkey shown"),
        ["access.passkey-refused"] = Text.Later("Passkey refused"),
        ["access.passkey-copied"] = Text.Later("Passkey refused: its counter went back, somebody may have a copy of the device"),
        ["access.link-organisation"] = Text.Later("Linked to the organisation's sign-in"),
        ["access.unlink-organisation"] = Text.Later("No longer linked to the organisation's sign-in"),
        ["access.organisation-refused"] = Text.Later("Organisation's sign-in refused"),
        ["access.disable"] = Text.Later("Account disabled"),
        ["access.enable"] = Text.Later("Account enabled again"),
        ["access.second-step"] = Text.Later("Second step taken"),
        ["access.recovery-code"] = Text.Later("Recovery code used"),
        ["access.code-refused"] = Text.Later("Code refused"),
        ["access.confirm"] = Text.Later("Proved anew who it is"),
        ["access.sign-in-rule"] = Text.Later("Rule for signing in changed"),
        ["access.new-token"] = Text.Later("Token made"),
        ["access.revoke-token"] = Text.Later("Token revoked"),
        ["access.sign-in"] = Text.Later("Signed in"),
        ["access.sign-out"] = Text.Later("Signed out"),
        ["access.sign-in-refused"] = Text.Later("Sign-in refused"),
        ["access.end-session"] = Text.Later("Session ended"),
        ["sealed.found-group"] = Text.Later("Sealed group founded"),
        ["sealed.name-member"] = Text.Later("Member of a sealed group named"),
        ["sealed.end-member"] = Text.Later("Term in a sealed group ended"),
        ["access.first-administrator-link"] = Text.Later("Link for the first administrator made"),
        ["access.password-hashed-anew"] = Text.Later("Password stored more safely"),
    };

    public IEnumerable<MenuEntry> Menu =>
    [
        new("People and roles", Page: "/Access/People", Needs: Administer),
        new("Sealed groups", Page: "/Access/Compartments/Groups", Needs: Administer),
        new("Requests for access", Page: "/Access/Requests/Index", Needs: Administer),
        new("Sign-in rules", Page: "/Access/Factors/SignInRules", Needs: Administer),
        new("Workspaces", Page: "/Access/Workspaces", Needs: Administer),
    ];

    public IEnumerable<Command> Verbs => [AccessCommand.Create()];

    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<Accounts>();
        services.AddScoped<GiveAccess>();
        services.AddScoped<IOverviewPart, AccessOverview>();
        services.AddSingleton(new RefusalSentence("access.request-for-oneself", "This is for you: another administrator decides."));
        services.AddSingleton(new RefusalSentence("access.request-needs-another", "You asked for this yourself: another administrator approves it."));
        services.AddSingleton(new RefusalSentence("access.request-decided", "This has been decided already."));
        services.AddSingleton(new RefusalSentence("access.request-expired", "This was asked too long ago: ask anew."));
        services.AddSingleton(new RefusalSentence("access.request-asker-left", "Who asked is no administrator here any more: ask anew."));
        services.AddSingleton(new RefusalSentence("access.request-elsewhere", "This person also works elsewhere: ask an administrator of the whole installation."));
        services.AddSingleton(new RefusalSentence("access.request-against-rules", "The rules for giving access do not allow this. Nothing was changed."));
        services.AddSingleton(new RefusalSentence("access.request-is-so", "The account is so already."));
        services.AddSingleton(new RefusalSentence("access.request-mailbox-taken", "Enter an e-mail address that nobody else uses."));
        services.AddSingleton(new RefusalSentence("access.request-link-over", "This link was used, or its request is too old: ask for access once more."));
        services.AddSingleton(new RefusalSentence("access.request-linked-already", "This person or this number is linked already: end that link first."));
        services.AddSingleton(new RefusalSentence("access.request-has-it", "This person already has this role here."));
    }
}
