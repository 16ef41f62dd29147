using System.Text.Json;

namespace Cornerstone.Features.Support;

/// <summary>The value of a field as text, whatever its kind: to compare what sources said, and to keep it.</summary>
internal static class FieldText
{
    public static string? Of(object? value) => value is null ? null : JsonSerializer.Serialize(value, value.GetType(), SupportJson.Form);

    public static object? Read(string? text, Type type) => text is null ? null : JsonSerializer.Deserialize(text, type, SupportJson.Form);
}
