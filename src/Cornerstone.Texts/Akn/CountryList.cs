namespace Cornerstone.Texts;

/// <summary>"Algeria, Benin and Trinidad and Tobago" as countries; the names that hold an "and" themselves are known.</summary>
internal static class CountryList
{
    // M49 names of United Nations members that contain "and".
    private static readonly string[] JoinedNames =
    [
        "Antigua and Barbuda", "Bosnia and Herzegovina", "Saint Kitts and Nevis", "Saint Vincent and the Grenadines",
        "Sao Tome and Principe", "Trinidad and Tobago", "United Kingdom of Great Britain and Northern Ireland",
    ];

    private const string And = " and ";
    private const char Kept = '\u0001';

    internal static IEnumerable<string> Split(string? list)
    {
        if (string.IsNullOrWhiteSpace(list)) return [];

        foreach (var name in JoinedNames) list = list.Replace(name, name.Replace(And, Kept.ToString(), StringComparison.Ordinal), StringComparison.Ordinal);
        return list.Replace(And, ",", StringComparison.Ordinal)
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(name => name.Replace(Kept.ToString(), And, StringComparison.Ordinal));
    }
}
