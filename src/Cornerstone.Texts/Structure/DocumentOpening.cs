namespace Cornerstone.Texts;

/// <summary>Finds the paragraph by which a document shows what it is: a formula, a letter's title, a President's statement, a bare body.</summary>
internal readonly struct DocumentOpening(IReadOnlyList<SourceParagraph> paragraphs, int start, int end)
{
    private const int FrontPage = 40;

    private int FrontEnd => Math.Min(end, start + FrontPage);

    /// <summary>"The Security Council," alone; -1 without it.</summary>
    internal int Formula()
    {
        for (var i = start; i < end; i++)
        {
            if (FrontLines.IsFormula(paragraphs[i].Text))
            {
                return i;
            }
        }

        return -1;
    }

    internal int LetterTitle()
    {
        for (var i = start; i < FrontEnd; i++)
        {
            if (FrontWords.OpensLetter(paragraphs[i].Text))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The title or the announcing sentence of a presidential statement, or the first words it quotes; -1 for other texts.</summary>
    internal int Statement()
    {
        for (var i = start; i < FrontEnd; i++)
        {
            var text = paragraphs[i].Text;
            if (StatementLines.IsTitle(text) || StatementLines.IsAnnouncement(text) || text.StartsWith("“The Security Council", StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>A symbol printed beside the publisher's name; running heads are found elsewhere.</summary>
    internal string? PrintedSymbol()
    {
        for (var i = start; i < FrontEnd; i++)
        {
            if (FrontMatter.SymbolIn(paragraphs[i].Text) is { } symbol)
            {
                return symbol;
            }
        }

        return null;
    }

    /// <summary>A body without "The Security Council,": where its first preambular paragraph, or operative "1.", stands; -1 for other texts.</summary>
    internal int BareBody()
    {
        for (var i = start; i < FrontEnd; i++)
        {
            var paragraph = paragraphs[i];
            if (paragraph.Number is null ? (Openers.IsPreambular(paragraph.Text) || OpensInArabic(paragraph.Text)) && HeadingShape.EndsInComma(paragraph.Text) : Openers.IsOperative(paragraph.Text))
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

    private static bool OpensInArabic(string text) => text.StartsWith("إذ ", StringComparison.Ordinal) || text.StartsWith("وإذ ", StringComparison.Ordinal);

    /// <summary>Where a report begins: its summary, its first section or its first number.</summary>
    internal int ReportBody()
    {
        for (var i = start; i < FrontEnd; i++)
        {
            var marker = Marker.Read(paragraphs[i].Number);
            if (marker.Kind is MarkerKind.Decimal || (marker is { Roman: 1, IsUpper: true }) || paragraphs[i].Text.Equals("Summary", StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return Math.Min(start, end);
    }

    /// <summary>Where the statement itself begins, below its title and the sentence that announces it.</summary>
    internal int StatementBody()
    {
        var at = Math.Max(start, Statement());
        var texts = new List<string>();
        for (var i = at; i < FrontEnd; i++)
        {
            texts.Add(paragraphs[i].Text);
        }

        return at + StatementLines.BodyStart(texts, 0);
    }
}
