using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Cornerstone.Access.Sessions;

namespace Cornerstone.Access.Passwords;

/// <summary>
/// Slows down guessing. Tries on one account from one address wait longer and longer, a quarter of an hour at most;
/// tries on many accounts from one address a little. The owner at another address is never held up: nobody locks
/// somebody else out (AU-01).
/// </summary>
public sealed class Throttle(Doors doors, TimeProvider clock)
{
    /// <summary>Who must wait hears so only after this: whoever tries again at once, again and again, keeps the program as busy as a few readers do.</summary>
    public static readonly TimeSpan Breath = TimeSpan.FromSeconds(1);

    private static readonly Pace PerAccount = new(Free: 5, Longest: TimeSpan.FromMinutes(15), Pause: TimeSpan.FromHours(1));

    // A ministry may stand behind one address: more is free, and the wait is short.
    private static readonly Pace PerAddress = new(Free: 60, Longest: TimeSpan.FromMinutes(1), Pause: TimeSpan.FromMinutes(15));

    // Whoever gets as far as a code knows the password. All addresses together: from many of them, a million codes are
    // soon tried. Who slows an owner down in this way is slowed as much, and a new password or a passkey ends it.
    private static readonly Pace PerCodes = new(Free: 20, Longest: TimeSpan.FromMinutes(15), Pause: TimeSpan.FromDays(1));

    private const string QuestionWord = "question";

    /// <summary>Counts a try; not zero when it must wait, and how long: then nothing is counted.</summary>
    public Task<TimeSpan> TakeAsync(string account, IPAddress? from, CancellationToken ct) =>
        CountAsync(new(AccountKey(account, from), PerAccount), new(AddressKey(from), PerAddress), ct);

    /// <summary>The try was right: the account's count begins anew, and the address is not charged.</summary>
    public Task SucceededAsync(string account, IPAddress? from, CancellationToken ct) =>
        doors.AttemptSucceededAsync(AccountKey(account, from), AddressKey(from), ct);

    /// <summary>Counts a try of the second step.</summary>
    public Task<TimeSpan> TakeCodeAsync(Guid person, IPAddress? from, CancellationToken ct) =>
        CountAsync(new(AccountKey(CodeOf(person), from), PerAccount), new(CodesKey(person), PerCodes), ct);

    public Task CodeSucceededAsync(Guid person, IPAddress? from, CancellationToken ct) =>
        doors.AttemptSucceededAsync(AccountKey(CodeOf(person), from), CodesKey(person), ct);

    /// <summary>Counts a question asked before anybody is known: each leaves a row behind until it is answered or too old.</summary>
    public Task<TimeSpan> TakeQuestionAsync(IPAddress? from, CancellationToken ct) =>
        CountAsync(new(AccountKey(QuestionWord, from), PerAddress), new(AddressKey(from), PerAddress), ct);

    public Task QuestionAnsweredAsync(IPAddress? from, CancellationToken ct) =>
        doors.AttemptSucceededAsync(AccountKey(QuestionWord, from), AddressKey(from), ct);

    private async Task<TimeSpan> CountAsync(Count account, Count shared, CancellationToken ct)
    {
        var wait = await doors.TakeAttemptsAsync(account, shared, ct);
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(Breath, clock, ct);
        }

        return wait;
    }

    private static string CodeOf(Guid person) => $"code {person}";

    private static byte[] CodesKey(Guid person) => Key($"codes\n{person}");

    private static byte[] AccountKey(string account, IPAddress? from) => Key($"account\n{account}\n{Place(from)}");

    private static byte[] AddressKey(IPAddress? from) => Key($"address\n{Place(from)}");

    private static byte[] Key(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    /// <summary>Whoever has one IPv6 address has the 2^64 of its network.</summary>
    public static string Place(IPAddress? address)
    {
        if (address is not { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false })
        {
            return address?.MapToIPv4().ToString() ?? "";
        }

        return Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8));
    }
}

/// <summary>How many tries are free, the longest wait after them, and the pause after which all is forgotten.</summary>
public sealed record Pace(int Free, TimeSpan Longest, TimeSpan Pause);

/// <summary>What tries are counted under, and how fast they may come.</summary>
public sealed record Count(byte[] Key, Pace Pace);
