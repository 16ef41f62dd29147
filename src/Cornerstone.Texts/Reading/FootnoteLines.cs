namespace Cornerstone.Texts;

/// <summary>Notes at the foot of a page, set aside while the paragraph they interrupt goes on overleaf.</summary>
internal sealed class FootnoteLines
{
    private readonly TextCleaner _clean = new();
    private readonly List<SourceParagraph> _notes = [];
    private string? _number;
    private int _offset;

    /// <summary>Inside the notes of a wrapped page.</summary>
    internal bool IsOpen { get; set; }

    /// <summary>A line under the rule of a wrapped page: it opens a note, or goes on with one.</summary>
    internal bool TakesLine(ReadOnlySpan<char> line, int offset)
    {
        if (!IsOpen)
        {
            return false;
        }

        var digits = line.IndexOfAnyExceptInRange('0', '9');
        if (digits is > 0 and < 4 && line[digits] is ' ' or '\t')
        {
            Begin(line[..digits].ToString(), line[digits..].TrimStart(), offset);
            return true;
        }

        if (_number is null)
        {
            return TakesParagraph(line, offset);
        }

        _clean.Append(' ');
        _clean.Append(line);
        return true;
    }

    /// <summary>A paragraph that opens with a superscript number.</summary>
    internal bool TakesParagraph(ReadOnlySpan<char> text, int offset)
    {
        var (value, length) = Marker.Superscript(text);
        if (length == 0)
        {
            return false;
        }

        Begin(MarkerText.Of(value), text[length..].TrimStart(), offset);
        return true;
    }

    internal void MoveTo(List<SourceParagraph> paragraphs)
    {
        // Notes still being read wait for their last line.
        if (!IsOpen)
        {
            Close();
        }

        paragraphs.AddRange(_notes);
        _notes.Clear();
    }

    private void Begin(string number, ReadOnlySpan<char> text, int offset)
    {
        Close();
        (_number, _offset) = (number, offset);
        _clean.Append(text);
    }

    private void Close()
    {
        if (_number is not null)
        {
            _notes.Add(new(_clean.Text.Trim().ToString(), _number, _offset, ParagraphRole.Footnote));
        }

        _number = null;
        _clean.Clear();
    }
}
