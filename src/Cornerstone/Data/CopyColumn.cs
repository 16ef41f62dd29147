using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Cornerstone.Data;

/// <summary>One column of a bulk copy: reads a row's property, converts it as the model says, writes it in the type of the column, without boxing.</summary>
internal abstract class CopyColumn<TRow>
    where TRow : class
{
    public required string Name { get; init; }

    public static CopyColumn<TRow> Of(IProperty property)
    {
        var converter = property.GetTypeMapping().Converter;
        var row = Expression.Parameter(typeof(TRow));
        var read = Expression.Property(row, property.PropertyInfo!);
        var bare = Nullable.GetUnderlyingType(read.Type);
        var isNull = bare is not null || !read.Type.IsValueType ? Expression.Equal(read, Expression.Constant(null, read.Type)) : (Expression)Expression.Constant(false);
        Expression value = bare is not null ? Expression.Property(read, nameof(Nullable<>.Value)) : read;
        if (converter is not null)
        {
            var convert = converter.ConvertToProviderExpression;
            value = Expression.Invoke(convert, Expression.Convert(value, convert.Parameters[0].Type));
        }

        var stored = Nullable.GetUnderlyingType(value.Type) ?? value.Type;
        var column = (CopyColumn<TRow>)Activator.CreateInstance(
            typeof(Typed<>).MakeGenericType(typeof(TRow), stored),
            property.GetColumnName(), CopyValues.Writing(stored, property.GetColumnType()),
            Expression.Lambda<Func<TRow, bool>>(isNull, row).Compile(),
            Expression.Lambda(Expression.Convert(value, stored), row).Compile())!;
        return column;
    }

    public abstract void Write(CopyBuffer buffer, TRow row);

    private sealed class Typed<TStored> : CopyColumn<TRow>
    {
        private readonly Action<CopyBuffer, TStored> write;
        private readonly Func<TRow, bool> isNull;
        private readonly Func<TRow, TStored> value;

        [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
        public Typed(string name, Action<CopyBuffer, TStored> write, Func<TRow, bool> isNull, Func<TRow, TStored> value)
        {
            Name = name;
            (this.write, this.isNull, this.value) = (write, isNull, value);
        }

        public override void Write(CopyBuffer buffer, TRow row)
        {
            if (isNull(row))
            {
                buffer.Null();
            }
            else
            {
                write(buffer, value(row));
            }
        }
    }
}

/// <summary>How a value of a type is written into a column of a type.</summary>
internal static class CopyValues
{
    // pg_type.dat: numbers of types that stand in the server's own source.
    private const int SmallIntType = 21;
    private const int TextType = 25;
    private const int UuidType = 2950;

    public static Delegate Writing(Type stored, string column) => stored switch
    {
        _ when stored == typeof(string) && column == "jsonb" => (CopyBuffer b, string v) => b.Json(v),
        _ when stored == typeof(string) && column is "text" => (CopyBuffer b, string v) => b.Write(v),
        _ when stored == typeof(Guid) => (CopyBuffer b, Guid v) => b.Write(v),
        _ when stored == typeof(bool) => (CopyBuffer b, bool v) => b.Write(v),
        _ when stored == typeof(short) => (CopyBuffer b, short v) => b.Write(v),
        _ when stored == typeof(int) => (CopyBuffer b, int v) => b.Write(v),
        _ when stored == typeof(long) => (CopyBuffer b, long v) => b.Write(v),
        _ when stored == typeof(double) => (CopyBuffer b, double v) => b.Write(v),
        _ when stored == typeof(decimal) => (CopyBuffer b, decimal v) => b.Write(v),
        _ when stored == typeof(DateOnly) => (CopyBuffer b, DateOnly v) => b.Write(v),
        _ when stored == typeof(DateTimeOffset) => (CopyBuffer b, DateTimeOffset v) => b.Write(v),
        _ when stored == typeof(byte[]) => (CopyBuffer b, byte[] v) => b.Write(v),
        _ when stored.IsAssignableTo(typeof(IReadOnlyCollection<string>)) && column == "text[]" => List<string>(stored, TextType, (b, v) => b.Write(v)),
        _ when stored.IsAssignableTo(typeof(IReadOnlyCollection<short>)) && column == "smallint[]" => List<short>(stored, SmallIntType, (b, v) => b.Write(v)),
        _ when stored.IsAssignableTo(typeof(IReadOnlyCollection<Guid>)) && column == "uuid[]" => List<Guid>(stored, UuidType, (b, v) => b.Write(v)),
        _ => throw new NotSupportedException($"Nobody has said how {stored.Name} is copied into a column of {column}."),
    };

    private static Delegate List<T>(Type stored, int type, Action<CopyBuffer, T> item)
    {
        void Write(CopyBuffer buffer, IReadOnlyCollection<T> list) => buffer.List(list, type, item);
        return Delegate.CreateDelegate(typeof(Action<,>).MakeGenericType(typeof(CopyBuffer), stored), ((Action<CopyBuffer, IReadOnlyCollection<T>>)Write).Target, ((Action<CopyBuffer, IReadOnlyCollection<T>>)Write).Method);
    }
}
