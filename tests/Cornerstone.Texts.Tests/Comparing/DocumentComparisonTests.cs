namespace Cornerstone.Texts.Tests.Comparing;

public sealed class DocumentComparisonTests
{
    [Fact]
    public void The_same_words_in_another_layout_are_the_same()
    {
        var link = OnlyLink(
            "Stresses the \"host - country\" and the security  sector’s needs, emphasizing reform;",
            "Stresses the “host-country” and the securi ty sector's needs, emphasiz\u00ADing reform.");

        Assert.Equal(ProvisionRelation.Same, link.Relation);
        Assert.Equal(1, link.Similarity);
        Assert.All(link.Words, run => Assert.Equal(WordChange.Same, run.Change));
    }

    [Fact]
    public void One_changed_symbol_is_shown_as_the_only_difference()
    {
        var link = OnlyLink(
            "Recalling General Assembly resolution A/RES/70/1 entitled Transforming our world,",
            "Recalling General Assembly resolution A/70/1 entitled Transforming our world,");

        Assert.Equal(ProvisionRelation.Changed, link.Relation);
        Assert.Equal("RES/", Assert.Single(link.Words, run => run.Change != WordChange.Same).Text);
    }

    [Fact]
    public void A_stronger_verb_is_called_strengthened_and_a_weaker_one_weakened()
    {
        var invites = Document(Op(1, "Encourages all actors to align their support with national priorities;", strength: 2));
        var urges = Document(Op(1, "Urges all actors to align their support with national priorities;", strength: 3));

        Assert.Equal(ProvisionRelation.Strengthened, DocumentComparison.Compare(invites, urges).Links.Single().Relation);
        Assert.Equal(ProvisionRelation.Weakened, DocumentComparison.Compare(urges, invites).Links.Single().Relation);
    }

    [Fact]
    public void A_paragraph_that_moved_keeps_its_partner()
    {
        var a = Document(Op(1, "Requests vetting of border guards;"), Op(2, "Welcomes the customs reform;"), Op(3, "Urges payment of police salaries;"));
        var b = Document(Op(1, "Urges payment of police salaries;"), Op(2, "Requests vetting of border guards;"), Op(3, "Welcomes the customs reform;"));

        var comparison = DocumentComparison.Compare(a, b);

        Assert.Equal(["op/1"], comparison.RightOf("op/3"));
        Assert.All(comparison.Links, link => Assert.Equal(ProvisionRelation.Same, link.Relation));
    }

    [Fact]
    public void A_paragraph_cut_in_two_is_split_and_backwards_it_is_merged()
    {
        const string first = "Notes that the mission is well placed to coordinate police training across all four northern provinces;";
        const string second = "Encourages donors to fund barracks, detention facilities and forensic laboratories without delay;";
        var whole = Document(Op(1, $"{first.TrimEnd(';')}, and {second}"), Op(2, "Decides to remain seized of the matter."));
        var halves = Document(Op(1, first), Op(2, second), Op(3, "Decides to remain seized of the matter."));

        var split = DocumentComparison.Compare(whole, halves).Links[0];
        var merged = DocumentComparison.Compare(halves, whole).Links[0];

        Assert.Equal(ProvisionRelation.Split, split.Relation);
        Assert.Equal(["op/1", "op/2"], split.Right);
        Assert.Equal(ProvisionRelation.Merged, merged.Relation);
        Assert.Equal(["op/1", "op/2"], merged.Left);
    }

    [Fact]
    public void What_has_no_partner_is_new_or_dropped()
    {
        var a = Document(Op(1, "Welcomes the elections held in March;"));
        var b = Document(Op(1, "Condemns attacks on humanitarian convoys;"));

        var comparison = DocumentComparison.Compare(a, b);

        Assert.Equal([ProvisionRelation.Dropped, ProvisionRelation.New], comparison.Links.Select(link => link.Relation));
        Assert.All(comparison.Links, link => Assert.Equal(0, link.Similarity));
    }

    [Fact]
    public void Every_provision_of_both_documents_stands_in_exactly_one_link()
    {
        var (a, b) = (Concordance2151Tests.Resolution2151(), Concordance2151Tests.Resolution2553());

        var comparison = DocumentComparison.Compare(a, b);

        Assert.Equal(a.Provisions.Select(p => p.Id).Order(), comparison.Links.SelectMany(link => link.Left).Order());
        Assert.Equal(b.Provisions.Select(p => p.Id).Order(), comparison.Links.SelectMany(link => link.Right).Order());
    }

    [Fact]
    public void A_document_compared_with_itself_shows_no_difference()
    {
        foreach (var file in Forms.RealFiles.Akn(under: "2022").Concat(Forms.RealFiles.Akn(under: "Not adopted")))
        {
            var document = AknReader.Read(File.ReadAllBytes(file));

            Assert.Empty(DocumentComparison.Compare(document, document).Differences);
        }
    }

    [Fact]
    public void A_letter_is_compared_by_the_resolution_inside_it()
    {
        var resolution = Document(Op(1, "Decides to extend the mandate;"));
        var letter = new UnDocument { Kind = DocumentKind.Letter, Parts = [resolution] };

        Assert.Empty(DocumentComparison.Compare(letter, resolution).Differences);
    }

    private static ProvisionLink OnlyLink(string before, string after) =>
        Assert.Single(DocumentComparison.Compare(Document(Op(1, before)), Document(Op(1, after))).Links);

    private static UnDocument Document(params Provision[] provisions) => new() { Kind = DocumentKind.Resolution, Provisions = provisions };

    private static Provision Op(int number, string text, int? strength = null) =>
        new() { Id = $"op/{number}", Kind = ProvisionKind.OP, Number = $"{number}", Text = text, Strength = strength };
}
