namespace Cornerstone.Texts;

/// <summary>A line that holds something, as a place in the source: no characters are copied.</summary>
/// <param name="Start">Of its first visible character.</param>
/// <param name="Length">Up to its last visible character.</param>
/// <param name="Indent">Blank characters before it.</param>
/// <param name="BlanksBefore">Empty lines between it and the line above.</param>
internal readonly record struct SourceLine(int Start, int Length, int Indent, int BlanksBefore)
{
    internal ReadOnlySpan<char> In(string source) => source.AsSpan(Start, Length);
}
