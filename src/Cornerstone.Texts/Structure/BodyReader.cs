namespace Cornerstone.Texts;

/// <summary>Reads numbered paragraphs, their points, and what stands between them. One for each document or part.</summary>
internal sealed class BodyReader(IReadOnlyList<SourceParagraph> paragraphs, ProvisionList list, BodyStyle style)
{
    // "Cooperation with the African Union" parts a statement; a paragraph of one never is so short.
    private const int LongestStatementHeading = 80;
    private readonly PointLevels _points = new();
    private int _last;
    private int _headings;
    private int _unnumbered;
    private int _summaries;
    private int _recommendation;
    private bool _isSummary;
    private string? _top;
    private int _topIndex = -1;
    private Dictionary<int, int>? _lastPlaces;

    /// <summary>Reads up to <paramref name="end"/>, an annex, or a count that starts anew; says where it stopped.</summary>
    internal int Read(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            var paragraph = paragraphs[i];
            if (i > start && style.StopsAtAnnex && AnnexHeadings.Is(paragraph))
            {
                return i;
            }

            if (!Take(paragraph, i, end))
            {
                return i;
            }
        }

        return end;
    }

    /// <summary>Points that belong to a provision read by someone else: the lists of a preambular paragraph.</summary>
    internal void ReadPoint(in SourceParagraph paragraph, int at, string owner)
    {
        if (_top != owner)
        {
            _points.Clear();
        }

        _top = owner;
        Point(paragraph, Marker.Read(paragraph.Number), at);
    }

    private bool Take(in SourceParagraph paragraph, int at, int end)
    {
        var marker = Marker.Read(paragraph.Number);
        switch (marker.Kind)
        {
            case var _ when paragraph.Role == ParagraphRole.Footnote:
                Footnote(paragraph);
                return true;
            case MarkerKind.Decimal when IsNested(marker.Decimal, at, end):
                Point(paragraph, marker, at);
                return true;
            case MarkerKind.Decimal when style.HasListsOnly && _unnumbered > 0:
                Point(paragraph, marker, at);
                return true;
            case MarkerKind.Decimal when style.StopsAtAnnex && BeginsAnew(marker.Decimal):
                return false;
            case MarkerKind.Decimal:
                Numbered(paragraph, marker.Decimal);
                return true;
            case MarkerKind.Bullet when IsStarNote(at):
                list.Add(ProvisionKind.Footnote, "fn/*", paragraph, "*");
                return true;
            case MarkerKind.Letter or MarkerKind.Bullet when !IsHeadingMarker(marker, paragraph):
                Point(paragraph, marker, at);
                return true;
            case MarkerKind.None when paragraph.Role == ParagraphRole.Point:
                Point(paragraph, new(MarkerKind.Bullet, 0, Style: '•'), at);
                return true;
            case MarkerKind.None when paragraph.Role != ParagraphRole.Heading:
                Unnumbered(paragraph, at, end);
                return true;
            default:
                Heading(paragraph with { Text = paragraph.Number is null ? paragraph.Text : $"{paragraph.Number} {paragraph.Text}" });
                return true;
        }
    }

    /// <summary>"* Circulated in the language of submission only." stands alone; stars that mark a list come in rows.</summary>
    private bool IsStarNote(int at) =>
        paragraphs[at].Number == "*" && (at == 0 || paragraphs[at - 1].Number != "*") && (at + 1 == paragraphs.Count || paragraphs[at + 1].Number != "*");

    private void Numbered(in SourceParagraph paragraph, int value)
    {
        _points.Clear();
        _isSummary = false;
        _recommendation = 0;
        _last = value;
        var number = MarkerText.Of(value);
        _top = list.Add(style.Kind, style.Address(value), paragraph, number).Id;
        _topIndex = list.Items.Count - 1;
    }

    /// <summary>An annex without a heading: its count starts at 1, or its numbers come after the closing words of the resolution.</summary>
    private bool BeginsAnew(int value) =>
        _last > 1 && (value == 1 || (value <= _last && _topIndex >= 0 && list.Items[_topIndex].Text.EndsWith("seized of the matter.", StringComparison.Ordinal)));

    /// <summary>"1." inside a paragraph that is already numbered counts its own list, when the main count goes on below.</summary>
    private bool IsNested(int value, int at, int end)
    {
        if (_top is null || _last == 0)
        {
            return false;
        }

        var continues = value == _points.InnermostDigit + 1 && _points.InnermostDigit > 0;
        return value != _last + 1
            ? (value == 1 || continues) && FollowsLater(_last + 1, at, end)
            : continues && FollowsLater(value, at, end);
    }

    private bool FollowsLater(int value, int at, int end)
    {
        _lastPlaces ??= LastPlaces(at, end);
        return _lastPlaces.TryGetValue(value, out var place) && place > at;
    }

    /// <summary>Where each number stands last in this body; looked up once, for a text may repeat "1." without end.</summary>
    private Dictionary<int, int> LastPlaces(int from, int end)
    {
        var places = new Dictionary<int, int>();
        for (var i = from + 1; i < end && !(style.StopsAtAnnex && AnnexHeadings.Is(paragraphs[i])); i++)
        {
            if (Marker.Read(paragraphs[i].Number) is { Kind: MarkerKind.Decimal } marker)
            {
                places[marker.Decimal] = i;
            }
        }

        return places;
    }

    private void Point(in SourceParagraph paragraph, in Marker marker, int at)
    {
        if (_top is null)
        {
            Unmarked(paragraph);
            return;
        }

        var (parent, step) = _points.Place(marker, NextMarker(at), _top, paragraph.Level);
        list.Add(ProvisionKind.Point, $"{parent}/{step}", paragraph, paragraph.Number, parent);
    }

    private Marker NextMarker(int at)
    {
        for (var i = at + 1; i < paragraphs.Count && i < at + 12; i++)
        {
            var next = Marker.Read(paragraphs[i].Number);
            if (next.Kind is MarkerKind.Letter or MarkerKind.Decimal)
            {
                return next;
            }
        }

        return default;
    }

    /// <summary>"II. Security process": a capital with a full stop above text that does not end like a point.</summary>
    private static bool IsHeadingMarker(in Marker marker, in SourceParagraph paragraph) =>
        marker.IsUpper && marker.Style == '.' && (paragraph.Text.Length == 0 || !HeadingShape.Ends(paragraph.Text));

    private void Unnumbered(in SourceParagraph paragraph, int at, int end)
    {
        if (FootnoteMarks.SlashNumber(paragraph.Text) is > 0 and var digits)
        {
            var number = paragraph.Text[..digits];
            list.Add(ProvisionKind.Footnote, $"fn/{number}", paragraph with { Text = paragraph.Text[(digits + 1)..].TrimStart() }, number);
        }
        else if (style.HasRecommendations && HeadingShape.RecommendationNumber(paragraph.Text) is > 0 and var number)
        {
            (_recommendation, _isSummary, _topIndex) = (number, false, -1);
            _points.Clear();
        }
        else if (style.HasRecommendations && paragraph.Text.Equals("Summary", StringComparison.OrdinalIgnoreCase))
        {
            Heading(paragraph);
            _isSummary = true;
        }
        else if (IsHeading(paragraph, at, end))
        {
            Heading(paragraph);
        }
        else if (_recommendation > 0)
        {
            Recommendation(paragraph);
        }
        else if (_isSummary)
        {
            list.Add(ProvisionKind.Summary, $"summary/{++_summaries}", paragraph);
        }
        else
        {
            Loose(paragraph);
        }
    }

    private bool IsHeading(in SourceParagraph paragraph, int at, int end)
    {
        var follows = at + 1 < end ? paragraphs[at + 1] : default;
        return style.HasHeadings && (!style.IsUnnumbered || (paragraph.Text.Length < LongestStatementHeading && paragraph.Text[^1] != ':')) && HeadingShape.Is(paragraph.Text, follows);
    }

    private void Heading(in SourceParagraph paragraph)
    {
        (_isSummary, _recommendation) = (false, 0);
        list.Add(ProvisionKind.Heading, $"h/{++_headings}", paragraph);
    }

    private void Recommendation(in SourceParagraph paragraph)
    {
        if (_topIndex >= 0)
        {
            list.Extend(_topIndex, paragraph.Text);
            return;
        }

        var number = MarkerText.Of(_recommendation);
        _top = list.Add(ProvisionKind.Recommendation, $"rec/{number}", paragraph, number).Id;
        _topIndex = list.Items.Count - 1;
    }

    private void Footnote(in SourceParagraph paragraph) =>
        list.Add(ProvisionKind.Footnote, $"fn/{paragraph.Number}", paragraph, paragraph.Number);

    /// <summary>Text without a number: the rest of a cut paragraph, the end of a sentence that points interrupted, or a paragraph of its own.</summary>
    private void Loose(in SourceParagraph paragraph)
    {
        var isSmall = char.IsLower(paragraph.Text[0]);
        if (isSmall && list.Last is { } last && last.Kind is not (ProvisionKind.Heading or ProvisionKind.Footnote) && !HeadingShape.Ends(last.Text))
        {
            list.Extend(list.Items.Count - 1, paragraph.Text);
        }
        else if (isSmall && _topIndex >= 0 && !style.IsUnnumbered)
        {
            list.Extend(_topIndex, paragraph.Text);
        }
        else
        {
            Unmarked(paragraph);
        }
    }

    private void Unmarked(in SourceParagraph paragraph)
    {
        if (style.IsUnnumbered)
        {
            _points.Clear();
            _top = list.Add(ProvisionKind.Para, $"para/{++_unnumbered}", paragraph).Id;
            _topIndex = list.Items.Count - 1;
            return;
        }

        var id = style.Kind == ProvisionKind.OP || _top is null ? $"para/{++_unnumbered}" : $"{_top}/p{++_unnumbered}";
        list.Add(ProvisionKind.Para, id, paragraph, parent: _top);
    }
}
