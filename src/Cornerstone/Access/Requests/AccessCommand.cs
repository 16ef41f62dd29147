using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Cornerstone.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cornerstone.Access.Requests;

/// <summary>
/// <c>access requests</c> and <c>access approve</c>: the server's operator as the second person, where there is no other
/// administrator who is neither asker nor subject.
/// </summary>
internal static class AccessCommand
{
    private const int Longest = 1_000;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };
    private static readonly Option<string> Data = new("--data") { Description = "Folder that holds everything (default: CORNERSTONE_DATA, else data/ beside the start script)", DefaultValueFactory = _ => HostSettings.DefaultDataFolder };
    private static readonly Option<bool> AsJson = new("--json") { Description = "One JSON document on standard output" };
    private static readonly Argument<string> Email = new("EMAIL") { Description = "The address with which the person signs in" };
    private static readonly Argument<Guid> Id = new("ID") { Description = "The request, as 'access requests' names it" };

    public static Command Create() => new("access", "Requests for roles, passwords and resets that wait for a second person") { Requests(), Approve(), ResetSecondStep() };

    private static Command Requests()
    {
        var command = new Command("requests", "Lists what waits") { Data, AsJson };
        command.SetAction(async (parsed, ct) =>
        {
            await using var opened = await OpenDatabase.AttachAsync(Path.GetFullPath(parsed.GetValue(Data)!), NullLogger.Instance, ct);
            await WriteAsync(opened.Database, parsed.GetValue(AsJson), parsed.InvocationConfiguration.Output, ct);
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command Approve()
    {
        var command = new Command("approve", "Approves one in the operator's name; prints the link to hand over, where one was made") { Id, Data };
        command.SetAction(async (parsed, ct) =>
        {
            await using var opened = await OpenDatabase.AttachAsync(Path.GetFullPath(parsed.GetValue(Data)!), NullLogger.Instance, ct);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(await ApproveAsync(opened.Database, parsed.GetValue(Id), TimeProvider.System, ct));
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command ResetSecondStep()
    {
        var command = new Command("reset-second-step", "Asks in the operator's name that a lost second step be set back; done at once where there never was a second administrator") { Email, Data };
        command.SetAction(async (parsed, ct) =>
        {
            await using var opened = await OpenDatabase.AttachAsync(Path.GetFullPath(parsed.GetValue(Data)!), NullLogger.Instance, ct);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(await AskForResetAsync(opened.Database, parsed.GetValue(Email)!, TimeProvider.System, ct));
            return ExitCodes.Done;
        });
        return command;
    }

    /// <summary>Asks for it where the person works, and says whether it waits for an administrator.</summary>
    /// <exception cref="RefusedException">Nobody has this address, or no role.</exception>
    internal static async Task<string> AskForResetAsync(Database database, string email, TimeProvider clock, CancellationToken ct)
    {
        await using var db = await database.AsAsync(Reader.Operator, ct);
        var address = email.ToUpperInvariant();
        var lost = await (
            from membership in db.Memberships.AsNoTracking()
            join person in db.Users on membership.PersonId equals person.Id
            where person.NormalizedEmail == address && membership.EndedAt == null
            orderby membership.GrantedAt
            select membership).FirstOrDefaultAsync(ct) ?? throw new RefusedException($"Nobody with the address {email} has a role.");
        var request = AccessRequest.Ask(lost.Country, RequestKind.SecondStep, lost.PersonId, db.Reader, clock.GetUtcNow(), "Asked on the server");
        var given = await new GiveAccess(db, clock).AskAsync(request, ct);
        return given.Refusal is { } refusal ? throw new RefusedException($"Refused: {refusal.Code}.")
            : request.IsAlone ? "Done: the next sign-in sets up another second step. It is marked for a second administrator to look at."
            : "Asked: an administrator other than this person approves it on the page of requests.";
    }

    internal static async Task WriteAsync(Database database, bool asJson, TextWriter output, CancellationToken ct)
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var db = await database.AsAsync(Reader.Operator, ct);
        var waiting = (await db.RequestsAsync(country: null, Reader.OperatorId, Longest, ct)).Where(l => l.IsOpen(now)).ToList();
        if (asJson)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(waiting.Select(l => new { l.Id, l.Person, l.Kind, l.Role, l.Clearance, l.Reason, l.Asker, l.AskedAt, l.ExpiresAt }), Json));
            return;
        }

        foreach (var line in waiting)
        {
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{line.Id}  {line.Kind} {line.Role} for {line.Person}, asked by {line.Asker} on {line.AskedAt:u}: {line.Reason ?? "no reason given"}"));
        }
    }

    /// <summary>Approves it and says what to do next.</summary>
    /// <exception cref="RefusedException">There is none, or it is decided, or expired.</exception>
    internal static async Task<string> ApproveAsync(Database database, Guid id, TimeProvider clock, CancellationToken ct)
    {
        await using var db = await database.AsAsync(Reader.Operator, ct);
        var request = await db.Set<AccessRequest>().SingleOrDefaultAsync(r => r.Id == id, ct) ?? throw new RefusedException($"There is no request {id}.");
        var given = await new GiveAccess(db, clock).ApproveAsync(request, ct);
        return given switch
        {
            { Refusal: { } refusal } => throw new RefusedException($"Refused: {refusal.Code}."),
            { Token: { } token } => $"Approved. Give the person this address of your server, within three days: /setup/{token}",
            _ => "Approved.",
        };
    }
}
