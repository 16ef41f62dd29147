namespace Cornerstone.Texts.Tests.Comparing;

/// <summary>S/RES/2151 (2014) against S/RES/2553 (2020): the concordance of the domain handbook, §2.2.</summary>
public sealed class Concordance2151Tests
{
    public static TheoryData<string, string[]> Rows => new()
    {
        { "op/1", ["op/1"] }, { "op/2", ["op/2"] }, { "op/3", ["op/3"] }, { "op/4", ["op/4"] },
        { "op/5", ["op/7"] }, { "op/6", ["op/8"] }, { "op/7", ["op/9"] },
        { "op/8", ["op/12"] }, { "op/9", ["op/13"] }, { "op/10", ["op/14"] },
        { "op/11", ["op/15", "op/16"] },
        { "op/12", ["op/17"] }, { "op/13", ["op/18"] }, { "op/14", ["op/19"] }, { "op/15", ["op/20"] },
        { "op/15/a", ["op/20/a"] }, { "op/15/b", ["op/20/b"] }, { "op/15/c", ["op/20/c"] },
        { "op/15/d", ["op/20/e"] }, { "op/15/e", ["op/20/h"] }, { "op/15/f", ["op/20/k"] },
        { "op/16", ["op/21"] }, { "op/17", ["op/22"] }, { "op/18", ["op/23"] }, { "op/19", ["op/24"] }, { "op/20", ["op/26"] },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_paragraph_of_2151_became_these_of_2553(string earlier, string[] later)
    {
        var comparison = DocumentComparison.Compare(Resolution2151(), Resolution2553());

        Assert.Equal(later, comparison.RightOf(earlier));
    }

    [Fact]
    public void New_in_2553_are_barriers_youth_roles_trust_the_report_and_five_points()
    {
        var comparison = DocumentComparison.Compare(Resolution2151(), Resolution2553());

        var added = comparison.Links.Where(link => link.Relation == ProvisionRelation.New).SelectMany(link => link.Right);
        Assert.Equal(
            ["op/5", "op/6", "op/10", "op/11", "op/20/d", "op/20/f", "op/20/g", "op/20/i", "op/20/j", "op/25"],
            added.Where(id => id.StartsWith("op/", StringComparison.Ordinal)));
    }

    [Fact]
    public void Paragraph_11_was_split()
    {
        var comparison = DocumentComparison.Compare(Resolution2151(), Resolution2553());

        Assert.Equal(ProvisionRelation.Split, comparison.Links.Single(link => link.Left.Contains("op/11")).Relation);
    }

    internal static UnDocument Resolution2151() => Read("S_RES_2151*.xml", "Pre-2020/2014");

    internal static UnDocument Resolution2553() => Read("S_RES_2553*.xml", "2020/English");

    private static UnDocument Read(string pattern, string under) =>
        AknReader.Read(File.ReadAllBytes(Forms.RealFiles.Akn(pattern, under).Single()));
}
