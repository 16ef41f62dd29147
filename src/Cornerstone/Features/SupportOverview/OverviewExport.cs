using Cornerstone.Features.CountedSupport;
using Cornerstone.Features.SupportCoordination;
using Cornerstone.Languages;
using Cornerstone.Sheets;
using Cornerstone.Workbooks;

namespace Cornerstone.Features.SupportOverview;

/// <summary>The overview as files: what every figure of it is a sum of, and who is silent.</summary>
internal static class OverviewExport
{
    public static ListExport<MoneyPart> Parts(OverviewPage page, Text T) =>
        new("support-overview", T["Support at a glance"], page.Parts.All.OrderByDescending(p => p.Amount))
        {
            Columns =
            [
                new(T["Partner"], p => page.Of(LedgerAxis.Partner, p.Partner), Width: 32),
                new(T["Objective"], p => page.Of(LedgerAxis.Objective, p.Objective), Width: 48),
                new(T["Institution in charge"], p => page.InstitutionOf(p.Objective), Width: 32),
                new(T["In {0}", page.Ledger.Currency], p => p.Amount, CellKind.Number),
            ],
            Filters = [T.Of(page.View), T.Of(page.Stage), .. page.Year is { } year ? [$"{year}"] : Array.Empty<string>()],
        };

    public static ListExport<Silence> SilenceOf(OverviewPage page, Text T) => new("silence", T["Who is silent"], page.Silent)
    {
        Columns =
        [
            new(T["Partner"], s => page.NameOf(s.Partner), Width: 40),
            new(T["Activities it reports"], s => s.Activities, CellKind.Number),
            new(T["Under way by its last word"], s => s.Running, CellKind.Number),
            new(T["Last told of anything"], s => s.Told is { } told ? DateOnly.FromDateTime(told.UtcDateTime) : null, CellKind.Date),
            new(T["Days since"], s => s.Days, CellKind.Number),
        ],
    };
}
