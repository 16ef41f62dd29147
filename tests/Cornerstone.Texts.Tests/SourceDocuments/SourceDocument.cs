using System.Collections.Concurrent;
using Cornerstone.Texts.Tests.Forms;

namespace Cornerstone.Texts.Tests.SourceDocuments;

/// <summary>The five documents the product starts from, parsed once each.</summary>
internal static class SourceDocument
{
    private static readonly ConcurrentDictionary<string, UnDocument> Parsed = new();

    internal static UnDocument Letter => Of("000");
    internal static UnDocument Resolution => Assert.Single(Letter.Parts);
    internal static UnDocument Draft => Of("001");
    internal static UnDocument ConceptLetter => Of("002");
    internal static UnDocument ConceptNote => Assert.Single(ConceptLetter.Parts);
    internal static UnDocument EarlierDraft => Of("003");
    internal static UnDocument Report => Of("004");

    internal static string Text(string number) => RealFiles.Seed(number);

    internal static Provision The(this UnDocument document, string id) => Assert.Single(document.Provisions, provision => provision.Id == id);

    internal static int Count(this UnDocument document, ProvisionKind kind) => document.Provisions.Count(provision => provision.Kind == kind);

    internal static IEnumerable<string?> PointsOf(this UnDocument document, string parent) =>
        document.Provisions.Where(provision => provision.Parent == parent).Select(provision => provision.Number);

    private static UnDocument Of(string number) => Parsed.GetOrAdd(number, n => UnText.Parse(Text(n)));
}
