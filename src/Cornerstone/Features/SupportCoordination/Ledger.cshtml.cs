using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Institutions;
using Cornerstone.Features.Plan;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportLedger;
using Cornerstone.Languages;
using Cornerstone.Sheets;
using Cornerstone.Workbooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cornerstone.Features.SupportCoordination;

/// <summary>A line of a table of the ledger, with the address of the rows it is the sum of.</summary>
public sealed record LedgerLineShown(string Name, decimal? Amount, int Rows, string Address);

/// <summary>A table of the ledger as its page shows it.</summary>
public sealed record LedgerTable(string Title, string Heading, string Currency, IReadOnlyList<LedgerLineShown> Lines);

/// <summary>What support comes to, each dollar once: by partner, component and year, and what was left out.</summary>
[Requires(SupportRoom.Read)]
public sealed class LedgerPage(AppDb db, CurrentReader current, PlanReading reading, LedgerMemory memory, Text T) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public LedgerView View { get; set; }

    [BindProperty(SupportsGet = true)]
    public MoneyStage Stage { get; set; } = MoneyStage.Paid;

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Currency { get; set; }

    public KnownMoney Money { get; private set; } = null!;

    public IReadOnlyList<LedgerLineShown> Partners { get; private set; } = [];

    public IReadOnlyList<LedgerLineShown> Components { get; private set; } = [];

    /// <summary>Nothing where there is no plan.</summary>
    public IReadOnlyList<LedgerLineShown> Objectives { get; private set; } = [];

    public IReadOnlyList<LedgerLineShown> Years { get; private set; } = [];

    public IReadOnlyList<LedgerLineShown> LeftOut { get; private set; } = [];

    public LedgerCount Count => Money.Count(Stage);

    /// <summary>What anybody would come to who added up what everybody says they paid out (domain handbook §5.7).</summary>
    public decimal Blind { get; private set; }

    public decimal Total => Partners.Sum(p => p.Amount ?? 0m);

    public LedgerQuestion Question => new(View, Stage, Money.Currency.Code) { Year = Year };

    public string Path => $"/{Country.ToLowerInvariant()}/support";

    public IEnumerable<SelectListItem> Views => Enum.GetValues<LedgerView>().Select(v => new SelectListItem(T.Of(v), v.ToString()));

    public IEnumerable<SelectListItem> Stages => Enum.GetValues<MoneyStage>().Select(s => new SelectListItem(T.Of(s), s.ToString()));

    public IEnumerable<SelectListItem> Currencies => Money.Rates.Currencies.Append(Values.Currency.UsDollar).Select(c => c.Code).Distinct().Order(StringComparer.Ordinal).Select(c => new SelectListItem(c, c));

    public IEnumerable<SelectListItem> YearChoices => Money.Transactions.Select(t => t.Date?.Year).OfType<int>().Distinct().OrderDescending().Select(y => new SelectListItem($"{y}", $"{y}"));

    private string Country => current.Workspace!.Code;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return NotFound();
        }

        Money = await memory.OfAsync(db, Country, Values.Currency.TryParse(Currency, out var asked) ? asked : Values.Currency.UsDollar, ct);
        Currency = Money.Currency.Code;
        var names = await db.ComponentsAsync(Country, ct);
        var counted = LedgerRows.Counted(Money, Question).ToList();
        Partners = Lines(counted, r => r.Partner, p => Money.Partners.Of(p)?.Names.In(T.Language.Code) ?? T["Nobody is named"], p => Question with { Partner = p });
        Components = Lines(counted, r => r.Component, c => c is null ? T["not declared"] : T.ComponentOf(c, names), c => Question with { Component = c ?? LedgerQuestion.Undeclared });
        Objectives = await ByObjectiveAsync(ct);
        Years = [.. Lines(counted, r => r.Flow.Date?.Year, y => y is { } year ? $"{year}" : T["not said"], y => Question with { Year = y }).OrderBy(y => y.Name, StringComparer.Ordinal)];
        var left = LedgerRows.LeftOut(Money, Question).ToList();
        Blind = counted.Concat(left).Where(r => r.Flow.Type != Stage.Inward()).Sum(r => r.Amount ?? 0m);
        LeftOut = Lines(left, r => r.Reason, r => T.Of(r!.Value), r => Question with { Reason = r });
        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct)
    {
        if (await OnGetAsync(ct) is not PageResult page)
        {
            return NotFound();
        }

        var lines = Partners.Select(l => (Table: T["By partner"], Line: l)).Concat(Components.Select(l => (T["By component"], l))).Concat(Objectives.Select(l => (T["By objective"], l))).Concat(Years.Select(l => (T["By year"], l))).Concat(LeftOut.Select(l => (T["Left out"], l)));
        return this.Export(new ListExport<(string Table, LedgerLineShown Line)>("ledger", T["Each dollar once"], lines)
        {
            Columns =
            [
                new(T["Table"], l => l.Table),
                new(T["What"], l => l.Line.Name, Width: 48),
                new(T["In {0}", Money.Currency], l => l.Line.Amount, CellKind.Number),
                new(T["Rows"], l => l.Line.Rows, CellKind.Number),
            ],
            Filters = [T.Of(View), T.Of(Stage), .. Year is { } year ? [$"{year}"] : Array.Empty<string>()],
        }, format);
    }

    private async Task<List<LedgerLineShown>> ByObjectiveAsync(CancellationToken ct)
    {
        if (await db.PlanInForceAsync(Country, ct) is not { } plan)
        {
            return [];
        }

        var tree = await reading.TreeAsync(plan.Version, default, ct);
        var nodes = tree.All.ToDictionary(b => b.Node.Lineage.ToString(), b => b.Node);
        return Lines([.. (await ObjectiveMoney.ReadAsync(db, Money, tree, Country, ct)).Rows(Question)], r => r.Objective,
            o => o == LedgerQuestion.Shared ? T["several, and nobody said how much for which"] : nodes.GetValueOrDefault(o ?? "") is { } node ? $"{node.Code} {node.Title.In(T.Language.Code)}" : T["none that its owner agreed to"],
            o => Question with { Objective = o });
    }

    // The largest first. Rows are whole cents, so lines add up to their sum and to each other's.
    private List<LedgerLineShown> Lines<TKey>(List<LedgerRow> rows, Func<LedgerRow, TKey> by, Func<TKey, string> name, Func<TKey, LedgerQuestion> question) =>
    [
        .. rows.GroupBy(by).Select(g => (g.Key, Sum: g.Sum(r => r.Amount ?? 0m), Rows: g.Select(r => r.Flow.Id).Distinct().Count(), Known: g.Any(r => r.Amount is not null)))
            .OrderByDescending(g => g.Sum)
            .Select(g => new LedgerLineShown(name(g.Key), g.Known ? g.Sum : null, g.Rows, question(g.Key).AddressOn($"{Path}/ledger/rows"))),
    ];
}
