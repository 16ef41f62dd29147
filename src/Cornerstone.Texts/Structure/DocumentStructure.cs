namespace Cornerstone.Texts;

/// <summary>Makes a document of separated paragraphs: its kind, its parts, its provisions.</summary>
internal sealed class DocumentStructure
{
    private const int FrontPage = 40;
    private readonly IReadOnlyList<SourceParagraph> _paragraphs;
    private readonly PageMarks _marks;
    private readonly string _language;

    private DocumentStructure(IReadOnlyList<SourceParagraph> paragraphs, PageMarks marks, string language) =>
        (_paragraphs, _marks, _language) = (paragraphs, marks, language);

    internal static UnDocument Build(IReadOnlyList<SourceParagraph> paragraphs, string language, PageMarks? marks = null) =>
        new DocumentStructure(paragraphs, marks ?? new(), language).Read(0, paragraphs.Count);

    private UnDocument Read(int start, int end)
    {
        var letter = LetterTitle(start, end);
        var formula = FormulaAt(start, end);
        var document = letter >= 0 && (formula < 0 || letter < formula) ? ReadLetter(start, letter, end)
            : formula >= 0 ? ReadResolution(start, formula, end)
            : LooksLikeStatement(start, end) ? ReadPlain(start, end, BodyStyle.Statement)
            : BareBodyAt(start, end) is >= 0 and var body ? ReadResolution(start, body - 1, end)
            : ReadPlain(start, end, BodyStyle.Report);
        return document with { Language = _language };
    }

    private int FormulaAt(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (FrontLines.IsFormula(_paragraphs[i].Text))
            {
                return i;
            }
        }

