using Cornerstone.Languages;

namespace Cornerstone.Vaults;

/// <summary>What sets the date until which a dossier is kept. One of a list: free words outside the envelope could tell what it says.</summary>
public enum KeepBasis
{
    Law,
    Ruling,
    Agreement,
    Consent,
    Purpose,
}

public static class KeepBases
{
    public static string Of(KeepBasis basis) => basis switch
    {
        KeepBasis.Law => Text.Later("A law or regulation sets the date"),
        KeepBasis.Ruling => Text.Later("A decision of the body responsible sets it"),
        KeepBasis.Agreement => Text.Later("An agreement with whoever gave the information sets it"),
        KeepBasis.Consent => Text.Later("Whoever it is about has agreed to it"),
        _ => Text.Later("No rule: then it is asked whether it is still needed"),
    };
}
