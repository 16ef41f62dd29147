using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Texts;
using Cornerstone.Ui;
using Cornerstone.Workbooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cornerstone.Features.Commitments;

/// <summary>Everything this workspace follows, with what falls due next.</summary>
[Requires(CommitmentsRoom.Read)]
public sealed class IndexPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    private const int PageSize = 50;
    private const int StripLength = 8;

    [BindProperty(SupportsGet = true)]
    public ObligationState State { get; set; } = ObligationState.Accepted;

    [BindProperty(SupportsGet = true)]
    public Guid? Document { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Addressee { get; set; }

    [BindProperty(SupportsGet = true)]
    public DeadlineStatus? Status { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Responsible { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Theme { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Skip { get; set; }

    /// <summary>For printing: nothing is cut by paging.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    public IReadOnlyList<FollowedObligation> Everything { get; private set; } = [];

    public IReadOnlyList<FollowedObligation> Admitted { get; private set; } = [];

    public IEnumerable<FollowedObligation> Shown => All ? Admitted : Admitted.Skip(Part.Start).Take(PageSize);

    public bool MayEdit => current.May(CommitmentsRoom.Edit);

    public string Path => $"/{current.Workspace!.Code.ToLowerInvariant()}/commitments";

    public ObligationFilter Filter => new() { State = State, Document = Document, Addressee = Addressee, Status = Status, Responsible = Responsible, Theme = Theme };

    public string? Previous => !All && Part.Before is { } skip ? PageAt(skip) : null;

    public string? Next => !All && Part.After is { } skip ? PageAt(skip) : null;

    /// <summary>What is late, then what comes next; delivered and undated obligations have no place on it.</summary>
    public IEnumerable<FollowedObligation> Strip => Everything
        .Where(f => f.Deadline.Status is DeadlineStatus.Overdue or DeadlineStatus.DueSoon or DeadlineStatus.Upcoming)
        .OrderBy(f => f.Deadline.Due).ThenBy(f => f.Obligation.Id).Take(StripLength);

    public IEnumerable<(DeadlineStatus Status, int Count)> Counts => Enum.GetValues<DeadlineStatus>()
        .Select(s => (s, Everything.Count(f => f.Deadline.Status == s))).Where(c => c.Item2 > 0);

    public IEnumerable<SelectListItem> States => Enum.GetValues<ObligationState>().Select(s => new SelectListItem(T.Of(s), s.ToString()));

    public IEnumerable<SelectListItem> Documents => Everything.DistinctBy(f => f.Source.DocumentId)
        .Select(f => new SelectListItem(f.Source.Name ?? T["Untitled document"], f.Source.DocumentId.ToString())).OrderBy(o => o.Text, StringComparer.CurrentCulture);

    public IEnumerable<SelectListItem> AddresseeChoices => Choices(f => f.Obligation.Addressees, code => T[Addressees.NameOf(code)]);

    public IEnumerable<SelectListItem> ThemeChoices => Choices(f => f.Obligation.Themes, code => T[Themes.NameOf(code)]);

    public IEnumerable<SelectListItem> StatusChoices => Counts.Select(c => new SelectListItem(T.Of(c.Status), c.Status.ToString()));

    public IEnumerable<SelectListItem> ResponsibleChoices => Choices(f => f.Obligation.Responsible is { } r ? [r] : [], name => name);

    public Task OnGetAsync(CancellationToken ct) => ReadAsync(ct);

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct)
    {
        await ReadAsync(ct);
        return this.Export(CommitmentsExport.Of(Admitted, FilterWords(), T), format);
    }

    private List<string> FilterWords() =>
    [
        T.Of(State),
        .. Status is { } status ? [T.Of(status)] : Array.Empty<string>(),
        .. new[] { Addressee is { } addressee ? T[Addressees.NameOf(addressee)] : null, Theme is { } theme ? T[Themes.NameOf(theme)] : null, Responsible }.OfType<string>(),
    ];

    private async Task ReadAsync(CancellationToken ct)
    {
        Everything = await db.FollowedAsync(current.Workspace!.Code, State, Deadline.CouncilDay(clock.GetUtcNow()), ct);
        Admitted = [.. Everything.Where(Filter.Admits)];
    }

    private PageRows Part => PageRows.From(Skip, PageSize, Admitted.Count);

    private string PageAt(int skip) => Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(Filter.AddressOn(Path), "skip", $"{skip}");

    private IEnumerable<SelectListItem> Choices(Func<FollowedObligation, IEnumerable<string>> codes, Func<string, string> name) => Everything
        .SelectMany(codes).Distinct().Select(code => new SelectListItem(name(code), code)).OrderBy(o => o.Text, StringComparer.CurrentCulture);
}
