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

    internal static Wording Read(string stored)
    {
        var read = JsonSerializer.Deserialize<Stored>(stored, Form)!;
        return new Wording(read.Original, read.Texts);
    }

    private sealed record Stored(string Original, Dictionary<string, string> Texts);

    internal sealed class Comparer() : ValueComparer<Wording>((a, b) => object.Equals(a, b), w => w.GetHashCode(), w => w);
}
