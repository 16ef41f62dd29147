using System.Text.Json;
using System.Text.Json.Serialization;
using Cornerstone.Features.Portal;
using Cornerstone.Published;
using Cornerstone.Values;

namespace Cornerstone.Features.PublicSupport;

/// <summary>Published support as files for programs: codes and plain names, the same in every language; each row says its edition and licence.</summary>
internal static class SupportData
{
    private static readonly string[] Columns =
    [
        "country", "activity", "identifier", "title", "reported_by", "reported_by_id", "status", "starts", "ends", "withheld", "kind", "stage", "from", "until", "state", "amount",
        "currency", "value_date", "ground", "provider", "provider_activity", "receiver", "receiver_activity", "description", "form", "quantity", "unit", "edition", "as_of", "publisher", "licence",
    ];

    private static readonly JsonSerializerOptions Form = new(OpenData.Form) { Converters = { new TextsAlone() } };

    public static byte[] Csv(IEnumerable<PublicActivity> support) => OpenData.Table(Columns, support.SelectMany(s => s.Lines.Count == 0 ? [RowOf(s, null)] : s.Lines.Select(l => RowOf(s, l))));

    public static byte[] Json(IEnumerable<PublicActivity> support) => JsonSerializer.SerializeToUtf8Bytes(
        support.Select(s => new { s.Activity.Country, Edition = OpenData.EditionOf(s.Edition), s.Activity, s.Lines }), Form);

    private static object?[] RowOf(PublicActivity told, PublishedLine? line)
    {
        var (edition, a) = (told.Edition, told.Activity);
        return
        [
            a.Country,
            a.Key,
            a.Identifier,
            English(a.Title),
            English(a.Reporter?.Name),
            a.Reporter?.Reference,
            a.Status?.Code,
            a.Starts,
            a.Ends,
            a.Withheld.Count > 0 ? string.Join("; ", a.Withheld.Select(w => $"{w.Part}: {w.Ground}")) : null,
            line?.Kind,
            line?.Stage?.Code,
            line?.FromDay,
            line?.UntilDay,
            line?.State,
            line?.Amount,
            line?.Currency,
            line?.ValueDate,
            line?.Ground,
            English(line?.Provider?.Name),
            line?.Provider?.Activity,
            English(line?.Receiver?.Name),
            line?.Receiver?.Activity,
            English(line?.Description),
            line?.Form?.Code,
            line?.Quantity,
            line?.Unit,
            edition.Number,
            edition.AsOf,
            edition.Publisher,
            edition.Licence,
        ];
    }

    private static string? English(Wording? words) => words?.In("en");

    /// <summary>A text is an object of its languages.</summary>
    private sealed class TextsAlone : JsonConverter<Wording>
    {
        public override Wording Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("Open data is only written.");

        public override void Write(Utf8JsonWriter writer, Wording value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value.Texts, options);
    }
}
