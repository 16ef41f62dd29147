using Cornerstone.Texts;

namespace Cornerstone.Features.LibraryImport;

public enum FileState
{
    Added,

    /// <summary>The same bytes are in this workspace already; nothing was changed.</summary>
    AlreadyThere,
    Refused,
}

/// <summary>What became of one file. A refusal names the rule and the place; findings never stop an import.</summary>
public sealed record FileOutcome(string File, FileState State)
{
    public Guid? DocumentId { get; init; }

    public string? Symbol { get; init; }

    public string? Title { get; init; }

    public DocumentKind Kind { get; init; }

    public int Provisions { get; init; }

    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>One of <see cref="UnreadableRule"/>; null unless refused.</summary>
    public string? Rule { get; init; }

    /// <summary>Where in the file: "byte 120", "line 4, column 12"; empty for the whole file.</summary>
    public string Place { get; init; } = "";

    /// <summary>In English, from the reader; pages say it in their own language by <see cref="Rule"/>.</summary>
    public string Message { get; init; } = "";

    public static FileOutcome Refusal(string file, UnreadableDocumentException fault) =>
        new(file, FileState.Refused) { Rule = fault.Rule, Place = fault.Place, Message = fault.Message };
}
