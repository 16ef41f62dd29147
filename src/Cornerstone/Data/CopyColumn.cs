using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

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
            property.GetColumnName(), property.GetColumnType(),
            Expression.Lambda<Func<TRow, bool>>(isNull, row).Compile(),
            Expression.Lambda(Expression.Convert(value, stored), row).Compile())!;
        return column;
    }

    public abstract void Write(NpgsqlBinaryImporter writer, TRow row);

    private sealed class Typed<TStored> : CopyColumn<TRow>
    {
        private readonly string type;
        private readonly Func<TRow, bool> isNull;
        private readonly Func<TRow, TStored> value;

        [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
        public Typed(string name, string type, Func<TRow, bool> isNull, Func<TRow, TStored> value)
        {
            Name = name;
            (this.type, this.isNull, this.value) = (type, isNull, value);
        }

        public override void Write(NpgsqlBinaryImporter writer, TRow row)
        {
            if (isNull(row))
            {
                writer.WriteNull();
            }
            else
            {
                writer.Write(value(row), type);
            }
        }
    }
}
