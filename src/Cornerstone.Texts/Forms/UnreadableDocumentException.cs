namespace Cornerstone.Texts;

/// <summary>
/// A file that cannot become a document at all: the caller names the file, this names the rule and the place.
/// Faults inside readable content are findings instead and never stop the reading.
/// </summary>
public sealed class UnreadableDocumentException(string rule, string place, string message, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>One of <see cref="UnreadableRule"/>.</summary>
    public string Rule { get; } = rule;

    /// <summary>Where in the file: "byte 120", "line 4, column 12", "entry word/document.xml", or empty for the whole file.</summary>
    public string Place { get; } = place;
}
