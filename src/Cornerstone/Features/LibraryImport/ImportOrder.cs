using Cornerstone.Access;
using Cornerstone.Values;

namespace Cornerstone.Features.LibraryImport;

/// <summary>Who imports, into which workspace, at which level.</summary>
public sealed record ImportOrder(Reader Reader, string Country, Classification Classification, string? Reason = null)
{
    /// <summary>Council documents in the shared layer are for everybody; a country's own documents start at the strictest level.</summary>
    public static Classification UsualLevel(string country) =>
        country == Workspace.Shared ? Classification.Public : Classification.Restricted;
}
