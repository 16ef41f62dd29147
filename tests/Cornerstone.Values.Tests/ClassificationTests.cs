namespace Cornerstone.Values.Tests;

public sealed class ClassificationTests
{
    [Fact]
    public void The_levels_go_from_everybody_to_few()
    {
        Classification[] byReach = [Classification.Public, Classification.Partner, Classification.Government, Classification.Restricted];

        Assert.Equal(Enum.GetValues<Classification>(), byReach);
        Assert.Equal(byReach.Order(), byReach);
    }
}
