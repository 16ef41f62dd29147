using Cornerstone.Data;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.Institutions;
using Cornerstone.Features.ServedProvisions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.CouncilBenchmarkEditing;

/// <summary>What a benchmark may be linked to.</summary>
public sealed record BenchmarkChoices(
    IReadOnlyList<SelectListItem> Indicators, IReadOnlyList<SelectListItem> Institutions, IReadOnlyList<SelectListItem> Documents, IReadOnlyList<SelectListItem> Paragraphs)
{
    /// <param name="symbol">The document chosen so far, whose paragraphs are offered.</param>
    public static async Task<BenchmarkChoices> ReadAsync(AppDb db, ProvisionPicker picker, string country, DateOnly today, string? symbol, CancellationToken ct)
    {
        var language = Languages.Languages.Current.Code;
        var indicators = await (
            from indicator in db.Set<Indicator>().AsNoTracking()
            join card in db.Set<IndicatorDefinition>().AsNoTracking() on indicator.Id equals card.IndicatorId
            where indicator.Country == country && indicator.State != IndicatorState.Retired && card.ReplacedAt == null
            orderby indicator.Code
            select new { indicator.Id, indicator.Code, card.Name }).ToListAsync(ct);
        var institutions = await db.InstitutionsOnAsync(country, today, ct);
        return new(
            indicators.ConvertAll(i => new SelectListItem($"{i.Code} {i.Name.In(language)}", i.Id.ToString())),
            institutions.ConvertAll(i => new SelectListItem(i.Names.In(language), i.Id.ToString())),
            await picker.DocumentsAsync(country, symbol, ct),
            await picker.ParagraphsAsync(country, symbol, ct));
    }
}
