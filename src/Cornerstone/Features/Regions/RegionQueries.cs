using Cornerstone.Data;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Regions;

/// <summary>A region as every room names it; outlines are read apart, because they are large.</summary>
public sealed record RegionName(string Code, Wording Names, short Level, string? ParentCode);

/// <summary>What other rooms read of regions.</summary>
public static class RegionQueries
{
    extension(AppDb db)
    {
        public DbSet<Region> Regions => db.Set<Region>();

        /// <summary>Regions of a country, first level before second, each by code.</summary>
        public Task<List<RegionName>> RegionsAsync(string country, CancellationToken ct) => db.Regions.AsNoTracking()
            .Where(r => r.Country == country)
            .OrderBy(r => r.Level).ThenBy(r => r.Code)
            .Select(r => new RegionName(r.Code, r.Names, r.Level, r.ParentCode))
            .ToListAsync(ct);

        /// <summary>Outlines of one level, for a map; a region without a boundary is not among them.</summary>
        public Task<Dictionary<string, Outline>> OutlinesAsync(string country, short level, CancellationToken ct) => db.Regions.AsNoTracking()
            .Where(r => r.Country == country && r.Level == level && r.Outline != null)
            .Select(r => new { r.Code, r.Outline })
            .ToDictionaryAsync(r => r.Code, r => r.Outline!, ct);
    }
}
