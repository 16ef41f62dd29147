namespace Cornerstone.Texts;

/// <summary>Makes a document of separated paragraphs: its kind, its parts, its provisions.</summary>
internal static class DocumentStructure
{
    internal static UnDocument Build(IReadOnlyList<SourceParagraph> paragraphs, string language)
    {
        var provisions = new List<Provision>();
        var preambular = 0;
        foreach (var paragraph in paragraphs)
        {
            var number = paragraph.Number?.TrimEnd('.');
            provisions.Add(number is null
                ? new() { Id = $"pp/{++preambular}", Kind = ProvisionKind.PP, Text = paragraph.Text, Offset = paragraph.Offset }
                : new() { Id = $"op/{number}", Kind = ProvisionKind.OP, Number = number, Text = paragraph.Text, Offset = paragraph.Offset });
        }

        return new() { Language = language, Provisions = provisions };
    }
}
