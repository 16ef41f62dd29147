using System.Diagnostics;

namespace Cornerstone.Ui.Pages;

/// <summary>Twelve digits that stand on the page of a fault and in each line of the log that its request wrote.</summary>
internal static class RequestReference
{
    /// <summary>Null outside a request.</summary>
    public static string? Current => Activity.Current is { } current ? Of(current.TraceId.ToHexString()) : null;

    public static string Of(HttpContext context) => Current ?? Of(context.TraceIdentifier.Replace(":", "", StringComparison.Ordinal).PadLeft(12, '0'));

    private static string Of(string trace) => $"{trace[..4]}-{trace[4..8]}-{trace[8..12]}".ToUpperInvariant();
}
