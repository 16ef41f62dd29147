using Cornerstone.Texts;

namespace Cornerstone.Features.Library;

/// <summary>Where things of the library are found, in the workspace the reader is in.</summary>
public static class LibraryAddress
{
    public static string Of(string country) => $"/{country.ToLowerInvariant()}/library";

    public static string Document(string country, Guid id) => $"{Of(country)}/documents/{id}";

    public static string Provision(string country, Guid documentId, string path) => $"{Document(country, documentId)}#{path}";

    /// <summary>The address that resolves for ever: "/un/sc/res/2553/2020/op/20/k"; null for a document without a symbol.</summary>
    public static string? Permanent(string? symbol, DocumentKind kind, string? path = null) =>
        symbol is not null && DocumentSymbol.TryParse(symbol, out var parsed)
            ? parsed.PlatformIdAs(kind) + (path is null ? "" : "/" + path)
            : null;

    public static string? Official(string? symbol, string language) =>
        symbol is not null && DocumentSymbol.TryParse(symbol, out var parsed) ? parsed.OfficialAddressIn(language) : null;
}
