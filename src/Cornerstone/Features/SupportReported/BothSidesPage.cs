using Cornerstone.Data;
using Cornerstone.Features.CountedSupport;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportCoordination;
using Cornerstone.Features.SupportLedger;
using Cornerstone.Languages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Features.SupportReported;

/// <summary>A page that holds what givers told the OECD beside what is counted here, for the question in its address.</summary>
public abstract class BothSidesPage(LedgerDesk desk, AppDb db, Text words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public MoneyStage Stage { get; set; } = MoneyStage.Paid;

    [BindProperty(SupportsGet = true)]
    public string? Purpose { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Partner { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Currency { get; set; }

    public ReportedQuestion Question { get; private set; } = null!;

    public string Path => desk.Path;

    public CountedLedger Ledger => desk.Ledger;

    /// <summary>What narrows both sides, in words.</summary>
    public IEnumerable<string> Conditions
    {
        get
        {
            if (Question.Purpose is { } purpose) yield return T["{0}: {1}", T["Purpose"], purpose == ReportedQuestion.Reform ? T["All purposes of reform"] : T.SectorOf(purpose)];
            if (Question.Partner is { } partner) yield return T["{0}: {1}", T["Giver"], NameOf(LedgerAxis.Partner, partner)];
            if (Question.Year is { } year) yield return T["{0}: {1}", T["Year"], NameOf(LedgerAxis.Year, year)];
        }
    }

    protected Text T => words;

    protected AppDb Db => db;

    protected ReportedBook Book { get; private set; } = null!;

    /// <summary>Of the givers and years that are asked for.</summary>
    protected IReadOnlyList<ReportedCell> Cells => [.. Book.Cells.Where(c => (Question.Partner is null || c.Partner == Question.Partner) && (Question.Year is null || c.Year == Question.Year))];

    /// <summary>False where the address asks what cannot be asked.</summary>
    protected async Task<bool> AskAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return false;
        }

        await desk.OpenAsync(Currency, ct);
        Currency = Ledger.Currency.Code;
        if (ReportedQuestion.Of(Stage, Currency, Purpose, Partner, Year) is not { } question)
        {
            return false;
        }

        Question = question;
        Book = await ReportedBook.ReadAsync(db, Ledger, Stage, question.Purposes, ct);
        return true;
    }

    protected string NameOf(LedgerAxis axis, string value) => desk.Of(axis, value);
}
