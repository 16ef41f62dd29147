using Cornerstone.Languages;

namespace Cornerstone.Vaults;

/// <summary>Why sealed things are read. Each read stands in the journal with one of these; there are no free words, because those could tell what was read.</summary>
public enum ReadReason
{
    Casework,
    Decision,
    OversightRequest,
    LegalProceedings,
    Correction,
    Audit,
    DataSubject,
}

public static class ReadReasons
{
    public static string Of(ReadReason reason) => reason switch
    {
        ReadReason.Casework => Text.Later("Work on the case"),
        ReadReason.Decision => Text.Later("A decision is being prepared"),
        ReadReason.OversightRequest => Text.Later("A question of parliament or of another oversight body"),
        ReadReason.LegalProceedings => Text.Later("Proceedings in court"),
        ReadReason.Correction => Text.Later("Something is to be corrected"),
        ReadReason.Audit => Text.Later("Audit or review"),
        _ => Text.Later("The person concerned asks what is kept about them"),
    };
}
