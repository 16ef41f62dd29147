using System.Buffers;

namespace Cornerstone.Texts;

/// <summary>Joins the lines of a source into its paragraphs, across pages, footers and split words.</summary>
internal sealed class ParagraphAssembler(string source)
{
    // Stars and rules between the sections of a document.
    private static readonly SearchValues<char> Ornaments = SearchValues.Create("*-–—_. ");

    private readonly List<SourceLine> _lines = SourceLines.Split(source);
    private readonly List<SourceParagraph> _paragraphs = [];
    private readonly TextCleaner _clean = new();
    private SourceForm _form;
    private readonly FootnoteLines _notes = new();
    private SplitWords? _splitWords;
    private int _offset;
    private int _lastNumber;
    private bool _isFront;

    /// <summary>Running heads and job numbers: a source may print its symbol nowhere else.</summary>
    internal PageMarks Marks { get; } = new();

    internal List<SourceParagraph> Assemble()
    {
        var furniture = new Furniture[_lines.Count];
        for (var i = 0; i < furniture.Length; i++)
        {
            furniture[i] = PageFurniture.Of(_lines[i].In(source));
        }

        _form = SourceForm.Of(source, _lines, furniture);
        _splitWords = _form.IsWrapped ? new(source) : null;
        _isFront = _form.IsWrapped;
        var previous = -1;
        for (var i = 0; i < furniture.Length; i++)
        {
            if (IsFurniture(furniture[i], i))
            {
                continue;
            }

            Take(i, previous);
            previous = i;
        }

        Close();
        return _paragraphs;
    }

    private bool IsFurniture(Furniture kind, int at)
    {
        if (kind == Furniture.None)
        {
            return _form.IsWrapped && _notes.TakesLine(_lines[at].In(source), _lines[at].Start);
        }

        // A rule at the foot of a page parts its notes from its text; the next page mark ends them.
        _notes.IsOpen = kind == Furniture.Rule && _form.IsWrapped && _lines[at].In(source)[0] == '_';
        Marks.Note(kind, _lines[at].In(source), _lines[at].Start);
        return true;
    }

    private void Take(int at, int previous)
    {
        var line = _lines[at];
        var text = StripBlockMarks(line.In(source));
        if (_notes.TakesParagraph(text, line.Start))
        {
            return;
        }

        if (previous >= 0 && !Starts(line, text, _lines[previous], at - previous > 1))
        {
            Join(text);
            return;
        }

        Close();
        _offset = line.Start;
        _clean.Append(text);
    }

    /// <summary>Markdown's own signs for headings and quotations say nothing a paragraph's place does not.</summary>
    private ReadOnlySpan<char> StripBlockMarks(ReadOnlySpan<char> text)
    {
        if (!_form.IsWrapped && text[0] is '#' or '>')
        {
            var rest = text.TrimStart("#>").TrimStart(' ');
            return rest.IsEmpty ? text : rest;
        }

        return text;
    }

    private bool Starts(SourceLine line, ReadOnlySpan<char> text, SourceLine previous, bool isAfterFurniture)
    {
        var before = _clean.Text;
        if (before.IsEmpty || FrontLines.IsFormula(text))
        {
            _isFront &= !FrontLines.IsFormula(text);
            return true;
        }

        // A number alone on its line belongs to the text below it.
        if (before.Length < 8 && Marker.Read(before) is { Kind: not MarkerKind.None } alone && alone.Length == before.Length && before[0] != '*')
        {
            return false;
        }

        if (!_form.IsWrapped)
        {
            return !ContinuesDense(before, text);
        }

        if (_isFront)
        {
            _isFront = !BodyBegins(text);
            if (!_isFront || FrontLines.StandsAlone(text) || FrontLines.StandsAlone(previous.In(source)))
            {
                return true;
            }
        }

        return _form.IsIndented ? line.Indent > _form.BaseIndent && !(char.IsLower(text[0]) && SourceForm.RunsOn(before, text) && IsUnmarked(text) && !OpensAfterAnd(before, text))
            : _form.IsSpaced && !isAfterFurniture ? (line.BlanksBefore > 0 && !SourceForm.RunsOn(before, text)) || StartsByNumber(text, before) || StartsByRoom(text, before, previous)
            : StartsByWords(text, before, previous);
    }

    private static bool BodyBegins(ReadOnlySpan<char> text) =>
        Marker.Read(text) is { Kind: MarkerKind.Decimal, Decimal: 1 } or { Roman: 1, IsUpper: true, Style: '.' } || (char.IsUpper(text[0]) && Openers.IsPreambular(text)) || text.Equals("Summary", StringComparison.OrdinalIgnoreCase);

    private static bool IsUnmarked(ReadOnlySpan<char> text) => Marker.Read(text).Kind is MarkerKind.None;

