using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Cornerstone.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cornerstone.Access.Requests;

/// <summary>
/// <c>access requests</c> and <c>access approve</c>: the server's operator as the second person. <c>access reset-second-step</c> and
/// <c>access new-link</c>: the operator as the last resort, where no administrator can approve. <c>access disable</c> waits for nobody.
/// </summary>
internal static class AccessCommand
{
    private const int Longest = 1_000;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };
    private static readonly Option<string> Data = new("--data") { Description = "Folder that holds everything (default: CORNERSTONE_DATA, else data/ beside the start script)", DefaultValueFactory = _ => HostSettings.DefaultDataFolder };
    private static readonly Option<bool> AsJson = new("--json") { Description = "One JSON document on standard output" };
    private static readonly Argument<string> Email = new("EMAIL") { Description = "The address with which the person signs in" };
    private static readonly Option<bool> Alone = new("--alone") { Description = "Done now, though an administrator could approve it: none of them can be reached. It is marked until one has looked at it" };
    private static readonly Argument<Guid> Id = new("ID") { Description = "The request, as 'access requests' names it" };

    public static Command Create() => new("access", "Requests for roles, passwords and resets that wait for a second person") { Requests(), Approve(), ResetSecondStep(), NewLink(), Disable(), Enable() };

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

    private static Command ResetSecondStep() =>
        LastResort("reset-second-step", "Sets a lost second step back, in the operator's name: at once where no administrator can approve it", RequestKind.SecondStep);

    private static Command NewLink() =>
        LastResort("new-link", "Makes a link for a new password, in the operator's name: at once where no administrator can approve it", RequestKind.Password);

    private static Command Disable() =>
        LastResort("disable", "Closes an account in every country, in the operator's name: at once, because danger does not wait", RequestKind.Disable);

    private static Command Enable() =>
        LastResort("enable", "Opens a disabled account again, in the operator's name: at once where no administrator can approve it", RequestKind.Enable);

    private static Command LastResort(string name, string description, RequestKind kind)
    {
        var command = new Command(name, description) { Email, Alone, Data };
        command.SetAction(async (parsed, ct) =>
        {
            await using var opened = await OpenDatabase.AttachAsync(Path.GetFullPath(parsed.GetValue(Data)!), NullLogger.Instance, ct);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(await AskAsync(opened.Database, kind, parsed.GetValue(Email)!, parsed.GetValue(Alone), TimeProvider.System, ct));
            return ExitCodes.Done;
        });
        return command;
    }

    /// <summary>Asks for it where the person works, or does it where nobody else could approve it, and says which of the two.</summary>
    /// <exception cref="RefusedException">Nobody has this address, or no role.</exception>
    internal static async Task<string> AskAsync(Database database, RequestKind kind, string email, bool alone, TimeProvider clock, CancellationToken ct)
    {
        await using var db = await database.AsAsync(Reader.Operator, ct);
        var (country, person) = await WhoAsync(db, email, ct);
        var access = new GiveAccess(db, clock);
        var asLastResort = alone || kind == RequestKind.Disable || !await access.SomebodyCanApproveAsync(person, ct);
        var reason = asLastResort ? "By the operator of the server, alone" : "Asked on the server";
        var request = AccessRequest.Ask(country, kind, person, db.Reader, clock.GetUtcNow(), reason);
        return await access.AskAsync(request, ct, asLastResort) switch
        {
            { Refusal: { } refusal } => throw new RefusedException($"Refused: {refusal.Code}."),
            _ when !request.IsAlone => "Asked: an administrator other than this person approves it on the page of requests. If none of them can be reached: --alone.",
            { Link: { } link } => $"Done, and marked until an administrator has looked at it. {HandOver(link)}",
            _ when kind == RequestKind.SecondStep => "Done, and marked until an administrator has looked at it. The next sign-in sets up another second step.",
            _ => "Done, and marked until an administrator has looked at it.",
        };
    }

    private static string HandOver(HandedLink link) => $"Give the person this address of your server; it opens once, within {(link.IsBrief ? "fifteen minutes" : "three days")}: /setup/{link.Token}";

    // The whole installation's administrators look after people with more than one country.
    private static async Task<(string Country, Guid Person)> WhoAsync(AppDb db, string email, CancellationToken ct)
    {
        var address = email.ToUpperInvariant();
        var roles = await (
            from membership in db.Memberships.AsNoTracking()
            join person in db.Users on membership.PersonId equals person.Id
            where person.NormalizedEmail == address && membership.EndedAt == null
            orderby membership.Country == Workspace.Shared descending, membership.GrantedAt
            select new { membership.Country, membership.PersonId }).ToListAsync(ct);
        return roles.Count > 0 ? (roles[0].Country, roles[0].PersonId) : throw new RefusedException($"Nobody with the address {email} has a role.");
    }

    internal static async Task WriteAsync(Database database, bool asJson, TextWriter output, CancellationToken ct)
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var db = await database.AsAsync(Reader.Operator, ct);
        var waiting = (await db.RequestsAsync(country: null, Reader.Operator, Longest, ct)).Where(l => l.IsOpen(now)).ToList();
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

    /// <summary>Approves it, or makes its link again, and says what to do next.</summary>
    /// <exception cref="RefusedException">There is none, or it is decided, or expired.</exception>
    internal static async Task<string> ApproveAsync(Database database, Guid id, TimeProvider clock, CancellationToken ct)
    {
        await using var db = await database.AsAsync(Reader.Operator, ct);
        var request = await db.Set<AccessRequest>().SingleOrDefaultAsync(r => r.Id == id, ct) ?? throw new RefusedException($"There is no request {id}.");
        var access = new GiveAccess(db, clock);
        // Said again of what the operator approved: the link was too old.
        var given = request.MayRenewLink(db.Reader.Id, clock.GetUtcNow()) ? await access.RenewLinkAsync(request, ct) : await access.ApproveAsync(request, ct);
        return given switch
        {
            { Refusal: { } refusal } => throw new RefusedException($"Refused: {refusal.Code}."),
            { Link: { } link } => $"Approved. {HandOver(link)}",
            _ => "Approved.",
        };
    }
}
