using System.Buffers;
using System.Text;
using System.Text.Json;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Cornerstone.Data;

/// <summary>A text in several languages as jsonb: {"original": "fr", "texts": {"fr": "…", "en": "…"}}.</summary>
internal sealed class WordingConversion() : ValueConverter<Wording, string>(wording => Store(wording), stored => Read(stored))
{
    private static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        // Letters stay letters: the column is searched as text.
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal static string Store(Wording wording) => JsonSerializer.Serialize(wording, Form);

    /// <summary>Read by hand: pages read thousands of these at once, and nearly all hold one language.</summary>
    internal static Wording Read(string stored)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(stored.Length));
        try
        {
            return Read(new Utf8JsonReader(bytes.AsSpan(0, Encoding.UTF8.GetBytes(stored, bytes))));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private static Wording Read(Utf8JsonReader json)
    {
        var (original, texts) = ("", new Dictionary<string, string>(1));
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var (isOriginal, isTexts) = (json.ValueTextEquals("original"u8), json.ValueTextEquals("texts"u8));
            json.Read();
            if (isOriginal) original = json.GetString()!;
            else if (isTexts) Fill(texts, ref json);
            else json.Skip();
        }

        return new Wording(original, texts);
    }

    private static void Fill(Dictionary<string, string> texts, ref Utf8JsonReader json)
    {
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var language = json.GetString()!;
            json.Read();
            texts.Add(language, json.GetString()!);
        }
    }

    internal sealed class Comparer() : ValueComparer<Wording>((a, b) => object.Equals(a, b), w => w.GetHashCode(), w => w);
}
