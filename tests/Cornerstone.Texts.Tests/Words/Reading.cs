namespace Cornerstone.Texts.Tests.Words;

internal static class Reading
{
    internal static readonly DateOnly Adopted = new(2020, 12, 3);

    internal static Provision Of(string text, ProvisionKind kind = ProvisionKind.OP, Provision? chapeau = null, string language = "en", DocumentKind document = DocumentKind.Resolution) =>
        Enrichment.Enrich(new Provision { Id = "p", Kind = kind, Text = text }, new DocumentContext(language, document, Adopted, "S/RES/2553 (2020)"), chapeau);

    internal static IEnumerable<string?> Symbols(Provision provision) => provision.References.Select(r => r.Symbol);
}
