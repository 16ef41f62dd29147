using Cornerstone.Features.Partners;
using Cornerstone.Values;

namespace Cornerstone.Tests.Features.Partners;

public sealed class PartnerIndexTests
{
    private static readonly PartnerEntry Kingdom = new(Guid.CreateVersion7(), Wording.Of("en", "Kingdom"), null, null);

    [Fact]
    public void A_merged_entry_answers_with_the_one_that_stands_for_it_through_later_merges_too()
    {
        var short_ = new PartnerEntry(Guid.CreateVersion7(), Wording.Of("en", "Kgdm"), null, Kingdom.Id);
        var shorter = new PartnerEntry(Guid.CreateVersion7(), Wording.Of("en", "K."), null, short_.Id);
        var index = new PartnerIndex([Kingdom, short_, shorter]);

        Assert.Equal(Kingdom, index.Of(shorter.Id));
        Assert.Equal([Kingdom], index.Standing);
    }

    [Fact]
    public void Nobody_named_and_somebody_hidden_are_both_nobody()
    {
        var index = new PartnerIndex([Kingdom]);

        Assert.Null(index.Of(null));
        Assert.Null(index.Of(Guid.CreateVersion7()));
    }

    [Fact]
    public void An_entry_merged_into_one_that_the_reader_may_not_see_stands_for_itself()
    {
        var known = new PartnerEntry(Guid.CreateVersion7(), Wording.Of("en", "Kgdm"), null, Guid.CreateVersion7());
        var index = new PartnerIndex([Kingdom, known]);

        Assert.Equal(known, index.Of(known.Id));
        Assert.Equal([Kingdom, known], index.Standing);
        Assert.Equal([known.Id], index.StandingFor(known.Id));
    }

    [Fact]
    public void An_entry_is_merged_into_one_that_stands_for_itself_and_out_of_it_again()
    {
        var (one, other, third) = (Entry("one"), Entry("other"), Entry("third"));

        Assert.Null(one.MergeInto(other));
        Assert.Equal("partners.already-merged", one.MergeInto(third)?.Code);
        Assert.Equal("partners.merge-target", third.MergeInto(one)?.Code);
        Assert.Equal("partners.merge-target", third.MergeInto(third)?.Code);
        Assert.Null(one.UndoMerge());
        Assert.False(one.IsMerged);
        Assert.Equal("partners.not-merged", one.UndoMerge()?.Code);
    }

    [Theory]
    [InlineData(" UNDP  Solenia ", "undp solenia")]
    [InlineData("Ｘm-Dac-41114", "xm-dac-41114")]
    [InlineData("Ministère\u00a0de la Défense", "ministère de la défense")]
    public void Names_are_compared_without_capitals_and_extra_space(string written, string sought) => Assert.Equal(sought, PartnerName.SoughtOf(written));

    private static Partner Entry(string name) => new() { Country = "XS", Classification = Classification.Public, Names = Wording.Of("en", name) };
}
