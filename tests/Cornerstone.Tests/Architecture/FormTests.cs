using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Cornerstone.Data;

namespace Cornerstone.Tests.Architecture;

public sealed class FormTests
{
    private static readonly Type[] Whole = [typeof(int), typeof(short), typeof(byte)];

    /// <summary>
    /// A range of whole numbers rounds what it judges (100.4 passes as 100) and breaks on what no whole number can hold: it stands on
    /// whole numbers only.
    /// </summary>
    [Fact]
    public void A_range_is_written_in_the_numbers_it_judges()
    {
        var ranges = typeof(AppDb).Assembly.GetTypes()
            .SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Select(p => (Property: p, Range: p.GetCustomAttribute<RangeAttribute>())).Where(p => p.Range is not null).ToList();

        Assert.True(ranges.Count > 30, $"{ranges.Count} ranges");
        Assert.Empty(ranges
            .Where(r => r.Range!.OperandType == typeof(int) && !Whole.Contains(Nullable.GetUnderlyingType(r.Property.PropertyType) ?? r.Property.PropertyType))
            .Select(r => $"{r.Property.DeclaringType!.Name}.{r.Property.Name}"));
    }
}
