namespace Cornerstone.Texts;

/// <summary>
/// Numbers the paragraphs of one document the way the text engine does: by place and printed number, never by verb.
/// </summary>
internal sealed class AknProvisions
{
    private readonly bool _isResolution, _isStatement;
    private readonly bool _hasNumbers;
    private readonly List<Provision> _provisions = [];
    private readonly UniqueAddresses _addresses = new();
    private readonly Dictionary<string, int> _points = [];
    private readonly HashSet<(string?, string)> _notes = [];
    private readonly PointMarker _marker = new();
    private readonly List<Provision> _openPoints = [];
    private Provision? _top;
    private bool _isOperative;
    private int _lastNumber, _belowParagraphPoint;
    private int _preambular, _unnumbered, _headingsAbove, _headings, _paras;

    private AknProvisions(IReadOnlyList<AknBlock> blocks, DocumentKind kind)
    {
        _isResolution = AknNames.IsResolution(kind);
        _isStatement = kind == DocumentKind.PresidentialStatement;
        _hasNumbers = blocks.Any(block => block.Role == AknRole.Paragraph && AknNumber.OfParagraph(block.Number) is not null);
    }

    internal static List<Provision> Build(IReadOnlyList<AknBlock> blocks, DocumentKind kind)
    {
        var settled = AknLabels.Settle(blocks, AknNames.IsResolution(kind));
        var builder = new AknProvisions(settled, kind);
        foreach (var block in settled) builder.Place(block);
        return builder._provisions;
    }

    private void Place(AknBlock block)
    {
        switch (block.Role)
        {
            case AknRole.Heading:
                Heading(block);
                break;
            case AknRole.Preambular:
                Preambular(block);
                break;
            case AknRole.Footnote:
                Footnote(block);
                break;
            case AknRole.Point when IsNextParagraph(block):
                Paragraph(block);
                break;
            case AknRole.Point:
                Point(block, block.Level + _belowParagraphPoint);
                break;
            default:
                Paragraph(block);
                break;
        }
    }

    /// <summary>Some files list "4. Decides" among the points of paragraph 3; it is a point only when the point before it is 3.</summary>
    private bool IsNextParagraph(AknBlock block) =>
        _isResolution && _isOperative && AknNumber.OfParagraph(block.Number) == $"{_lastNumber + 1}"
        && !_openPoints.Exists(point => PointMarker.Bare(point.Number ?? "") == $"{_lastNumber}");

    private void Paragraph(AknBlock block)
    {
        _belowParagraphPoint = 0;
        if (AknNumber.OfParagraph(block.Number) is { } number && !IsListOfStatement) Top(number, block);
        else if (block.Number is { } printed && !_isOperative && IsHeadingNumber(printed)) Heading(block with { Text = $"{printed} {block.Text}" });
        else if (block.Number is not null) _belowParagraphPoint = Point(block, 0);
        else if (_isResolution) Unnumbered(block);
        else Para(block);
    }

    /// <summary>Paragraphs of a presidential statement carry no numbers: what is numbered there is a list inside one of them.</summary>
    private bool IsListOfStatement => _isStatement && _paras > 0;

    private void Preambular(AknBlock block)
    {
        CloseList();
        _top = Add($"pp/{++_preambular}", ProvisionKind.PP, $"{_preambular}", null, block);
    }

    private void CloseList()
    {
        _openPoints.Clear();
        _marker.Clear();
        _belowParagraphPoint = 0;
    }

    private void Top(string number, AknBlock block)
    {
        CloseList();
        _isOperative = true;
        _lastNumber = int.TryParse(number, out var value) ? value : _lastNumber;
        var kind = _isResolution ? ProvisionKind.OP : ProvisionKind.Para;
        _top = Add($"{(_isResolution ? "op" : "para")}/{Segment(number)}", kind, number, null, block);
    }

    /// <summary>
    /// In a resolution, text without a number is a late preambular paragraph, the only operative one (admissions, elections),
    /// the end of the paragraph before it, or a line between points.
    /// </summary>
    private void Unnumbered(AknBlock block)
    {
        if (block.Text.StartsWith($"{_lastNumber + 1} ", StringComparison.Ordinal))
        {
            var space = block.Text.IndexOf(' ');
            Top(block.Text[..space], block with { Text = block.Text[(space + 1)..] });
        }
        else if (!_isOperative && _hasNumbers)
        {
            Preambular(block);
        }
        else if (!_isOperative || (!_hasNumbers && !_top!.Text.EndsWith(':') && !char.IsLower(block.Text[0])))
        {
            _isOperative = true;
            CloseList();
            _top = Add($"op/{++_unnumbered}", ProvisionKind.OP, null, null, block);
        }
        else if (char.IsLower(block.Text[0]))
        {
            Continue(block);
        }
        else
        {
            Para(block);
        }
    }

    private void Continue(AknBlock block)
    {
        var at = _provisions.FindIndex(provision => provision.Id == _top!.Id);
        _provisions[at] = _provisions[at] with { Text = $"{_provisions[at].Text} {block.Text}" };
    }

    private void Para(AknBlock block)
    {
        if (!_isResolution) CloseList();

        var added = Add($"para/{++_paras}", ProvisionKind.Para, null, _isResolution ? _top?.Id : null, block);
        if (!_isResolution) _top = added;
    }

    private int Point(AknBlock block, int stated)
    {
        var printed = block.Number ?? "";
        var level = stated > 0 ? Math.Min(stated, _openPoints.Count + 1) : Math.Min(_marker.LevelOf(printed), _openPoints.Count + 1);
        _marker.Place(printed, level);
        _openPoints.RemoveRange(level - 1, _openPoints.Count - level + 1);
        var parent = level > 1 ? _openPoints[level - 2] : _top;
        var bare = PointMarker.Bare(printed);
        var place = _points[parent?.Id ?? ""] = 1 + _points.GetValueOrDefault(parent?.Id ?? "");
        var segment = bare != "" ? Segment(PointMarker.Step(printed)) : $"{place}";
        _openPoints.Add(Add(parent is null ? $"point/{segment}" : $"{parent.Id}/{segment}", ProvisionKind.Point, block.Number, parent?.Id, block));
        return level;
    }

    /// <summary>Headings above the first operative paragraph are counted apart: "h/p1".</summary>
    private void Heading(AknBlock block)
    {
        var isAbove = _isResolution && !_isOperative;
        Add(isAbove ? $"h/p{++_headingsAbove}" : $"h/{++_headings}", ProvisionKind.Heading, null, null, block);
    }

    private void Footnote(AknBlock block)
    {
        if (!_notes.Add((block.Number, block.Text))) return;
        Add(FootnoteId(block.Number!), ProvisionKind.Footnote, block.Number, null, block);
    }

    private static string FootnoteId(string marker) => $"fn/{Segment(marker == "" ? "*" : marker)}";

    private Provision Add(string id, ProvisionKind kind, string? number, string? parent, AknBlock block)
    {
        var provision = new Provision
        {
            Id = _addresses.Take(id),
            Kind = kind,
            Number = number,
            Parent = parent,
            Text = block.Text,
            Footnotes = [.. block.Notes.Select(FootnoteId)],
        };
        _provisions.Add(provision);
        return provision;
    }

    private static string Segment(string number) => number.Replace(' ', '-').Replace('/', '-');

    /// <summary>"A." or "II." before any paragraph opens a section, not a list.</summary>
    private static bool IsHeadingNumber(string printed) => printed.Length > 0 && char.IsUpper(printed[0]) && !printed.EndsWith(')');
}
