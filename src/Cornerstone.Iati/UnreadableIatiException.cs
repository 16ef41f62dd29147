namespace Cornerstone.Iati;

/// <summary>The file as a whole is refused; nothing of it was taken.</summary>
public sealed class UnreadableIatiException(string rule, string message, long line) : Exception(message)
{
    public string Rule { get; } = rule;

    public long Line { get; } = line;
}
