using Cornerstone.Iati.Tree;

namespace Cornerstone.Iati.Rules;

/// <summary>What holds for every text and every amount of a record, wherever they stand: language, currency, and that titles say something.</summary>
internal static class TextChecks
{
    public static void Run(Element record, Check check, Rule languageMissing, Rule currencyMissing)
    {
        var tree = record.Tree;
        var needsLanguage = !Check.Says(record, IatiName.XmlLang);
        var needsCurrency = !Check.Says(record, IatiName.DefaultCurrency);
        for (var i = 1; i < tree.Count; i++)
        {
            var element = new Element(tree, i);
            switch (tree[i].Name)
            {
                case IatiName.Narrative when needsLanguage && !Check.Says(element, IatiName.XmlLang):
                    // Once for a record: the remedy is one attribute.
                    needsLanguage = false;
                    check.Found(languageMissing, element);
                    break;
                case IatiName.Value or IatiName.Forecast or IatiName.LoanStatus when needsCurrency && !Check.Says(element, IatiName.Currency):
                    needsCurrency = false;
                    check.Found(currencyMissing, element);
                    break;
                case IatiName.Title when !check.HasText(element):
                    check.Found(StandardRules.TitleEmpty, element);
                    break;
                case IatiName.Description when !check.HasText(element):
                    check.Found(StandardRules.DescriptionEmpty, element);
                    break;
            }
        }
    }
}
