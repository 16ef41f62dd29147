using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Published;

/// <summary>A row as JSON whose names are those of the store's columns: what is looked at is what is copied.</summary>
public static class RowForm
{
    private static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(), new WordingForm() },
        IgnoreReadOnlyProperties = true,
    };

    public static string Write(PublishedRow row) => JsonSerializer.Serialize(row, row.GetType(), Form);

    public static T Read<T>(string row)
        where T : PublishedRow => JsonSerializer.Deserialize<T>(row, Form)!;

    /// <summary>A column that holds more than one value.</summary>
    public static string Text<T>(T part) => JsonSerializer.Serialize(part, Form);

    public static T Part<T>(string stored) => JsonSerializer.Deserialize<T>(stored, Form)!;

    private sealed class WordingForm : JsonConverter<Wording>
    {
        public override Wording Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return WordingConversion.Read(document.RootElement.GetRawText());
        }

        public override void Write(Utf8JsonWriter writer, Wording value, JsonSerializerOptions options) =>
            writer.WriteRawValue(WordingConversion.Store(value));
    }
}
