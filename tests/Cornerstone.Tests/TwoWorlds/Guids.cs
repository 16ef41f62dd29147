using System.Text.RegularExpressions;

namespace Cornerstone.Tests.TwoWorlds;

internal static partial class Guids
{
    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    public static partial Regex Record();
}
