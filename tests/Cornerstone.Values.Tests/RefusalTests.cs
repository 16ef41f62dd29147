namespace Cornerstone.Values.Tests;

public sealed class RefusalTests
{
    [Fact]
    public void A_refusal_reads_as_its_code_and_its_facts()
    {
        var refusal = new Refusal("commitments.due-before-adoption", "S/RES/2553 (2020)", 2019);

        Assert.Equal("commitments.due-before-adoption (S/RES/2553 (2020), 2019)", refusal.ToString());
    }

    [Fact]
    public void A_refusal_without_facts_is_its_code_alone()
    {
        Assert.Equal("access.not-signed-in", new Refusal("access.not-signed-in").ToString());
    }
}
