using Cornerstone.Access;
using Cornerstone.Charts;
using Cornerstone.Data;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.Library;
using Cornerstone.Languages;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Features.IndicatorCatalogue;

/// <summary>Figures of the Council's documents; each opens at its paragraph where the library holds the document.</summary>
[Requires(BenchmarksRoom.Read)]
public sealed class FiguresPage(AppDb db, CurrentReader current, Text T) : PageModel
{
    private static readonly Dictionary<string, string> Kinds = new() { ["para"] = Text.Later("para. {0}"), ["fn"] = Text.Later("footnote {0}") };

    private Dictionary<string, NamedDocument> documents = [];

    public async Task OnGetAsync(CancellationToken ct) => documents = await db.DocumentsNamedAsync(
        [.. ReferenceFigure.All.Select(f => f.Symbol).Distinct()], current.Workspace!.Code, T.Language.Code, ct);

    public string? AddressOf(ReferenceFigure figure) => documents.GetValueOrDefault(figure.Symbol) is { } document
        ? figure.Path is { } path ? LibraryAddress.Provision(current.Workspace!.Code, document.Id, path) : LibraryAddress.Document(current.Workspace!.Code, document.Id)
        : null;

    public string Cited(ReferenceFigure figure) => figure.Path?.Split('/') is [var kind, var number]
        ? T["{0}, {1}", figure.Symbol, T[Kinds[kind], number]]
        : figure.Symbol;

    public string Said(ReferenceFigure figure) => figure.Second is { } second
        ? $"{figure.Figure.ToString(null, T.Language.Culture)} → {second.ToString(null, T.Language.Culture)}"
        : figure.Figure.ToString(null, T.Language.Culture);

    public string When(ReferenceFigure figure) => figure switch
    {
        { When: null } => T["not dated in the source"],
        { WhenTo: { } to } => $"{figure.When} → {to}",
        _ => figure.When,
    };

    public Chart Pairs(ChartOptions options) => new DumbbellChart(
        new ChartText(T["Share of women, per cent"], T["From one figure to another, without an axis of time"], T["Where"]),
        new DumbbellWords(T["From"], T["To"], T["Note"]),
        [.. ReferenceFigure.All.Where(f => f is { IsPair: true, Unit: "%" }).Select(f => new DumbbellRow(
            f.Where, Drawn(f.Figure), Drawn(f.Second!), f.IsDatedPair ? When(f) : T["not dated in the source"]))]).Draw(options);

    private static ChartFigure Drawn(Values.Figure figure) => ChartFigure.Between(figure.Low!.Value, figure.High!.Value);
}
