using System.ComponentModel.DataAnnotations;
using Cornerstone.Access;
using Cornerstone.Charts;
using Cornerstone.Data;
using Cornerstone.Features.Institutions;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Strength;

/// <summary>How many serve in an institution, over time, by rank level, age band and sex; and the form that reports it.</summary>
[Requires(InstitutionsRoom.Read)]
public sealed class StrengthPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    private List<InstitutionStrength> stored = [];

    [BindProperty(SupportsGet = true)]
    public DateOnly? AsAt { get; set; }

    [BindProperty(SupportsGet = true)]
    public StrengthKind Kind { get; set; } = StrengthKind.Actual;

    [BindProperty, Display(Name = "As at"), Required]
    public DateOnly? Day { get; set; }

    [BindProperty, Display(Name = "Kind")]
    public StrengthKind ReportKind { get; set; } = StrengthKind.Actual;

    [BindProperty]
    public Dictionary<string, string?> Counts { get; set; } = [];

    [BindProperty, Display(Name = "Source"), StringLength(400)]
    public string? Source { get; set; }

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    public bool MayCountFew { get; private set; }

    public bool MayReport { get; private set; }

    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<StrengthKind>().Select(k => new SelectListItem(T.Of(k), k.ToString()));

    public string Path => $"/{Country.ToLowerInvariant()}/institutions";

    /// <summary>Each report with its totals, as far as this reader may see them.</summary>
    public IReadOnlyList<StrengthReport> Reports { get; private set; } = [];

    /// <summary>A line needs two points in time.</summary>
    public bool HasChart => Reports.Select(r => r.AsAt).Distinct().Skip(1).Any();

    public IEnumerable<(string Title, StrengthTable Table, Func<string, string> NameOf)> Tables
    {
        get
        {
            var shown = stored.Where(s => s.Kind == Kind && s.AsAt == (AsAt ?? stored.Where(x => x.Kind == Kind).Select(x => x.AsAt).DefaultIfEmpty().Max())).ToList();
            if (shown.Count > 0)
            {
                yield return (T["By rank level, {0}", shown[0].AsAt], StrengthTable.ByRank(shown, MayCountFew), key => T.Of(Enum.Parse<RankLevel>(key)));
            }

            if (shown.Exists(s => s.AgeBand != InstitutionStrength.AllAges))
            {
                yield return (T["By age, {0}", shown[0].AsAt], StrengthTable.Of([.. shown.Where(s => s.RankLevel == RankLevel.All)], s => s.AgeBand, [], MayCountFew), key => key == InstitutionStrength.AllAges ? T["All ages"] : key);
            }
        }
    }

    private string Country => current.Workspace!.Code;

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        Day = Today;
        return await ReadAsync(id, ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await ReadAsync(id, ct))
        {
            return NotFound();
        }

        if (!MayReport)
        {
            return Forbid();
        }

        var cells = TypedCounts.Read(Counts, ModelState, T);
        if (cells.Count == 0 && ModelState.IsValid)
        {
            ModelState.AddModelError("", T["Fill in at least one number."]);
        }

        if (Day > Today)
        {
            ModelState.AddModelError(nameof(Day), T["This day has not come yet: only what has happened is recorded."]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        Put(id, cells);
        await db.SaveAsync(new Act("institutions.strength", Country, clock.GetUtcNow()), ct);
        this.Say(T["Saved."]);
        return Redirect($"{Path}/{id}/strength?asAt={Day:O}&kind={ReportKind}");
    }

    /// <summary>A dash for what was not reported, a dagger for what is withheld.</summary>
    public string Shown(StrengthCell cell) => cell.IsSuppressed ? "‡" : cell.People is { } people ? T.Count(people) : "–";

    public TargetLineChart Chart() => StrengthChart.Of(Reports, T);

    public string? Typed(string key) => Counts.GetValueOrDefault(key);

    private void Put(Guid id, Dictionary<(RankLevel Level, StrengthSex Sex), int> cells)
    {
        foreach (var (cell, people) in cells)
        {
            var known = stored.Find(s => s.AsAt == Day && s.Kind == ReportKind && s.RankLevel == cell.Level && s.Sex == cell.Sex && s.IsAnyAge);
            if (known is null)
            {
                known = new InstitutionStrength
                {
                    InstitutionId = id,
                    Country = Country,
                    Classification = Level,
                    AsAt = Day!.Value,
                    Kind = ReportKind,
                    Sex = cell.Sex,
                    RankLevel = cell.Level,
                    People = people,
                };
                db.Add(known);
            }

            (known.People, known.Source) = (people, string.IsNullOrWhiteSpace(Source) ? known.Source : Source.Trim());
        }
    }

    // Numbers by rank travel less far than the institution's name.
    private Classification Level { get; set; }

    private async Task<bool> ReadAsync(Guid id, CancellationToken ct)
    {
        Id = id;
        var level = await db.Institutions.Where(i => i.Id == id && i.Country == Country).Select(i => (Classification?)i.Classification).SingleOrDefaultAsync(ct);
        if (level is null)
        {
            return false;
        }

        var mine = (await db.InstitutionsOfAsync(current.Reader.Id, Country, Today, ct)).Contains(id);
        MayCountFew = mine || current.May(StrengthRoom.SmallCounts);
        MayReport = current.May(InstitutionsRoom.Edit) || (mine && current.May(StrengthRoom.Report));
        Level = (Classification)Math.Max((int)Classification.Partner, (int)level);
        Name = (await db.InstitutionNamesAsync(Country, Today, ct)).GetValueOrDefault(id)?.In(T.Language.Code) ?? "?";
        stored = await db.InstitutionStrengths.Where(s => s.InstitutionId == id).ToListAsync(ct);
        Reports = StrengthReport.Of(stored, MayCountFew);
        return true;
    }
}
