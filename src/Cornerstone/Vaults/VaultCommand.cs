using System.CommandLine;
using System.Globalization;
using Cornerstone.Access;
using Cornerstone.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cornerstone.Vaults;

/// <summary>
/// <c>vault recover</c>: two of the three officers at the server's keyboard let somebody into a sealed group; <c>vault emergency</c>: for hours,
/// somebody who has asked; <c>vault officers</c>: another officer in the third place. Their words come by standard input, one line each.
/// </summary>
internal static class VaultCommand
{
    private static readonly Option<string> Data = new("--data") { Description = "Folder that holds everything (default: CORNERSTONE_DATA, else data/ beside the start script)", DefaultValueFactory = _ => HostSettings.DefaultDataFolder };
    private static readonly Argument<Guid> Group = new("GROUP") { Description = "The sealed group, as its address names it" };
    private static readonly Argument<string> Person = new("PERSON") { Description = "The address of whoever is let in: named for the group by an administrator" };
    private static readonly Argument<string[]> Officers = new("OFFICER") { Description = "The addresses of two officers, both present", Arity = new ArgumentArity(2, 2) };

    private static readonly Argument<string> Country = new("COUNTRY") { Description = "The code of the country, for example XS" };
    private static readonly Argument<string> Third = new("NEWCOMER") { Description = "The address of whoever takes the third place; the third officer themselves, if they have a new vault" };
    private static readonly Option<bool> Stolen = new("--stolen") { Description = "Somebody may know the words of the third officer: dossiers get new keys too" };
    private static readonly Argument<string> Asker = new("PERSON") { Description = "The address of whoever has asked to be let in" };
    private static readonly Option<short> Hours = new("--hours") { Description = "For how long: 1, 2 or 3", DefaultValueFactory = _ => 1 };
    private static readonly Option<Guid[]> Dossiers = new("--dossier") { Description = "One dossier, as its address names it; without this, all of the group", DefaultValueFactory = _ => [], AllowMultipleArgumentsPerToken = true };

    public static Command Create() => new("vault", "Keys of sealed groups") { Recover(), Emergency(), ChangeThird() };

    private static Command Emergency()
    {
        var command = new Command("emergency", "Two recovery officers let somebody read for hours, where no member of the group can be reached; asks for the words of both") { Group, Asker, Officers, Dossiers, Hours, Data };
        command.SetAction(async (parsed, ct) =>
        {
            await using var opened = await OpenDatabase.AttachAsync(Path.GetFullPath(parsed.GetValue(Data)!), NullLogger.Instance, ct);
            var (output, officers) = (parsed.InvocationConfiguration.Output, parsed.GetValue(Officers)!);
            var person = await IdOfAsync(opened.Database, parsed.GetValue(Asker)!, ct);
            await output.WriteLineAsync($"Go on only when {parsed.GetValue(Asker)} has read you these words of their key: {await LendByOfficers.WordsAsync(opened.Database, person, ct)}");
            var one = new PresentOfficer(await IdOfAsync(opened.Database, officers[0], ct), await AskAsync(output, officers[0]));
            var other = new PresentOfficer(await IdOfAsync(opened.Database, officers[1], ct), await AskAsync(output, officers[1]));
            var loan = new OfficersLoan(parsed.GetValue(Group), person, parsed.GetValue(Dossiers)!, parsed.GetValue(Hours));
            var opening = await LendByOfficers.RunAsync(opened.Database, loan, one, other, TimeProvider.System, ct);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Done. They read with their own vault until {opening.UntilAt:u}; the members of the group are told, and somebody else reviews it by {opening.DueOn:yyyy-MM-dd}."));
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command ChangeThird()
    {
        var command = new Command("officers", "Two recovery officers put somebody in the place of the third, and make a new recovery key; asks for the words of both") { Country, Third, Officers, Stolen, Data };
        command.SetAction(async (parsed, ct) =>
        {
            await using var opened = await OpenDatabase.AttachAsync(Path.GetFullPath(parsed.GetValue(Data)!), NullLogger.Instance, ct);
            var (output, officers, country) = (parsed.InvocationConfiguration.Output, parsed.GetValue(Officers)!, parsed.GetValue(Country)!.ToUpperInvariant());
            var newcomer = await IdOfAsync(opened.Database, parsed.GetValue(Third)!, ct);
            await output.WriteLineAsync($"Go on only when {parsed.GetValue(Third)} has read you these words of their key: {await ChangeOfficers.WordsAsync(opened.Database, country, newcomer, ct)}");
            var one = new PresentOfficer(await IdOfAsync(opened.Database, officers[0], ct), await AskAsync(output, officers[0]));
            var other = new PresentOfficer(await IdOfAsync(opened.Database, officers[1], ct), await AskAsync(output, officers[1]));
            await ChangeOfficers.RunAsync(opened.Database, country, newcomer, one, other, parsed.GetValue(Stolen), TimeProvider.System, ct);
            await output.WriteLineAsync("Done. The old shares open nothing. The next member of each group who comes in is asked to change the group's key.");
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command Recover()
    {
        var command = new Command("recover", "Two recovery officers let somebody into a group whose members cannot; asks for the words of both") { Group, Person, Officers, Data };
        command.SetAction(async (parsed, ct) =>
        {
            await using var opened = await OpenDatabase.AttachAsync(Path.GetFullPath(parsed.GetValue(Data)!), NullLogger.Instance, ct);
            var (output, officers) = (parsed.InvocationConfiguration.Output, parsed.GetValue(Officers)!);
            var person = await IdOfAsync(opened.Database, parsed.GetValue(Person)!, ct);
            var one = new PresentOfficer(await IdOfAsync(opened.Database, officers[0], ct), await AskAsync(output, officers[0]));
            var other = new PresentOfficer(await IdOfAsync(opened.Database, officers[1], ct), await AskAsync(output, officers[1]));
            await RecoverGroup.RunAsync(opened.Database, parsed.GetValue(Group), person, one, other, TimeProvider.System, ct);
            await output.WriteLineAsync("Done. The person opens the group with their own vault.");
            return ExitCodes.Done;
        });
        return command;
    }

    private static async Task<string> AskAsync(TextWriter output, string officer)
    {
        await output.WriteAsync($"Words of {officer}: ");
        return Console.IsInputRedirected ? await Console.In.ReadLineAsync() ?? "" : Hidden(output);
    }

    // What is typed is not shown: somebody may look over the shoulder, and screens are scrolled back.
    private static string Hidden(TextWriter output)
    {
        var typed = new System.Text.StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key != ConsoleKey.Backspace) typed.Append(key.KeyChar);
            else if (typed.Length > 0) typed.Length--;
        }

        output.WriteLine();
        return typed.ToString();
    }

    private static async Task<Guid> IdOfAsync(Database database, string email, CancellationToken ct)
    {
        await using var db = await database.AsAsync(Reader.Operator, ct);
        var sought = email.ToUpperInvariant();
        var found = await db.Users.Where(u => u.NormalizedEmail == sought).Select(u => (Guid?)u.Id).SingleOrDefaultAsync(ct);
        return found ?? throw new RefusedException($"Nobody here has the address {email}.");
    }
}
