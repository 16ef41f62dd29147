using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cornerstone.Sealing;

/// <summary>Unlocked keys live in memory only: whoever tries to write one out (a session, a cache, a log) is stopped.</summary>
internal sealed class NeverWritten : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => true;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException($"{typeToConvert.Name} is never written out.");
}
