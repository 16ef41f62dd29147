namespace Cornerstone.Languages;

/// <summary>One sentence and its translation, one text per plural form; empty texts mean not translated yet.</summary>
public sealed record PoEntry(int Line, string Sentence, string? Many, IReadOnlyList<string> Translations)
{
    public bool IsTranslated => Translations.Count > 0 && Translations.All(t => t.Length > 0);
}

/// <summary>A fault of a translation file and where it stands.</summary>
public sealed record PoFault(string File, int Line, string Reason)
{
    public override string ToString() => $"{File}:{Line}: {Reason}";
}
