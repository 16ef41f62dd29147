using System.Globalization;
using System.Net;
using Cornerstone.Access;
using Cornerstone.Access.Passwords;
using Cornerstone.Bench.Load;
using Cornerstone.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cornerstone.Bench.Timing;

/// <summary>Accounts with a password, without one and disabled, and as many addresses of nobody; somebody tries a wrong password at each, every time from another address, so that no pace slows them down.</summary>
internal sealed class TimedAccounts : IDisposable
{
    private readonly LoadVisitor visitor;
    private readonly string token;
    private readonly IReadOnlyList<string> known;
    private int tries;

    private TimedAccounts(LoadVisitor visitor, string token, IReadOnlyList<string> known) => (this.visitor, this.token, this.known) = (visitor, token, known);

    public static async Task<TimedAccounts> MakeAsync(TimedWorld world, CancellationToken ct)
    {
        var now = TimeProvider.System.GetUtcNow();
        foreach (var person in DemonstrationPerson.All.Take(8))
        {
            await using var asking = AppDb.Over(world.Database);
            await using var db = await world.Database.AsAsync(await CurrentReader.ReaderOfAsync(asking, person.Id, ct), ct);
            db.Passwords.Add(new() { PersonId = person.Id, Hash = await world.App.Services.GetRequiredService<PasswordHashing>().HashAsync("seven quiet lanterns", ct), ChangedAt = now });
            await db.SaveAsync(new("access.new-password", Workspace.Shared, now), ct);
        }

        await using var owner = await world.Database.AsAsync(Reader.Operator, ct);
        var disabled = DemonstrationPerson.All.Skip(4).Take(4).Select(p => p.Id).ToList();
        await owner.Users.Where(p => disabled.Contains(p.Id)).ForEachAsync(p => p.DisabledAt = now, ct);
        await owner.SaveAsync(new("access.disable", Workspace.Shared, now), ct);
        var emails = await owner.Users.AsNoTracking().Where(p => p.Email != null).ToDictionaryAsync(p => p.Id, p => p.Email!, ct);
        var visitor = new LoadVisitor(world.Root);
        return new(visitor, await visitor.TokenAsync(), [.. DemonstrationPerson.All.Select(p => emails[p.Id])]);
    }

    public IEnumerable<TimedPair> Pairs() =>
    [
        new("nobody, then an account with a password", Try(0, isKnown: false), Try(0, isKnown: true)),
        new("nobody, then a disabled account", Try(4, isKnown: false), Try(4, isKnown: true)),
        new("nobody, then an account without a password", Try(8, isKnown: false), Try(8, isKnown: true)),
    ];

    public void Dispose() => visitor.Dispose();

    // Nobody's address is as long as a known one.
    private Question Try(int from, bool isKnown) => async ct =>
    {
        var email = known[from + (tries++ % 4)];
        var (status, took) = await visitor.TryPasswordAsync(isKnown ? email : "q" + email[1..], string.Create(CultureInfo.InvariantCulture, $"10.{tries / 62_500}.{tries / 250 % 250}.{tries % 250}"), token, ct);
        return status == HttpStatusCode.UnprocessableEntity ? took : double.NaN;
    };
}
