namespace Cornerstone.Texts;

/// <summary>Reads a resolution: preambular paragraphs by position, then operative ones by number.</summary>
internal sealed class ResolutionReader(IReadOnlyList<SourceParagraph> paragraphs, ProvisionList list)
{
    private readonly BodyReader _body = new(paragraphs, list, BodyStyle.Resolution);
    private int _preambular;
    private int _headings;
    private int _operatives;
    private int _listed;
    private string? _lastPreambular;
    private Provision? _operative;

    /// <summary>Reads from the first preambular paragraph; says where the resolution ends and its annexes begin.</summary>
    internal int Read(int start, int end)
    {
        var operative = OperativeStart(start, end);
        var hasNumbers = operative < end && Marker.Read(paragraphs[operative].Number).Kind == MarkerKind.Decimal;
        for (var i = start; i < operative; i++)
        {
            Preambular(i);
        }

        if (hasNumbers)
        {
            return _body.Read(operative, end);
        }

        for (var i = operative; i < end; i++)
        {
            if (AnnexHeadings.Is(paragraphs[i]))
            {
                return i;
            }

            Unnumbered(i);
        }

        return end;
    }

    /// <summary>
    /// The first "1."; failing that the first number at all; failing that, in a resolution too short to count, its first finite verb
    /// after which nothing ends like a preambular paragraph.
    /// </summary>
    private int OperativeStart(int start, int end)
    {
        var any = end;
        for (var i = start; i < end; i++)
        {
            if (AnnexHeadings.Is(paragraphs[i]) && i > start)
            {
                end = i;
                break;
            }

            if (paragraphs[i].Role == ParagraphRole.Operative)
            {
                return i;
            }

            var marker = Marker.Read(paragraphs[i].Number);
            if (marker is { Kind: MarkerKind.Decimal, Decimal: 1 })
            {
                return i;
            }

            any = marker.Kind == MarkerKind.Decimal && any >= end ? i : any;
        }

        return any < end ? any : UnnumberedStart(start, end);
    }

    private int UnnumberedStart(int start, int end)
    {
        for (var i = end - 1; i >= start; i--)
        {
            if ((HeadingShape.EndsInComma(paragraphs[i].Text) && !Openers.IsOperative(paragraphs[i].Text)) || (paragraphs[i].Number is null && !Openers.IsOperative(paragraphs[i].Text) && Openers.IsPreambular(paragraphs[i].Text)))
            {
                return i + 1;
            }
        }

        return start;
    }

    private void Preambular(int at)
    {
        var paragraph = paragraphs[at];
        var marker = Marker.Read(paragraph.Number);
        if (paragraph.Role == ParagraphRole.Footnote)
        {
            list.Add(ProvisionKind.Footnote, $"fn/{paragraph.Number}", paragraph, paragraph.Number);
        }
        else if (marker.IsUpper && marker.Style == '.' && !HeadingShape.Ends(paragraph.Text))
        {
            list.Add(ProvisionKind.Heading, $"h/p{++_headings}", paragraph with { Text = $"{paragraph.Number} {paragraph.Text}" });
        }
        else if (marker.Kind is not MarkerKind.None && _preambular > 0 && _lastPreambular is { } owner)
        {
            _body.ReadPoint(paragraph, at, owner);
        }
        else if (paragraph.Role == ParagraphRole.Heading || IsHeading(paragraph, at))
        {
            list.Add(ProvisionKind.Heading, $"h/p{++_headings}", paragraph);
        }
        else if (IsRest(paragraph.Text))
        {
            list.Extend(list.Items.Count - 1, paragraph.Text);
        }
        else
        {
            var number = MarkerText.Of(++_preambular);
            _lastPreambular = list.Add(ProvisionKind.PP, $"pp/{number}", paragraph, number).Id;
        }
    }

    private bool IsHeading(in SourceParagraph paragraph, int at) =>
        HeadingShape.Is(paragraph.Text, at + 1 < paragraphs.Count ? paragraphs[at + 1] : default) && !Openers.IsPreambular(paragraph.Text);

    /// <summary>A page break inside a preambular paragraph: the text above stops without any sign and this one opens with no verb.</summary>
    private bool IsRest(string text) =>
        list.Last is { Kind: ProvisionKind.PP or ProvisionKind.Point } last && !HeadingShape.Ends(last.Text) && !Openers.IsPreambular(text);

    /// <summary>One operative paragraph after another; but what follows "…:", names of judges for example, is its list.</summary>
    private void Unnumbered(int at)
    {
        var paragraph = paragraphs[at];
        if (paragraph.Role == ParagraphRole.Footnote)
        {
            list.Add(ProvisionKind.Footnote, $"fn/{paragraph.Number}", paragraph, paragraph.Number);
        }
        else if (paragraph.Number is not null && _operative is { } owner)
        {
            _body.ReadPoint(paragraph, at, owner.Id);
        }
        else if (_operative is { } open && open.Text.EndsWith(':'))
        {
            list.Add(ProvisionKind.Para, $"para/{++_listed}", paragraph, parent: open.Id);
        }
        else
        {
            _operative = list.Add(ProvisionKind.OP, $"op/{++_operatives}", paragraph);
        }
    }
}
