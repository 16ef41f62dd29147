namespace Cornerstone.Texts;

/// <summary>What the words of a provision are read against: its document's language, kind, day and own symbol.</summary>
internal sealed record DocumentContext(string Language, DocumentKind Kind, DateOnly? Date, string? Symbol);
