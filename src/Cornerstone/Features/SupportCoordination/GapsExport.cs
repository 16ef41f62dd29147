using Cornerstone.Features.ExchangeRates;
using Cornerstone.Features.SupportMeasures;
using Cornerstone.Languages;
using Cornerstone.Sheets;
using Cornerstone.Workbooks;

namespace Cornerstone.Features.SupportCoordination;

/// <summary>Gaps, overlaps and kept announcements as files: whole cents, and one line for each year.</summary>
internal static class GapsExport
{
    public static ListExport<(ObjectiveLine Line, string Span, ObjectiveGap Gap)> Gaps(GapsPage page, Text T) =>
        new("gaps", T["Gaps and overlaps"], page.Objectives.SelectMany(line => Spans(page, line, T)))
        {
            Columns =
            [
                new(T["Code"], o => o.Line.Node.Code),
                new(T["Objective"], o => o.Line.Node.Title.In(T.Language.Code), Width: 48),
                new(T["Year"], o => o.Span),
                new(T["Cost"], o => o.Gap.Cost, CellKind.Number),
                new(T["National allocation"], o => o.Gap.National, CellKind.Number),
                new(T["Committed"], o => o.Gap.Committed, CellKind.Number),
                new(T["Gap"], o => o.Gap.Gap, CellKind.Number),
                new(T["Pledged, as likely as it is"], o => o.Gap.Pipeline, CellKind.Number),
                new(T["Pledged without a probability"], o => o.Gap.Unweighed, CellKind.Number),
                new(T["Gap if pledges come"], o => o.Gap.GapIfPledgesCome, CellKind.Number),
                new(T["Last seen spent"], o => o.Gap.Window is null ? o.Line.Spent : null, CellKind.Number),
                new(T["Partners of equal size"], o => o.Gap.Window is null && o.Line.Givers is { } givers ? decimal.Round(givers.EffectivePartners, 2) : null, CellKind.Number),
                new(T["Attention"], o => o.Gap == o.Line.Next ? T.Of(o.Line.Attention) : null),
                new(T["Without a rate"], o => o.Gap.Window is null ? string.Join("; ", o.Line.WithoutRate) : null),
            ],
            Filters = [T["In {0}", page.Money.Currency], .. page.PlanRates.Select(r => $"{r.Original.Currency}: {T.Of(r)}")],
        };

    public static ListExport<(Overlap Cell, Guid Activity)> OverlapsOf(GapsPage page, Text T) =>
        new("overlaps", T["Overlaps in {0}", page.Year], page.Overlaps.SelectMany(g => g).SelectMany(c => c.Activities, (c, a) => (c, a)))
        {
            Columns =
            [
                new(T["Code"], o => page.Nodes[o.Cell.Objective].Code),
                new(T["Objective"], o => page.Nodes[o.Cell.Objective].Title.In(T.Language.Code), Width: 48),
                new(T["Region"], o => page.RegionOf(o.Cell.Region)),
                new(T["Year"], o => o.Cell.Year, CellKind.Number),
                new(T["Quarter"], o => o.Cell.Quarter, CellKind.Number),
                new(T["Identifier"], o => page.Activities[o.Activity].Identifier, Width: 24),
                new(T["Activity"], o => page.TitleOf(page.Activities[o.Activity]), Width: 48),
                new(T["Partner"], o => page.NameOf(page.Activities[o.Activity].ReporterId), Width: 32),
            ],
        };

    public static ListExport<Kept> KeptOf(GapsPage page, Text T) =>
        new("announced-and-paid", T["Announced for {0} and paid", page.Year - 1], page.Kept)
        {
            Columns =
            [
                new(T["Partner"], k => page.NameOf(k.Partner), Width: 32),
                new(T["Announced"], k => k.Scheduled, CellKind.Number),
                new(T["Paid out"], k => k.Paid, CellKind.Number),
                new(T["Share"], k => k.Share?.Share, CellKind.Percentage),
                new(T["Rows that could not be converted"], k => k.Unconverted, CellKind.Number),
            ],
            Filters = [T["In {0}", page.Money.Currency]],
        };

    private static IEnumerable<(ObjectiveLine Line, string Span, ObjectiveGap Gap)> Spans(GapsPage page, ObjectiveLine line, Text T) =>
    [
        (line, T["All years"], line.All),
        (line, T["Next twelve months"], line.Next),
        .. line.Years.Select((gap, i) => (line, page.YearName(page.Years[i]), gap)),
    ];
}
