using Cornerstone.Access.Factors;
using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Ui.Tags;
using Cornerstone.Workbooks;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Access.Requests;

/// <summary>What waits for a second person, and what was decided.</summary>
[Requires(AccessRoom.Administer), FreshlyProved(ToSend = true)]
public sealed class RequestsPage(AppDb db, GiveAccess access, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    private const int LongestHistory = 200;

    public IReadOnlyList<RequestLine> Waiting { get; private set; } = [];

    public IReadOnlyList<RequestLine> Decided { get; private set; } = [];

    /// <summary>Shown once, to whoever approved.</summary>
    [TempData(Key = HandingOver.Key)]
    public string? Link { get; set; }

    /// <summary>The same, where it lasts minutes and can be made again.</summary>
    [TempData(Key = HandingOver.BriefKey)]
    public string? BriefLink { get; set; }

    public IHtmlContent PeopleLink => new HtmlContentBuilder().AddMarkup("<a href=\"../people\">{0}</a>", T["People and roles"]);

    /// <summary>Accounts that got no role here yet and whose name somebody else here has: two accounts of one person would be two pairs of eyes (FE-04).</summary>
    public IReadOnlySet<Guid> Namesakes { get; private set; } = new HashSet<Guid>();

    private DateTimeOffset Now { get; } = clock.GetUtcNow();

    private string Country => current.Workspace!.Code;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var lines = await db.RequestsAsync(Country, current.Reader, LongestHistory, ct);
        Waiting = [.. lines.Where(l => l.IsOpen(Now)).OrderBy(l => l.AskedAt)];
        Decided = [.. lines.Where(l => !l.IsOpen(Now))];
        Namesakes = await NamesakesAsync(ct);
    }

    public async Task<IActionResult> OnPostDecideAsync(Guid id, bool approve, CancellationToken ct) =>
        await FindAsync(id, ct) is not { } request ? NotFound()
        : approve ? await AnswerAsync(await access.ApproveAsync(request, ct), T["Approved and done."], ct)
        : await AnswerAsync(await access.RefuseAsync(request, ct), T["The request is closed. Nothing was given."], ct);

    public async Task<IActionResult> OnPostLookAsync(Guid id, CancellationToken ct) =>
        await FindAsync(id, ct) is { } request ? await AnswerAsync(await access.LookAsync(request, ct), T["Noted that you have looked at it."], ct) : NotFound();

    public async Task<IActionResult> OnPostLinkAsync(Guid id, CancellationToken ct) =>
        await FindAsync(id, ct) is { } request ? await AnswerAsync(await access.RenewLinkAsync(request, ct), T["There is a new link; the one before opens nothing any more."], ct) : NotFound();

    public string What(RequestLine line) => line.Kind switch
    {
        RequestKind.Role => T["Role {0}, reads up to {1}", T[RoleNames.Of(line.Role!.Value)], T.Of(line.Clearance!.Value)],
        RequestKind.Password => T["New password link"],
        RequestKind.SecondStep => T["Reset of the second step"],
        RequestKind.Provider => T["Sign-in through the organisation, as number {0}", line.Subject!],
        RequestKind.Disable => T["Account disabled in every country"],
        _ => T["Account enabled again"],
    };

    /// <summary>Why the reader does not approve it.</summary>
    public string WhyNot(RequestLine line) =>
        line.IsMine ? T["Waits for another administrator."]
        : line.IsAnother ? T["This person also works elsewhere: an administrator of the whole installation approves it."]
        : T["This is for you: another administrator decides."];

    /// <summary>Whether the link was used is said to whoever tries.</summary>
    public bool MayRenewLink(RequestLine line) => line.HasMyLink && Now < line.DecidedAt + AccessRequest.LinkAgain;

    public string Outcome(RequestLine line) => line.State switch
    {
        RequestState.Approved => T["Approved"],
        RequestState.Refused => T["Refused"],
        RequestState.Withdrawn => T["Withdrawn"],
        _ => T["Expired"],
    };

    public Tone ToneOf(RequestLine line) =>
        line.State == RequestState.Approved ? line.IsAlone && line.SeenBy is null ? Tone.Warning : Tone.Good : Tone.Neutral;

    private async Task<IReadOnlySet<Guid>> NamesakesAsync(CancellationToken ct)
    {
        var newcomers = Waiting.Where(l => l.Kind == RequestKind.Role && l.IsNewHere).ToList();
        if (newcomers.Count == 0) return new HashSet<Guid>();

        var here = await (
            from membership in db.Memberships.AsNoTracking()
            join person in db.Users on membership.PersonId equals person.Id
            where membership.Country == Country && membership.EndedAt == null
            select new { person.Id, person.Name }).Distinct().ToListAsync(ct);
        var named = here.Concat(newcomers.Select(n => new { Id = n.PersonId, Name = n.Person })).ToList();
        return newcomers.Where(n => named.Any(h => h.Id != n.PersonId && SameName.Are(h.Name, n.Person))).Select(n => n.PersonId).ToHashSet();
    }

    private Task<AccessRequest?> FindAsync(Guid id, CancellationToken ct) => db.Set<AccessRequest>().SingleOrDefaultAsync(r => r.Id == id && r.Country == Country, ct);

    private async Task<IActionResult> AnswerAsync(Given given, string done, CancellationToken ct)
    {
        if (given.Refusal is { } refusal)
        {
            db.ChangeTracker.Clear();
            await OnGetAsync(ct);
            return this.Again("", T[refusal]);
        }

        this.Hand(given.Link);
        this.Say(done);
        return RedirectToPage();
    }
}

internal static class HandingOver
{
    public const string Key = "link";
    public const string BriefKey = "brief-link";

    /// <summary>The next page shows the link once; only its hash is kept.</summary>
    public static void Hand(this PageModel page, HandedLink? link)
    {
        if (link is not null)
        {
            page.TempData[link.IsBrief ? BriefKey : Key] = $"{page.HttpContext.RequestServices.GetRequiredService<HostSettings>().RootOf(page.Request)}/setup/{link.Token}";
        }
    }
}