    /// <summary>"…, and" above "urging the parties …": two paragraphs that share a sentence.</summary>
    private static bool OpensAfterAnd(ReadOnlySpan<char> before, ReadOnlySpan<char> text) =>
        (before[^1] == ',' || before.EndsWith(", and", StringComparison.Ordinal)) && Openers.IsPreambular(text);

    /// <summary>A paragraph cut by a page goes on with a small letter after an unfinished line.</summary>
    private static bool ContinuesDense(ReadOnlySpan<char> before, ReadOnlySpan<char> text)
    {
        if (!char.IsLower(text[0]) || !IsUnmarked(text))
        {
            return false;
        }

        return before[^1] is not ('.' or ';' or ':' or '?' or '!' or ')' or '”' or '"')
            && !OpensAfterAnd(before, text);
    }

    /// <summary>Some extractions set the number on a line of its own, or no empty line before it: the number itself is the sign.</summary>
    private bool StartsByNumber(ReadOnlySpan<char> text, ReadOnlySpan<char> before) =>
        Marker.Read(text) is { Kind: MarkerKind.Decimal } marker
        && (marker.Decimal == (Marker.Read(before) is { Kind: MarkerKind.Decimal } open ? open.Decimal : _lastNumber) + 1 || marker.Length == text.Length || HeadingShape.EndsClause(before));

    /// <summary>A sentence ends on a line that had room for the next word: the break was meant.</summary>
    private bool StartsByRoom(ReadOnlySpan<char> text, ReadOnlySpan<char> before, SourceLine previous) =>
        before[^1] is '.' or '?' && LeavesRoom(previous, text) && !SourceForm.StartsSmall(text);

    private bool LeavesRoom(SourceLine previous, ReadOnlySpan<char> text)
    {
        var word = text.IndexOf(' ');
        return previous.Length + 2 + (word < 0 ? text.Length : word) < _form.Width;
    }

    /// <summary>No indent, no empty lines: a new paragraph shows by its number, or by a finished line above and an opening word.</summary>
    private bool StartsByWords(ReadOnlySpan<char> text, ReadOnlySpan<char> before, SourceLine previous)
    {
        var isFinished = HeadingShape.EndsClause(before);
        var isShort = LeavesRoom(previous, text);
        var marker = Marker.Read(text);
        if (marker.Kind is not MarkerKind.None)
        {
            return isFinished || isShort || marker.Kind == MarkerKind.Decimal;
        }

        return isFinished && !SourceForm.StartsSmall(text) && (isShort || before[^1] != '.') && (isShort || Openers.IsPreambular(text));
    }

    private void Join(ReadOnlySpan<char> text)
    {
        var before = _clean.Text;
        if (before[^1] is '-' or '\u2011')
        {
            _clean.Truncate(LineEndHyphen.Cut(source, before, text));
        }
        else if (!LineEndHyphen.IsTight(before[^1], text[0]))
        {
            _clean.Append(' ');
        }

        _clean.Append(text);
    }

    private void Close()
    {
        if (_clean.Length == 0)
        {
            _notes.MoveTo(_paragraphs);
            return;
        }

        _splitWords?.Mend(_clean);
        AddWithMarkers(WithoutFormula(_clean.Text.Trim()));
        _clean.Clear();
        _notes.MoveTo(_paragraphs);
    }

    /// <summary>"58. (a) Requests …" is a paragraph without words of its own, and its first point.</summary>
    private void AddWithMarkers(ReadOnlySpan<char> text)
    {
        var marker = Marker.Read(text);
        var number = marker.Kind is MarkerKind.None ? null : MarkerText.Of(text[..marker.Length]);
        var rest = text[marker.Length..].TrimStart();
        if (marker.Kind is MarkerKind.Decimal or MarkerKind.Letter && Marker.Read(rest) is { Kind: MarkerKind.Letter, Style: '(' or ')' } first && (first.Alpha == 1 || first.Roman == 1))
        {
            _paragraphs.Add(new("", number, _offset));
            AddWithMarkers(rest);
        }
        else if (marker.Kind is not (MarkerKind.Bullet or MarkerKind.None) || rest.ContainsAnyExcept(Ornaments))
        {
            _lastNumber = marker.Kind == MarkerKind.Decimal ? marker.Decimal : _lastNumber;
            _paragraphs.Add(new(rest.ToString(), number, _offset));
        }
    }

    /// <summary>Older texts go on after "The Security Council," on the same line: that rest is a paragraph of its own.</summary>
    private ReadOnlySpan<char> WithoutFormula(ReadOnlySpan<char> text)
    {
        var length = FrontLines.FormulaLength(text);
        var rest = text[length..].TrimStart();
        if (length == 0 || rest.IsEmpty || !Openers.IsPreambular(rest))
        {
            return text;
        }

        _paragraphs.Add(new(text[..length].ToString(), null, _offset));
        return rest;
    }
}
