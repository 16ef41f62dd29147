namespace Cornerstone.Features.Library;

public enum DocumentTab
{
    Text,
    About,
    References,
    Compare,
    History,
}

/// <summary>What stands above every view of one document.</summary>
public sealed record DocumentHead(LibraryDocument Document, string Country, DocumentTab Tab);
