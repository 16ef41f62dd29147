namespace Cornerstone.Texts;

/// <summary>What the President's letter tells about the resolution in its annex: draft, agenda item, sponsors, vote (written procedure of 2020).</summary>
internal sealed record Announcement(Vote? Vote, IReadOnlyList<string> Sponsors, string? DraftSymbol, string? AgendaItem)
{
    internal static Announcement Read(IReadOnlyList<SourceParagraph> paragraphs, int start, int end)
    {
        var announcement = new Announcement(VoteReader.Read(paragraphs, start, end), [], null, null);
        for (var i = start; i < end; i++)
        {
            var text = paragraphs[i].Text;
            announcement = announcement with
            {
                Sponsors = announcement.Sponsors.Count > 0 || After(text, "draft resolution was submitted by ", ".") is not { } list ? announcement.Sponsors : SponsorList.Of(list),
                DraftSymbol = announcement.DraftSymbol ?? Symbol(After(text, "draft resolution contained in document ", " ")),
                AgendaItem = announcement.AgendaItem ?? After(text, "item entitled “", "”"),
            };
        }

        return announcement;
    }

    internal UnDocument AddTo(UnDocument part) => part.Kind != DocumentKind.Resolution ? part : part with
    {
        Vote = Vote,
        Sponsors = Sponsors,
        Metadata = part.Metadata with { DraftSymbol = DraftSymbol, AgendaItem = AgendaItem },
    };

    private static string? Symbol(string? written) => DocumentSymbol.TryParse(written?.TrimEnd('.', ','), out var symbol) ? symbol.Value : null;

    private static string? After(string text, string words, string stop)
    {
        var at = text.IndexOf(words, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return null;
        }

        var from = at + words.Length;
        var end = text.IndexOf(stop, from, StringComparison.Ordinal);
        return end < 0 ? text[from..] : text[from..end];
    }
}
