namespace Cornerstone.Access;

/// <summary>
/// A country whose reform is worked on here. Every record of work belongs to one, or to the shared
/// reference layer, for which "UN" stands (exceptionally reserved in ISO 3166-1 for the United Nations).
/// </summary>
public sealed class Workspace
{
    public const string Shared = "UN";

    /// <summary>ISO 3166-1 alpha-2; user-assigned codes (XA to XZ) for invented countries.</summary>
    public required string Code { get; init; }

    /// <summary>Name per interface language; English always there.</summary>
    public required Dictionary<string, string> Names { get; set; }

    public string NameIn(string language) => Names.GetValueOrDefault(language) ?? Names["en"];
}
