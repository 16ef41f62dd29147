namespace Cornerstone.Texts;

/// <summary>Makes a document of separated paragraphs: its kind, its parts, its provisions.</summary>
internal sealed class DocumentStructure
{
    // The deepest real case is an enclosure of a letter's annex.
    private const int DeepestPart = 5;
    private readonly IReadOnlyList<SourceParagraph> _paragraphs;
    private readonly PageMarks _marks;
    private readonly string _language;
    private int _depth;

    private DocumentStructure(IReadOnlyList<SourceParagraph> paragraphs, PageMarks marks, string language) =>
        (_paragraphs, _marks, _language) = (paragraphs, marks, language);

    internal static UnDocument Build(IReadOnlyList<SourceParagraph> paragraphs, string language, PageMarks? marks = null) =>
        new DocumentStructure(paragraphs, marks ?? new(), language).Read(0, paragraphs.Count);

    private UnDocument Read(int start, int end)
    {
        var opening = new DocumentOpening(_paragraphs, start, end);
        var letter = opening.LetterTitle();
        var formula = opening.Formula();
        var statement = opening.Statement();
        var isStatement = (SymbolOn(start, end) ?? opening.PrintedSymbol())?.StartsWith("S/PRST/", StringComparison.Ordinal) == true
            || (statement >= 0 && (formula < 0 || statement < formula));
        var document = letter >= 0 && (formula < 0 || letter < formula) && (statement < 0 || letter < statement) ? ReadLetter(start, letter, end)
            : isStatement ? ReadStatement(start, opening.StatementBody(), end)
            : formula >= 0 ? ReadResolution(start, formula, end)
            : opening.BareBody() is >= 0 and var body ? ReadResolution(start, body - 1, end)
            : ReadReport(start, opening.ReportBody(), end);
        return document with { Language = _language };
    }

    private UnDocument ReadResolution(int start, int formula, int end)
    {
        var front = FrontMatter.Of(_paragraphs, start, Math.Max(start, formula));
        var list = new ProvisionList();
        var closing = YearlyVolume.ClosingLine(_paragraphs, formula + 1, end);
        var stop = new ResolutionReader(_paragraphs, list).Read(formula + 1, closing);
        if (closing < end && stop == closing)
        {
            front = front.WithClosing(_paragraphs[closing].Text);
            stop = YearlyVolume.Notes(_paragraphs, list, closing + 1, end);
        }

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
        var body = LetterBody.Of(_paragraphs, title + 1, nested);
        new BodyReader(body, list, BodyStyle.Letter).Read(0, body.Count);
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
            isSigned |= LetterBody.IsSignature(text);
            if (AnnexHeadings.Is(_paragraphs[i]) || (isSigned && (text == "United Nations" || FrontLines.IsFormula(text) || text.StartsWith("Resolution ", StringComparison.Ordinal))))
            {
                return i;
            }
        }

        return end;
    }

    private List<UnDocument> ReadNested(int start, int end) =>
        ++_depth < DeepestPart && new DocumentOpening(_paragraphs, start, end).Formula() >= 0 ? [Read(start, end)] : ReadAnnexes(start, end);

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

    private UnDocument ReadStatement(int start, int body, int end)
    {
        var front = FrontMatter.Of(_paragraphs, start, body);
        var list = new ProvisionList();
        var stop = new BodyReader(_paragraphs, list, BodyStyle.Statement).Read(body, end);
        return Document(DocumentKind.PresidentialStatement, front.Symbol ?? SymbolOn(start, end), front, list) with
        {
            Title = front.AgendaItem,
            Date = front.AdoptionDate ?? front.IssueDate,
            Parts = ReadAnnexes(stop, end),
        };
    }

    private UnDocument ReadReport(int start, int body, int end)
    {
        var front = FrontMatter.Of(_paragraphs, start, body);
        var list = new ProvisionList();
        var stop = new BodyReader(_paragraphs, list, BodyStyle.Report).Read(body, end);
        FootnoteMarks.Link(list.Items);
        var kind = front.IsReport ? DocumentKind.SecretaryGeneralReport
            : front.IsNote ? DocumentKind.Note
            : front.IsRecord ? DocumentKind.MeetingRecord
            : DocumentKind.Other;
        return Document(kind, front.Symbol ?? SymbolOn(start, end), front, list) with { Date = front.IssueDate, Parts = ReadAnnexes(stop, end) };
    }

    private string? SymbolOn(int start, int end)
    {
        var from = start < _paragraphs.Count ? (start == 0 ? 0 : _paragraphs[start].Offset ?? 0) : 0;
        var to = end < _paragraphs.Count ? _paragraphs[end].Offset ?? int.MaxValue : int.MaxValue;
        return _marks.SymbolBetween(from, to) is { } written && DocumentSymbol.TryParse(written, out var symbol) ? symbol.Value : null;
    }

    private UnDocument Document(DocumentKind kind, string? written, FrontMatter front, ProvisionList list)
    {
        var isSymbol = DocumentSymbol.TryParse(written, out var symbol);
        return new()
        {
            Symbol = written,
            Aliases = isSymbol ? symbol.Aliases : [],
            // A symbol that tells the kind tells it in every language.
            Kind = isSymbol && symbol.Kind != DocumentKind.Other ? symbol.Kind : kind,
            Title = front.Title,
            Metadata = new()
            {
                Distribution = front.Distribution,
                JobNumber = _marks.JobNumber,
                AgendaItem = front.AgendaItem,
                MeetingSymbol = front.Meeting,
                OriginalLanguage = front.OriginalLanguage,
            },
            Provisions = list.Items,
        };
    }
}
