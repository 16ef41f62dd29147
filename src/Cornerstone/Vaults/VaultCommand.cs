using System.CommandLine;
using Cornerstone.Access;
using Cornerstone.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cornerstone.Vaults;

/// <summary><c>vault recover</c>: two of the three officers at the server's keyboard let somebody into a sealed group. Their words come by standard input, one line each.</summary>
internal static class VaultCommand
{
    private static readonly Option<string> Data = new("--data") { Description = "Folder that holds everything (default: CORNERSTONE_DATA, else data/ beside the start script)", DefaultValueFactory = _ => HostSettings.DefaultDataFolder };
    private static readonly Argument<Guid> Group = new("GROUP") { Description = "The sealed group, as its address names it" };
    private static readonly Argument<string> Person = new("PERSON") { Description = "The address of whoever is let in: named for the group by an administrator" };
    private static readonly Argument<string[]> Officers = new("OFFICER") { Description = "The addresses of two officers, both present", Arity = new ArgumentArity(2, 2) };

    public static Command Create() => new("vault", "Keys of sealed groups") { Recover() };

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
