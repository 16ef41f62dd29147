namespace Cornerstone.Sealing;

/// <summary>
/// Sealed bytes are not what was sealed here: altered, moved, cut, of another key, or never ours. Nobody's input explains it, so it is an alarm and not an answer.
/// Which of these it was cannot be told, and is not: the message carries no content and no key.
/// </summary>
public sealed class SealBrokenException : Exception
{
    public SealBrokenException() : this("Sealed bytes are not as they were sealed.")
    {
    }

    public SealBrokenException(string message) : base(message)
    {
    }

    public SealBrokenException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
