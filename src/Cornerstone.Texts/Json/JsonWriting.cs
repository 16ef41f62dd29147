using System.Globalization;
using System.Text.Json;

namespace Cornerstone.Texts;

/// <summary>The few shapes our JSON is made of, each writing null for what is absent.</summary>
internal static class JsonWriting
{
    internal static void WriteTexts(this Utf8JsonWriter writer, string name, IReadOnlyList<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts) writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    internal static void WriteList<T>(this Utf8JsonWriter writer, string name, IReadOnlyList<T> items, Action<T, Utf8JsonWriter> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items) write(item, writer);
        writer.WriteEndArray();
    }

    internal static void WriteDay(this Utf8JsonWriter writer, string name, DateOnly? day) =>
        writer.WriteString(name, day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    internal static void WriteWhole(this Utf8JsonWriter writer, string name, int? number)
    {
        if (number is { } value) writer.WriteNumber(name, value);
        else writer.WriteNull(name);
    }
}
