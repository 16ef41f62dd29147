namespace Cornerstone.Texts.Tests.Comparing;

/// <summary>The source documents against each other, read from their text as they arrived.</summary>
public sealed class SourceComparisonTests
{
    [Fact]
    public void Draft_and_adopted_2553_differ_in_one_symbol_and_in_nothing_else()
    {
        var (draft, adopted) = (UnText.Parse(Forms.RealFiles.Seed("001")), UnText.Parse(Forms.RealFiles.Seed("000")));

        var comparison = DocumentComparison.Compare(draft, adopted);

        var difference = Assert.Single(comparison.Differences);
        Assert.Equal(["pp/3"], difference.Right);
        var changed = Assert.Single(difference.Words, run => run.Change != WordChange.Same);
        Assert.Equal(new WordRun(WordChange.Removed, "RES/"), changed);
    }

    [Fact]
    public void From_their_texts_2151_and_2553_give_the_same_concordance_as_from_their_markup()
    {
        var fromText = DocumentComparison.Compare(UnText.Parse(Forms.RealFiles.Seed("003")), UnText.Parse(Forms.RealFiles.Seed("000")));
        var fromMarkup = DocumentComparison.Compare(Concordance2151Tests.Resolution2151(), Concordance2151Tests.Resolution2553());

        Assert.Equal(fromMarkup.Links.Select(Row), fromText.Links.Select(Row));
    }

    [Fact]
    public void Urging_all_actors_where_2151_encouraged_is_a_split_and_barriers_to_women_are_new()
    {
        var comparison = DocumentComparison.Compare(UnText.Parse(Forms.RealFiles.Seed("003")), UnText.Parse(Forms.RealFiles.Seed("000")));

        Assert.Equal(ProvisionRelation.Split, comparison.Links.Single(link => link.Right.Contains("op/16")).Relation);
        Assert.Equal(ProvisionRelation.New, comparison.Links.Single(link => link.Right.Contains("op/5")).Relation);
    }

    private static string Row(ProvisionLink link) => $"{string.Join('+', link.Left)} {string.Join('+', link.Right)}";
}
