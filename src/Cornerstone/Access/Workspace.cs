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

    /// <summary>Of whom a second step is demanded when they sign in.</summary>
    public SecondStepRule SecondStep { get; set; }

    public string NameIn(string language) => Names.GetValueOrDefault(language) ?? Names["en"];
}

/// <summary>Whoever may read more than the public proves who they are in two ways; a workspace may ask it of the others too.</summary>
public enum SecondStepRule
{
    AboveThePublic,
    Everybody,
}
