namespace Cornerstone.Texts;

/// <summary>Country names as lists in running text give them: "the Niger" and "Niger" are one name.</summary>
internal static class SponsorList
{
    internal static IReadOnlyList<string> Of(string list) => [.. CountryList.Split(list.Trim().TrimEnd('.')).Select(Plain).Where(name => name.Length > 0)];

    private static string Plain(string name) => name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;
}