        return -1;
    }

    private int LetterTitle(int start, int end)
    {
        for (var i = start; i < Math.Min(end, start + FrontPage); i++)
        {
            var text = _paragraphs[i].Text;
            if (text.StartsWith("Letter dated", StringComparison.Ordinal) || text.StartsWith("Identical letters dated", StringComparison.Ordinal)
                || text.StartsWith("Lettre datée", StringComparison.Ordinal) || text.StartsWith("Note verbale dated", StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    private bool LooksLikeStatement(int start, int end)
    {
        for (var i = start; i < Math.Min(end, start + FrontPage); i++)
        {
            var text = _paragraphs[i].Text;
            if (text.StartsWith("Statement by the President", StringComparison.OrdinalIgnoreCase) || text.StartsWith("“The Security Council", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A body without "The Security Council,": where its first preambular paragraph, or operative "1.", stands; -1 for other texts.</summary>
    private int BareBodyAt(int start, int end)
    {
        for (var i = start; i < Math.Min(end, start + FrontPage); i++)
        {
            var paragraph = _paragraphs[i];
            if (paragraph.Number is null ? Openers.IsPreambular(paragraph.Text) && paragraph.Text.EndsWith(',') : Openers.IsOperative(paragraph.Text))
            {
                return i;
            }

            if (paragraph.Number is not null)
            {
                return -1;
            }
        }

        return -1;
    }

    private UnDocument ReadResolution(int start, int formula, int end)
    {
        var front = FrontMatter.Of(_paragraphs, start, Math.Max(start, formula));
        var list = new ProvisionList();
        var stop = new ResolutionReader(_paragraphs, list).Read(formula + 1, end);
        var symbol = front.Symbol ?? SymbolOn(start, end);
        var kind = front.IsAdopted || symbol is null || !front.IsDraft ? KindOf(symbol, front) : DocumentKind.DraftResolution;
        return Document(kind, symbol, front, list) with
        {
            Date = front.AdoptionDate ?? front.IssueDate,
            Sponsors = front.Sponsors,
            Parts = ReadAnnexes(stop, end),
        };
    }

    private static DocumentKind KindOf(string? symbol, FrontMatter front) => symbol switch
    {
        null => front.IsDraft ? DocumentKind.DraftResolution : DocumentKind.Resolution,
        _ when symbol.StartsWith("A/RES/", StringComparison.Ordinal) => DocumentKind.GeneralAssemblyResolution,
        _ when symbol.StartsWith("S/RES/", StringComparison.Ordinal) || front.IsAdopted => DocumentKind.Resolution,
        _ => DocumentKind.DraftResolution,
    };

    private UnDocument ReadLetter(int start, int title, int end)
    {
        var front = FrontMatter.Of(_paragraphs, start, title);
        var nested = NestedStart(title + 1, end);
        var list = new ProvisionList();
        new BodyReader(_paragraphs, list, BodyStyle.Statement with { StopsAtAnnex = false }).Read(title + 1, nested);
        var text = _paragraphs[title].Text;
        var announcement = Announcement.Read(_paragraphs, title, nested);
        var parts = nested < end ? ReadNested(nested, end) : [];
        return Document(DocumentKind.Letter, front.Symbol ?? SymbolOn(start, nested), front, list) with
        {
            Title = text,
            Date = FrontDate.FirstIn(text) ?? front.IssueDate,
            Vote = announcement.Vote,
            Sponsors = announcement.Sponsors,
            Parts = [.. parts.Select(announcement.AddTo)],
        };
    }

    /// <summary>After the signature: an annex, or the first page of the document that the letter circulates.</summary>
    private int NestedStart(int from, int end)
    {
        var isSigned = false;
        for (var i = from; i < end; i++)
        {
            var text = _paragraphs[i].Text;
            isSigned |= text.StartsWith("(Signed)", StringComparison.OrdinalIgnoreCase) || text.StartsWith("(Signé)", StringComparison.OrdinalIgnoreCase);
            if (AnnexHeadings.Is(_paragraphs[i]) || (isSigned && (text == "United Nations" || FrontLines.IsFormula(text) || text.StartsWith("Resolution ", StringComparison.Ordinal))))
            {
                return i;
            }
        }

        return end;
    }

    private List<UnDocument> ReadNested(int start, int end) =>
        FormulaAt(start, end) >= 0 ? [Read(start, end)] : ReadAnnexes(start, end);

    private List<UnDocument> ReadAnnexes(int start, int end)
    {
        var parts = new List<UnDocument>();
        while (start < end)
        {
            var next = start + 1;
            while (next < end && !AnnexHeadings.Is(_paragraphs[next]))
            {
                next++;
            }

            parts.Add(ReadAnnex(start, next));
            start = next;
        }

        return parts;
    }

    private UnDocument ReadAnnex(int start, int end)
    {
        var body = AnnexHeadings.Is(_paragraphs[start]) ? start + 1 : start;
        var title = body < end && _paragraphs[body].Number is null && HeadingShape.Is(_paragraphs[body].Text, body + 1 < end ? _paragraphs[body + 1] : default)
            ? _paragraphs[body++].Text
            : body > start ? _paragraphs[start].Text : null;
        var list = new ProvisionList();
        new BodyReader(_paragraphs, list, BodyStyle.Annex).Read(body, end);
        var isConcept = title is not null && (title.StartsWith("Concept note", StringComparison.OrdinalIgnoreCase) || title.StartsWith("Concept paper", StringComparison.OrdinalIgnoreCase));
        return new() { Kind = isConcept ? DocumentKind.ConceptNote : DocumentKind.Other, Title = title, Language = _language, Provisions = list.Items };
    }

    private UnDocument ReadPlain(int start, int end, BodyStyle style)
    {
        var body = BodyStart(start, end, style);
        var front = FrontMatter.Of(_paragraphs, start, body);
        var list = new ProvisionList();
        var stop = new BodyReader(_paragraphs, list, style).Read(body, end);
        FootnoteMarks.Link(list.Items);
        var symbol = front.Symbol ?? SymbolOn(start, end);
        var kind = style.IsUnnumbered ? DocumentKind.PresidentialStatement
            : front.IsReport ? DocumentKind.SecretaryGeneralReport
            : front.IsNote ? DocumentKind.Note
            : front.IsRecord ? DocumentKind.MeetingRecord
            : DocumentKind.Other;
        return Document(kind, symbol, front, list) with { Date = front.IssueDate, Parts = ReadAnnexes(stop, end) };
    }

    /// <summary>Where a report or statement begins: its summary, its first section, its first number, or what the Council says.</summary>
    private int BodyStart(int start, int end, BodyStyle style)
    {
        for (var i = start; i < Math.Min(end, start + FrontPage); i++)
        {
            var paragraph = _paragraphs[i];
            var marker = Marker.Read(paragraph.Number);
            if (marker.Kind is MarkerKind.Decimal || (marker is { Roman: 1, IsUpper: true })
                || paragraph.Text.Equals("Summary", StringComparison.OrdinalIgnoreCase)
                || (style.IsUnnumbered && paragraph.Text.AsSpan().TrimStart("“\"").StartsWith("The Security Council", StringComparison.Ordinal)))
            {
                return i;
            }
        }

        return Math.Min(start, end);
    }

    private string? SymbolOn(int start, int end)
    {
        var from = start < _paragraphs.Count ? (start == 0 ? 0 : _paragraphs[start].Offset ?? 0) : 0;
        var to = end < _paragraphs.Count ? _paragraphs[end].Offset ?? int.MaxValue : int.MaxValue;
        return _marks.SymbolBetween(from, to) is { } written && DocumentSymbol.TryParse(written, out var symbol) ? symbol.Value : null;
    }

    private UnDocument Document(DocumentKind kind, string? symbol, FrontMatter front, ProvisionList list) => new()
    {
        Symbol = symbol,
        Aliases = symbol is not null && DocumentSymbol.TryParse(symbol, out var parsed) ? parsed.Aliases : [],
        Kind = kind,
        Title = front.Title,
        Metadata = new() { Distribution = front.Distribution, JobNumber = _marks.JobNumber, MeetingSymbol = front.Meeting, OriginalLanguage = front.OriginalLanguage },
        Provisions = list.Items,
    };
}
