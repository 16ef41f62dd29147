using Cornerstone.Data;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Access.Sessions;

/// <summary>Lets in somebody who has proved who they are: a new session under a new token, and the one before it ended.</summary>
public sealed class Entry(AppDb db, Doors doors, IEnumerable<IForgetsSessions> memories, TimeProvider clock)
{
    public Task<Reader> LetInAsync(HttpContext http, Guid personId, Proof proof, CancellationToken ct) =>
        StartAsync(http, personId, proof, renewed: null, ct);

    /// <summary>
    /// The same person in the same browser, under a new token: after whatever ends all of their sessions. It lasts no
    /// longer for that, and counts as proved when it was.
    /// </summary>
    /// <param name="proof">What they have proved since; as before when left out.</param>
    public Task<Reader> RenewAsync(HttpContext http, CancellationToken ct, Proof? proof = null)
    {
        var session = http.Features.GetRequiredFeature<SeenSession>();
        return StartAsync(http, session.PersonId, proof ?? session.Proof, session.Id, ct);
    }

    /// <summary>Notes that whoever sits there has just shown again who they are.</summary>
    public async Task ProvedAnewAsync(HttpContext http, bool byPasskey, CancellationToken ct)
    {
        var seen = http.Features.GetRequiredFeature<SeenSession>();
        var session = await db.Sessions.SingleAsync(s => s.Id == seen.Id, ct);
        session.ProvedAt = clock.GetUtcNow();
        session.PasskeyAt = byPasskey ? session.ProvedAt : session.PasskeyAt;
        await db.SaveAsync(new Act("access.confirm", Workspace.Shared, session.ProvedAt), ct);
    }

    /// <summary>Ends the session of this browser, whoever's it is: a copied cookie is worth nothing afterwards.</summary>
    public async Task LeaveAsync(HttpContext http, string because, CancellationToken ct)
    {
        if (http.Features.Get<SeenSession>() is { } seen)
        {
            foreach (var memory in memories) memory.Forget(seen.Id);
        }

        if (SessionCookie.Session.Read(http.Request) is { } token)
        {
            await doors.EndAsync(token, because, ct);
            SessionCookie.Session.Remove(http);
        }
    }

    private async Task<Reader> StartAsync(HttpContext http, Guid personId, Proof proof, Guid? renewed, CancellationToken ct)
    {
        await LeaveAsync(http, "Replaced", ct);
        var now = clock.GetUtcNow();
        var reader = await CurrentReader.ReaderOfAsync(db, personId, ct);
        await db.BeginAsync(reader, ct);
        var before = renewed is null ? null : await db.Sessions.AsNoTracking().SingleAsync(s => s.Id == renewed, ct);
        var (session, token) = Session.Start(personId, proof, Device.Of(http.Request.Headers.UserAgent.ToString()), now, before);
        db.Sessions.Add(session);
        db.Sessions.RemoveRange(await db.Sessions.Where(s => s.PersonId == personId && s.StartedAt < now - Session.Kept).ToListAsync(ct));
        await db.SaveAsync(new Act("access.sign-in", Workspace.Shared, now), ct);
        SessionCookie.Session.Write(http, token);
        return reader;
    }
}

public static class Entering
{
    /// <summary>On to the page they asked for, when it is one of ours, or to their country.</summary>
    public static LocalRedirectResult Enter(this PageModel page, Reader reader, string? next) =>
        page.LocalRedirect(page.Url.IsLocalUrl(next) ? next : reader.Countries.FirstOrDefault() is { } country ? $"/{country.ToLowerInvariant()}" : "/");
}

/// <summary>What a person recognises a browser by, and no more than that: "Firefox · Windows".</summary>
internal static class Device
{
    // In this order: each browser also calls itself by the names of those it descends from.
    private static readonly (string Sign, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"), ("Chrom", "Chrome"), ("Safari", "Safari"), ("curl", "curl")];

    private static readonly (string Sign, string Name)[] Systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("Linux", "Linux")];

    public static string Of(string userAgent) =>
        string.Join(" · ", new[] { NameIn(Browsers, userAgent), NameIn(Systems, userAgent) }.OfType<string>());

    private static string? NameIn((string Sign, string Name)[] known, string userAgent) =>
        known.FirstOrDefault(k => userAgent.Contains(k.Sign, StringComparison.Ordinal)).Name;
}
