using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Cornerstone.Features.Regions;

internal sealed class RegionTable : IEntityTypeConfiguration<Region>
{
    public void Configure(EntityTypeBuilder<Region> region)
    {
        region.ToTable("region", "work");
        region.Property(r => r.Version).IsConcurrencyToken();
        region.Property(r => r.Outline).HasColumnType("jsonb").HasConversion(
            new ValueConverter<Outline?, string>(outline => Store(outline!), stored => Read(stored)),
            new ValueComparer<Outline>((a, b) => object.Equals(a, b), o => o.GetHashCode(), o => o));
    }

    // Flat rings, [[lon, lat, lon, lat, …], …]: half the size of nested pairs.
    internal static string Store(Outline outline) =>
        JsonSerializer.Serialize(outline.Rings.Select(r => r.SelectMany(p => new[] { p.Longitude, p.Latitude })), JsonSerializerOptions.Default);

    internal static Outline Read(string stored) =>
        new([.. JsonSerializer.Deserialize<double[][]>(stored, JsonSerializerOptions.Default)!
            .Select(ring => ring.Chunk(2).Select(p => new GeoPoint(p[0], p[1])).ToArray())]);
}
