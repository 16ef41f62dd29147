using System.Globalization;

namespace Cornerstone.Features.LibraryImport;

/// <summary>How much one import may bring; the environment variable raises it on a larger server.</summary>
public sealed record ImportLimits(long LargestFile)
{
    public const string Variable = "CORNERSTONE_LARGEST_FILE_MB";
    private const long Megabyte = 1_000_000;

    public static readonly ImportLimits Default = new(50 * Megabyte);

    public int LargestFileInMegabytes => (int)(LargestFile / Megabyte);

    public static ImportLimits FromEnvironment() =>
        int.TryParse(Environment.GetEnvironmentVariable(Variable), CultureInfo.InvariantCulture, out var megabytes) && megabytes > 0
            ? new(megabytes * Megabyte)
            : Default;
}
