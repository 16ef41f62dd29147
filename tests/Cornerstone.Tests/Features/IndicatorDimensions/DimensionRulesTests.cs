using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.IndicatorDimensions;
using Cornerstone.Values;
using static Cornerstone.Tests.Features.Benchmarks.GivenIndicators;

namespace Cornerstone.Tests.Features.IndicatorDimensions;

public sealed class DimensionRulesTests
{
    private static readonly CountryDimensions Known = new(
    [
        new("sex", "Sex", [new("F", "Women"), new("M", "Men"), new("unknown", "Unknown")]),
        new("unit-type", "Kind of unit", [new("field", "Field"), new("hq", "Headquarters"), new("old", "Brigades", IsRetired: true)]),
        new("community", "Community", [new("a", "A"), new("b", "B")], IsSensitive: true),
    ]);

    [Theory]
    [InlineData("unit-type", null)]
    [InlineData("Unit type", "dimensions.code")]
    [InlineData("2nd", "dimensions.code")]
    [InlineData("sex", "dimensions.standard")]
    [InlineData("region", "dimensions.standard")]
    public void A_code_is_a_short_key_that_no_standard_dimension_has(string code, string? refusal) =>
        Assert.Equal(refusal, DimensionRules.CheckCode(code)?.Code);

    [Theory]
    [InlineData("field,hq", null)]
    [InlineData("field", "dimensions.few-members")]
    [InlineData("field,FIELD", "dimensions.member-twice")]
    [InlineData("field,unknown", "dimensions.member-unknown")]
    [InlineData("field,a=b", "dimensions.member-code")]
    public void Parts_have_codes_that_can_stand_in_a_value_each_once(string codes, string? refusal)
    {
        var members = codes.Split(',').Select(c => new DimensionMember(c, Wording.Of("en", c))).ToList();

        Assert.Equal(refusal, DimensionRules.CheckMembers(members).Select(r => r.Refusal.Code).FirstOrDefault());
    }

    [Theory]
    [InlineData("sex=F", "", null)]
    [InlineData("sex=Q", "", "dimensions.no-such-part")]
    [InlineData("unit-type=old", "", null)]
    [InlineData("colour=red", "", "dimensions.no-such-dimension")]
    [InlineData("colour=red", "colour", null)]
    [InlineData("community=a", "", "dimensions.sensitive")]
    [InlineData("community=a", "community", null)]
    [InlineData("region=N", "region", "dimensions.region")]
    public void A_part_is_one_that_the_country_or_the_card_knows(string part, string asked, string? refusal)
    {
        var card = Card();
        card.Disaggregations.AddRange(asked.Split(',', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(refusal, Known.Refuse(card, DimensionKey.Parse(part))?.Code);
    }

    [Fact]
    public void A_part_is_said_in_words_and_a_split_nobody_asked_for_is_named()
    {
        var card = Card();
        card.Disaggregations.Add("sex");
        var key = DimensionKey.Parse("unit-type=hq;sex=F");

        Assert.Equal("Women, Headquarters", Known.NameOf(key, ", "));
        Assert.Equal(["Kind of unit"], Known.NotAsked(card, key));
    }

    [Fact]
    public void A_retired_part_is_offered_only_where_it_was_chosen_before()
    {
        var unit = Known.Of("unit-type")!;

        var fresh = new PartFields("Form.Parts", [unit], new Dictionary<string, string?>());
        var old = new PartFields("Form.Parts", [unit], new Dictionary<string, string?> { ["unit-type"] = "old" });

        Assert.Equal(["field", "hq"], fresh.ChoicesOf(unit).Select(p => p.Code));
        Assert.Equal(["field", "hq", "old"], old.ChoicesOf(unit).Select(p => p.Code));
    }

    [Fact]
    public void Translating_a_name_leaves_the_other_languages_as_they_are()
    {
        var before = new DimensionMembers([new("field", Wording.Of("en", "Field"))]);

        var translated = new MemberForm { Code = "field", Name = "Terrain" }.ToMember(before, "fr");
        var untouched = new MemberForm { Code = "field", Name = "Field" }.ToMember(before, "fr");

        Assert.Equal(("Field", "Terrain"), (translated.Name.In("en"), translated.Name.In("fr")));
        Assert.False(untouched.Name.Texts.ContainsKey("fr"));
    }
}
