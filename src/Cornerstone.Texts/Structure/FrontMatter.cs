namespace Cornerstone.Texts;

/// <summary>What the first page says about a document: symbol, dates, distribution, languages, sponsors, title.</summary>
internal sealed record FrontMatter
{
    internal string? Symbol { get; private init; }
    internal DateOnly? IssueDate { get; private init; }
    internal DateOnly? AdoptionDate { get; private init; }
    internal string? Distribution { get; private init; }
    internal string? OriginalLanguage { get; private init; }
    internal string? Meeting { get; private init; }
    internal string? AgendaItem { get; private init; }
    internal string? Title { get; private init; }
    internal IReadOnlyList<string> Sponsors { get; private init; } = [];
    internal bool IsDraft { get; private init; }
    internal bool IsAdopted { get; private init; }
    internal bool IsReport { get; private init; }
    internal bool IsStatement { get; private init; }
    internal bool IsNote { get; private init; }
    internal bool IsRecord { get; private init; }

    internal static FrontMatter Of(IReadOnlyList<SourceParagraph> paragraphs, int start, int end)
    {
        var front = new FrontMatter();
        for (var i = start; i < end; i++)
        {
            front = front.With(paragraphs[i].Text);
        }

        return front;
    }

    /// <summary>"Adopted unanimously at the 2940th meeting." stands below the text in the yearly volumes.</summary>
    internal FrontMatter WithClosing(string text) => this with { IsAdopted = true, Meeting = Meeting ?? FrontWords.MeetingIn(text) };

    private FrontMatter With(string text)
    {
        var front = WithLabels(text);
        if (StatementLines.IsAnnouncement(text))
        {
            return front with
            {
                IsStatement = true,
                AgendaItem = StatementLines.ItemIn(text),
                AdoptionDate = FrontDate.FirstIn(text),
                Meeting = FrontWords.MeetingIn(text),
            };
        }

        if (FrontWords.EndsAsDraft(text))
        {
            return front with { IsDraft = true, Sponsors = text.LastIndexOf(':') is > 0 and var colon ? SponsorList.Of(text[..colon]) : Sponsors };
        }

        if (FrontWords.OpensReport(text))
        {
            return front with { IsReport = true, Title = text.Length > 34 && Title is null ? text : Title };
        }

        if (StatementLines.IsTitle(text))
        {
            return front with { IsStatement = true };
        }

        return text.StartsWith("Note by the ", StringComparison.OrdinalIgnoreCase) ? front with { IsNote = true, Title = text }
            : front.IsTitle(text) ? front with { Title = Title is null ? text : $"{Title} {text}" }
            : front;
    }

    private FrontMatter WithLabels(string text)
    {
        var front = this;
        if (FrontWords.NamesResolution(text))
        {
            front = front with { IsAdopted = true, Symbol = Symbol ?? ResolutionSymbol(text), AdoptionDate = AdoptionDate ?? FrontDate.FirstIn(text) };
        }

        if (FrontWords.TellsAdoption(text))
        {
            front = front with { IsAdopted = true, AdoptionDate = FrontDate.FirstIn(text) ?? front.AdoptionDate, Meeting = FrontWords.MeetingIn(text) };
        }

        if (text.Contains("Distr.", StringComparison.Ordinal))
        {
            front = front with { Distribution = FrontWords.Distribution(text) };
        }

        if (text.StartsWith("Original", StringComparison.OrdinalIgnoreCase) && text.IndexOf(':', StringComparison.Ordinal) is > 7 and < 10 and var colon)
        {
            front = front with { OriginalLanguage = text[(colon + 1)..].Trim() };
        }

        // "Resolution 667 (1990)" and, on a line of its own, "of 16 September 1990".
        if (front.IsAdopted && front.AdoptionDate is null && text.Length < 40)
        {
            front = front with { AdoptionDate = FrontDate.FirstIn(text) };
        }

        return front with
        {
            IssueDate = front.IssueDate ?? (front.Distribution is not null ? FrontDate.FirstIn(text) : null),
            Symbol = front.Symbol ?? SymbolIn(text),
            IsRecord = IsRecord || text.StartsWith("S/PV.", StringComparison.Ordinal),
        };
    }

    /// <summary>A symbol beside the publisher's name ("United Nations S/2020/1158") or alone on its line.</summary>
    internal static string? SymbolIn(string text)
    {
        var last = text.LastIndexOf(text.EndsWith(')') ? " S/" : " ", StringComparison.Ordinal);
        var candidate = PageFurniture.IsSymbolAlone(text) ? text
            : text.StartsWith("United Nations ", StringComparison.Ordinal) && last > 0 ? text[(last + 1)..] : null;
        return candidate is not null && DocumentSymbol.TryParse(candidate, out var symbol) ? symbol.Value : null;
    }

    private static string? ResolutionSymbol(string text)
    {
        var close = text.IndexOf(')', StringComparison.Ordinal);
        var number = text.AsSpan().IndexOfAnyInRange('0', '9');
        return close > number && number >= 0 && DocumentSymbol.TryParse($"S/RES/{text[number..(close + 1)]}", out var symbol) ? symbol.Value : null;
    }

    private bool IsTitle(string text) =>
        (Distribution is not null || OriginalLanguage is not null) && !IsAdopted && text.Length is > 12 and < 400 && !text.EndsWith(',')
        && !FrontLines.StandsAlone(text) && text[0] is not ('(' or '*');
}
