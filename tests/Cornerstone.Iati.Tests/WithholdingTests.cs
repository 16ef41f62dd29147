namespace Cornerstone.Iati.Tests;

public sealed class WithholdingTests
{
    private const string Ground = "the safety of witnesses";

    public static TheoryData<WithheldPart, string[]> Secrets => new()
    {
        { WithheldPart.Everything, ["Funder", "Scrutiny", "Gao", "1234.5", "Desk officer", "15210", "doc.pdf", "250000", "Late"] },
        { WithheldPart.Title, ["Scrutiny of the defence budget"] },
        { WithheldPart.Descriptions, ["What is done", "Why"] },
        { WithheldPart.Participants, ["Funder", "Implementer", "XM-A-7"] },
        { WithheldPart.Contacts, ["Desk officer", "desk@example.org", "Main Street"] },
        { WithheldPart.Places, ["16.2666400", "2457163", "GAO", "Hearings<"] },
        { WithheldPart.Budgets, ["1000000.25", "1.1.1", "12.5", "5000<"] },
        { WithheldPart.PlannedDisbursements, ["250000"] },
        { WithheldPart.Transactions, ["1234.5", "XOF", "T-1"] },
        { WithheldPart.Parties, ["XM-C", "provider-org", "receiver-org", "Refund"] },
        { WithheldPart.Documents, ["doc.pdf"] },
        { WithheldPart.Conditions, ["Parliament sees the accounts"] },
        { WithheldPart.Results, ["Hearings held"] },
        { WithheldPart.Loans, ["4.25", "21039"] },
    };

    [Theory]
    [MemberData(nameof(Secrets))]
    public void What_is_withheld_is_gone_from_the_file_and_leaves_its_ground(WithheldPart part, string[] secrets)
    {
        var before = Written.Text(FullActivity.Made());

        var file = Written.Text(Withholding.Apply(FullActivity.Made(), [new(part, Ground)]));

        Assert.All(secrets, secret => Assert.Contains(secret, before, StringComparison.Ordinal));
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, file, StringComparison.Ordinal));
        Assert.Contains($"ithheld, on the ground of {Ground}.", file, StringComparison.Ordinal);
    }

    [Fact]
    public void A_withheld_activity_says_that_it_is_there_and_on_what_ground_it_is_withheld()
    {
        var stub = Given.OnlyActivity(Written.Text(Withholding.Apply(FullActivity.Made(), [new(WithheldPart.Everything, Ground)])));

        Assert.Equal("XM-EXAMPLE-1", stub.Identifier);
        Assert.Equal("Withheld, on the ground of the safety of witnesses.", Assert.Single(stub.Title).Text);
        Assert.Equal("2", stub.Status);
    }

    [Fact]
    public void Several_parts_are_withheld_together_each_with_its_own_ground()
    {
        var rest = Withholding.Apply(FullActivity.Made(), [new(WithheldPart.Transactions, "national security"), new(WithheldPart.Descriptions, Ground)]);

        Assert.Empty((IEnumerable<Transaction>)rest.Transactions);
        Assert.Equal(["Withheld, on the ground of the safety of witnesses.", "Transactions: withheld, on the ground of national security."], rest.Descriptions.Select(d => d.Text[0].Text));
    }

    [Theory]
    [MemberData(nameof(Secrets))]
    public void The_official_schema_accepts_what_is_left(WithheldPart part, string[] secrets)
    {
        Assert.SkipUnless(RealFiles.Folder is not null, RealFiles.Absent);
        Assert.NotEmpty(secrets);

        Assert.Empty(OfficialSchema.Refusals(Written.Bytes(Withholding.Apply(FullActivity.Made(), [new(part, Ground)]))));
    }
}
