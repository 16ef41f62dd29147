namespace Cornerstone.Texts.Tests.Structures;

public sealed class NumberingTests
{
    [Fact]
    public void A_letter_i_after_h_is_a_letter_and_before_ii_a_roman_number()
    {
        var document = UnText.Parse(Resolution("1. Decides:", "(a) first;", "(h) eighth;", "(i) ninth;", "(j) tenth, namely:", "(i) one;", "(ii) two;", "(k) last."));

        Assert.Equal(["op/1", "op/1/a", "op/1/h", "op/1/i", "op/1/j", "op/1/j/i", "op/1/j/ii", "op/1/k"], Ids(document)[1..]);
    }

    [Fact]
    public void A_list_counted_with_plain_numbers_inside_a_point_does_not_disturb_the_operative_count()
    {
        var document = UnText.Parse(Resolution("1. Requests:", "a. plans to:", "i. act;", "1. protect;", "2. ensure;", "2. Decides to remain seized of the matter."));

        Assert.Equal(["op/1", "op/1/a", "op/1/a/i", "op/1/a/i/1", "op/1/a/i/2", "op/2"], Ids(document)[1..]);
    }

    [Fact]
    public void A_paragraph_that_opens_with_its_first_point_has_no_words_of_its_own()
    {
        var document = UnText.Parse(Resolution("1. (a) Requests a report;", "(b) Requests another;", "2. Decides to remain seized of the matter."));

        Assert.Equal(["op/1", "op/1/a", "op/1/b", "op/2"], Ids(document)[1..]);
        Assert.Equal("", document.Provisions[1].Text);
    }

    [Fact]
    public void An_annex_is_a_part_with_a_count_of_its_own()
    {
        var document = UnText.Parse(Resolution("1. Adopts the annex;", "2. Decides to remain seized of the matter.", "Annex", "Terms of reference", "1. The panel meets twice.", "2. It reports."));

        Assert.Equal(2, document.Provisions.Count(p => p.Kind == ProvisionKind.OP));
        var annex = Assert.Single(document.Parts);
        Assert.Equal("Terms of reference", annex.Title);
        Assert.Equal(["para/1", "para/2"], annex.Provisions.Select(p => p.Id));
    }

    [Fact]
    public void A_resolution_too_short_to_count_has_one_operative_paragraph_without_a_number()
    {
        var document = UnText.Parse(Resolution("Decides to admit the applicant."));

        Assert.Equal(["pp/1", "op/1"], Ids(document));
        Assert.Null(document.Provisions[^1].Number);
    }

    [Fact]
    public void A_gap_in_the_count_is_reported_with_place_and_expectation()
    {
        var document = UnText.Parse(Resolution("1. Decides one thing;", "3. Decides another."));

        var finding = Assert.Single(document.Findings, finding => finding.Rule == "D1");
        Assert.Equal(("op/3", "Paragraph 3 follows paragraph 1: paragraph 2 was expected here."), (finding.At, finding.Message));
    }

    [Fact]
    public void A_preambular_paragraph_without_its_comma_is_reported_not_corrected()
    {
        var document = UnText.Parse("The Security Council,\n\nRecalling its resolutions.\n\n1. Decides to remain seized of the matter.");

        Assert.Equal("Recalling its resolutions.", document.Provisions[0].Text);
        Assert.Contains(document.Findings, finding => finding is { Rule: "D2", At: "pp/1" });
    }

    [Fact]
    public void Paragraphs_of_a_presidential_statement_carry_no_numbers()
    {
        var document = UnText.Parse("S/PRST/2014/5\n\nStatement by the President of the Security Council\n\n“The Security Council recalls its statements.\n\n“The Security Council requests a report.”");

        Assert.Equal((DocumentKind.PresidentialStatement, "S/PRST/2014/5"), (document.Kind, document.Symbol));
        Assert.Equal(["para/1", "para/2"], Ids(document));
        Assert.All(document.Provisions, provision => Assert.Null(provision.Number));
    }

    private static string Resolution(params string[] body) => "The Security Council,\n\nRecalling its resolutions,\n\n" + string.Join("\n\n", body);

    private static string[] Ids(UnDocument document) => [.. document.Provisions.Select(provision => provision.Id)];
}
