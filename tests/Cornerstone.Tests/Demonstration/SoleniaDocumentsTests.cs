using Cornerstone.Demonstration;
using Cornerstone.Texts;

namespace Cornerstone.Tests.Demonstration;

public sealed class SoleniaDocumentsTests
{
    private static UnDocument Parse(string fileName) => UnText.Parse(SoleniaDocuments.All.Single(d => d.FileName == fileName).Text);

    private static int Count(UnDocument document, ProvisionKind kind) => document.Provisions.Count(p => p.Kind == kind);

    [Theory]
    [InlineData("S-RES-9877-2024.en.txt", "S/RES/9877 (2024)", 9, 14, 5)]
    [InlineData("S-RES-9901-2025.en.txt", "S/RES/9901 (2025)", 14, 22, 20)]
    public void The_resolutions_have_all_their_paragraphs_and_points(string file, string symbol, int preambular, int operative, int points)
    {
        var resolution = Parse(file);

        Assert.Equal(symbol, resolution.Symbol);
        Assert.Equal(DocumentKind.Resolution, resolution.Kind);
        Assert.Equal((preambular, operative, points), (Count(resolution, ProvisionKind.PP), Count(resolution, ProvisionKind.OP), Count(resolution, ProvisionKind.Point)));
    }

    [Fact]
    public void The_report_has_its_paragraphs_recommendations_and_footnotes()
    {
        var report = Parse("S-2026-9904.en.txt");

        Assert.Equal("S/2026/9904", report.Symbol);
        Assert.Equal(DocumentKind.SecretaryGeneralReport, report.Kind);
        Assert.Equal(new DateOnly(2026, 4, 28), report.Date);
        Assert.Equal((25, 7, 6), (Count(report, ProvisionKind.Para), Count(report, ProvisionKind.Recommendation), Count(report, ProvisionKind.Footnote)));
    }

    [Fact]
    public void The_statement_has_seven_paragraphs()
    {
        var statement = Parse("S-PRST-2025-901.en.txt");

        Assert.Equal(DocumentKind.PresidentialStatement, statement.Kind);
        Assert.Equal(new DateOnly(2025, 5, 12), statement.Date);
        Assert.Equal(7, Count(statement, ProvisionKind.Para));
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("ar")]
    public void The_language_versions_of_the_statement_share_its_symbol_and_cite_the_same_resolutions(string language)
    {
        var english = Parse("S-PRST-2025-901.en.txt");

        var translated = Parse($"S-PRST-2025-901.{language}.txt");

        Assert.Equal(language, translated.Language);
        Assert.Equal(english.Symbol, translated.Symbol);
        Assert.Equal(Cited(english), Cited(translated));
    }

    [Fact]
    public void The_mandate_sets_the_dates_that_the_demonstration_follows()
    {
        var resolution = Parse("S-RES-9901-2025.en.txt");

        var due = resolution.Provisions.Where(p => p.Due is not null).ToDictionary(p => p.Id, p => p.Due!.Date);

        Assert.Equal(new DateOnly(2027, 10, 31), due["op/1"]);
        Assert.Equal(new DateOnly(2026, 3, 31), due["op/12"]);
        Assert.Equal(new DateOnly(2026, 9, 30), due["op/14"]);
        Assert.Equal(new DateOnly(2027, 1, 15), due["op/17"]);
        Assert.Equal(new DateOnly(2027, 6, 30), due["op/18"]);
        Assert.Equal("every 90 days", resolution.Provisions.Single(p => p.Id == "op/21").Recurrence);
    }

    [Fact]
    public void Every_text_says_in_its_first_line_that_the_country_is_invented()
    {
        Assert.Equal(6, SoleniaDocuments.All.Count);
        Assert.All(SoleniaDocuments.All, document => Assert.Matches("^(Demonstration text about an invented country|Texte de démonstration sur un pays imaginaire|نص توضيحي عن بلد متخيل)\n", document.Text));
        Assert.All(SoleniaDocuments.All, document => Assert.DoesNotContain(UnText.Parse(document.Text).Provisions, p => p.Kind != ProvisionKind.Heading && p.Text.StartsWith(document.Text[..20], StringComparison.Ordinal)));
    }

    private static IReadOnlyList<string?> Cited(UnDocument document) => [.. document.Provisions.SelectMany(p => p.References).Select(r => r.Symbol)];
}
