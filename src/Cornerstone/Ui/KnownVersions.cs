using Microsoft.Net.Http.Headers;

namespace Cornerstone.Ui;

internal static class KnownVersions
{
    /// <summary>Whoever asks has this version already: 304 is the answer (RFC 9110, 13.1.2).</summary>
    public static bool Knows(this HttpRequest request, EntityTagHeaderValue tag) => request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false));
}
