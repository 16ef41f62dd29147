using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Cornerstone.Data;

/// <summary>How values are stored, once for all rooms: enums as text, classification as its level.</summary>
public static class Conventions
{
    public static void Apply(ModelConfigurationBuilder configuration)
    {
        configuration.Properties<Enum>().HaveConversion<string>();
        configuration.Properties<Classification>().HaveConversion<ClassificationConverter>();
        configuration.Properties<decimal>().HavePrecision(24, 4);
    }

    // A number in the database, so that "up to this level" is a comparison in a policy.
    private sealed class ClassificationConverter() : ValueConverter<Classification, short>(
        level => (short)level,
        stored => (Classification)stored);
}

/// <summary>Columns are named as PostgreSQL names things: snake_case, whatever the property is called.</summary>
internal static class Naming
{
    public static void Apply(ModelBuilder builder)
    {
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(SnakeCase(property.GetColumnName()));
            }
        }
    }

    internal static string SnakeCase(string name) => string.Concat(name.Select((c, i) =>
        char.IsUpper(c) && i > 0 && !char.IsUpper(name[i - 1]) ? $"_{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
