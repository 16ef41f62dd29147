using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.ExchangeRates;
using Cornerstone.Features.OdaEligibility;
using Cornerstone.Features.Support;
using Cornerstone.Languages;
using Cornerstone.Sheets;
using Cornerstone.Values;
using Cornerstone.Workbooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Features.SupportActivities;

/// <summary>One activity: facts, money in its stages, what it belongs to, and where each of it comes from.</summary>
[Requires(SupportRoom.Read)]
public sealed class DetailPage(AppDb db, CurrentReader current, Text T) : PageModel
{
    // A page is read, a file is reckoned with: longer lists go out as a file.
    private const int MostLines = 300;

    [BindProperty(SupportsGet = true)]
    public string Tab { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Currency { get; set; }

    public ReferenceMoney Reference { get; private set; } = null!;

    public ActivityReport Report { get; private set; } = null!;

    /// <summary>What the rules of development assistance say of its lines, beside what the reporter says.</summary>
    public OdaLines Verdicts { get; private set; } = null!;

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public Activity Activity => Report.Activity;

    public IEnumerable<Transaction> Lines => All ? Report.Transactions : Report.Transactions.Take(MostLines);

    public bool IsCut => !All && Report.Transactions.Count > MostLines;

    public bool MayEdit => current.May(SupportRoom.Edit);

    public bool MayPropose => current.May(SupportRoom.Contribute);

    public string Path => $"/{Country.ToLowerInvariant()}/support";

    public string Self => $"{Path}/{Activity.Id}";

    public string Title => Activity.Title?.In(T.Language.Code) ?? Activity.Identifier;

    private string Country => current.Workspace!.Code;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await ActivityReport.ReadAsync(db, Country, id, ct) is not { } report)
        {
            return NotFound();
        }

        Report = report;
        Reference = await ReferenceMoney.OfAsync(db, Country, Currency, ct);
        Verdicts = await db.OdaLinesAsync(report.Activity, report.Transactions, report.Units, MayEdit ? $"{Self}/oda" : null, ct);
        if (Tab == "history")
        {
            var removed = await db.RemovedAsync(Country, nameof(OdaAnswer.ActivityId), id, ct);
            History = await db.HistoryOfAllAsync(
                [id, .. report.Transactions.Select(t => t.Id), .. report.Corrections.Select(c => c.Id), .. report.Aligned.Select(a => a.Alignment.Id), .. Verdicts.Answers.Select(a => a.Id), .. removed], ct);
        }

        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync(Guid id, string? format, CancellationToken ct)
    {
        if (await ActivityReport.ReadAsync(db, Country, id, ct) is not { } report)
        {
            return NotFound();
        }

        Report = report;
        Reference = await ReferenceMoney.OfAsync(db, Country, Currency, ct);
        return this.Export(new ListExport<Transaction>("transactions", T["Transactions of {0}", Title], report.Transactions)
        {
            Columns =
            [
                new(T["Stage"], t => T.Of(t.Type)),
                new(T["Date"], t => t.Date, CellKind.Date),
                new(T["Amount"], t => t.Amount, CellKind.Number),
                new(T["Currency"], t => t.Currency, Width: 10),
                new(T["Value date"], t => t.ValueDate, CellKind.Date),
                new(T["In {0}", Reference.Into], t => Reference.Of(t)?.Result?.Amount, CellKind.Number),
                new(T["Rate"], t => Reference.Of(t) is { IsSame: false } converted ? T.Of(converted) : null, Width: 40),
                new(T["From"], t => NameOf(t.ProviderId)?.In(T.Language.Code), Width: 32),
                new(T["From activity"], t => t.ProviderActivity),
                new(T["To"], t => NameOf(t.ReceiverId)?.In(T.Language.Code), Width: 32),
                new(T["To activity"], t => t.ReceiverActivity),
                new(T["Description"], t => t.Description?.In(T.Language.Code), Width: 40),
                new(T["Form"], t => t.Form is null ? null : T.Of(t.Form)),
                new(T["Quantity"], t => t.Quantity, CellKind.Number),
                new(T["Unit"], t => t.Unit),
                new(T["Received by"], t => t.RecipientUnitId is { } unit ? report.Units.GetValueOrDefault(unit)?.In(T.Language.Code) : null),
                new(T["Corrected here"], t => report.Corrections.Any(c => c.TransactionId == t.Id) ? T["Yes"] : T["No"]),
            ],
            Source = T["{0}: {1}", T.Of(report.Source.Kind), report.Source.Reference],
        }, format);
    }

    public Wording? NameOf(Guid? partner) => Report.Partners.Of(partner)?.Names;

    /// <summary>Marks a figure that is not the source's own.</summary>
    public string? MarkOf(Transaction line) => Report.Corrections.Any(c => c.TransactionId == line.Id) ? T["corrected by the country"] : null;
}
