using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Cornerstone.Data;

/// <summary>How things are stored, once for all rooms: snake_case columns, enums as text, classification as its level.</summary>
internal static class Conventions
{
    public static void Apply(ModelConfigurationBuilder configuration)
    {
        configuration.Properties<decimal>().HavePrecision(24, 4);
        configuration.Properties<Currency>().HaveConversion<CurrencyCode>();
        configuration.Properties<Wording>().HaveConversion<WordingConversion, WordingConversion.Comparer>().HaveColumnType("jsonb");
    }

    public static void Apply(ModelBuilder builder)
    {
        foreach (var property in builder.Model.GetEntityTypes().SelectMany(e => e.GetProperties()))
        {
            property.SetColumnName(SnakeCase(property.GetColumnName()));
            StoreEnum(property);
        }
    }

    internal static string SnakeCase(string name) => string.Concat(name.Select((c, i) =>
        char.IsUpper(c) && i > 0 && !char.IsUpper(name[i - 1]) ? $"_{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));

    private static void StoreEnum(IMutableProperty property)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (type == typeof(Classification))
        {
            // A number in the database, so that "up to this level" is a comparison in a policy.
            property.SetValueConverter(new ValueConverter<Classification, short>(level => (short)level, stored => (Classification)stored));
        }
        else if (type.IsEnum && property.GetValueConverter() is null && property.GetProviderClrType() is null)
        {
            property.SetProviderClrType(typeof(string));
        }
    }

    private sealed class CurrencyCode() : ValueConverter<Currency, string>(currency => currency.Code, stored => Currency.Parse(stored, null));
}
