namespace Cornerstone.Texts.Tests.SourceDocuments;

public sealed class ConceptNoteTests
{
    [Fact]
    public void The_letter_is_dated_by_itself_not_by_its_distribution()
    {
        var letter = SourceDocument.ConceptLetter;

        Assert.Equal(DocumentKind.Letter, letter.Kind);
        Assert.Equal(new DateOnly(2020, 11, 25), letter.Date);
        Assert.Equal(3, letter.Provisions.Count(p => p.Kind == ProvisionKind.Para && p.Text.EndsWith('.')));
    }

    [Fact]
    public void The_annexed_concept_note_has_21_paragraphs_under_8_headings()
    {
        var note = SourceDocument.ConceptNote;

        Assert.Equal(DocumentKind.ConceptNote, note.Kind);
        Assert.StartsWith("Concept note for the Security Council high-level debate", note.Title, StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(1, 21).Select(n => $"para/{n}"), note.Provisions.Where(p => p.Kind == ProvisionKind.Para).Select(p => p.Id));
        Assert.Equal(8, note.Count(ProvisionKind.Heading));
    }

    [Fact]
    public void Its_points_belong_to_paragraphs_14_19_and_20()
    {
        var note = SourceDocument.ConceptNote;

        Assert.Equal(["(a)", "(b)", "(c)", "(d)", "(e)"], note.PointsOf("para/14"));
        Assert.Equal(["(a)", "(b)", "(c)", "(d)"], note.PointsOf("para/19"));
        Assert.Equal("abcdefg".Select(letter => $"({letter})"), note.PointsOf("para/20"));
        Assert.Equal(16, note.Count(ProvisionKind.Point));
    }
}
