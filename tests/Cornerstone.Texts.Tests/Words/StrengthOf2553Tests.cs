namespace Cornerstone.Texts.Tests.Words;

/// <summary>The strengths a person gave to the operative paragraphs of S/RES/2553 (2020) in the traceability matrix.</summary>
public sealed class StrengthOf2553Tests
{
    private static readonly int?[] Expected =
    [
        4, 0, 2, 4, 2, 0, 1, 2, 3, 0, 2, 1, 1, 1, 3, 2, 0, 0, 2, 4, 1, 2, 2, 1, 4, null,
    ];

    [Fact]
    public void Every_operative_paragraph_has_the_strength_of_the_matrix()
    {
        Assert.SkipUnless(MarkedUpParagraph.Folder is not null, "The published resolutions (../shared/data/01-un-docs/akn4un) are not here.");
        var context = new DocumentContext("en", DocumentKind.Resolution, new DateOnly(2020, 12, 3), "S/RES/2553 (2020)");
        var operative = MarkedUpParagraph.All().Where(p => p is { Resolution: 2553, Kind: ProvisionKind.OP });

        var read = operative.Select(p => Enrichment.Enrich(new Provision { Id = "op", Kind = ProvisionKind.OP, Text = p.Text }, context)).ToList();

        Assert.Equal(26, read.Count);
        Assert.Equal(Expected, read.Select(p => p.Strength));
        Assert.Equal(new DueDate(new DateOnly(2021, 9, 30), DatePrecision.Month, "September 2021"), read[24].Due);
        Assert.True(read[25].IsHousekeeping);
    }
}
