using Cornerstone.Features.Commitments;
using Cornerstone.Texts;

namespace Cornerstone.Tests.Features.Commitments;

public sealed class CodedNamesTests
{
    [Fact]
    public void Every_addressee_condition_and_theme_of_the_engine_has_a_name_that_is_translated()
    {
        Assert.Equal(Addressees.All.Select(a => a.Name), CodedNames.Addressees);
        Assert.Equal(Conditions.All.Select(c => c.Name), CodedNames.Conditions);
        Assert.Equal(Themes.All.Select(t => t.Name), CodedNames.Themes);
    }
}
