namespace Cornerstone.Texts.Tests.Akn;

/// <summary>The same document read from its markup and from its plain text must give the same provisions.</summary>
public sealed class TextAndMarkupTests
{
    // What remains are headings that look like the beginning of a list, lists torn by the markup, and annexes without a heading:
    // 97.3 % of the 1,503 published resolutions and statements agree in every address, text, verb and reference.
    private const double LeastShare = 0.95;

    [Fact]
    public void Nineteen_in_twenty_documents_read_the_same_from_text_and_markup()
    {
        var documents = Forms.RealFiles.Akn().Where((file, i) => i % 5 == 0 && !file.Contains("Not adopted", StringComparison.Ordinal))
            .Select(file => AknReader.Read(File.ReadAllBytes(file))).ToList();

        var same = documents.Count(document => Facts(document).SequenceEqual(Facts(UnText.Parse(Plain(document), document.Language))));

        Assert.True(same >= documents.Count * LeastShare, $"{same} of {documents.Count} agree");
    }

    private static string Plain(UnDocument document)
    {
        var opening = document.Kind == DocumentKind.PresidentialStatement ? "Statement by the President of the Security Council" : AknNames.Formula(document);
        var lines = document.Provisions.Where(p => p.Kind != ProvisionKind.Footnote).Select(p => $"{Label(p, document.Language)}{p.Text}");
        return string.Join("\n\n", [document.Symbol ?? "", opening, .. lines]);
    }

    private static string Label(Provision provision, string language) => provision switch
    {
        { Kind: ProvisionKind.OP, Number: { } number } => language == "ar" ? $"{number} - " : $"{number}. ",
        // The markup of a point that prints a dash or a dot holds no number.
        { Kind: ProvisionKind.Point } => provision.Number is { Length: > 0 } number ? $"{number} " : "• ",
        _ => "",
    };

    private static IEnumerable<string> Facts(UnDocument document) => document.Provisions
        .Where(p => p.Kind != ProvisionKind.Footnote)
        .Select(p => $"{p.Id}|{p.Text}|{string.Join(' ', p.LeadVerbs)}|{p.Strength}|{string.Join(' ', p.References)}");
}
