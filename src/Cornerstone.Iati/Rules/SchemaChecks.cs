using System.Text;
using Cornerstone.Iati.Tree;

namespace Cornerstone.Iati.Rules;

/// <summary>
/// A record against the schema of 2.03: which elements and attributes there are, how often, in which order. Kinds of values are judged where
/// values are read. Names of another namespace are extensions, which the schema allows everywhere.
/// </summary>
internal static class SchemaChecks
{
    private const int LongestName = 60;

    public static void Run(Element record, ElementKind kind, Check check)
    {
        Attributes(record, kind, check);
        if (!kind.HasText && record.IsPlainText && Check.HasContent(record)) Found(ReadingRules.TextMisplaced, record, RawName(record), check);
        if (kind.Children.Length == 0 && !record.Children.GetEnumerator().MoveNext()) return;
        var (place, taken) = (0, 0);
        foreach (var child in record.Children)
        {
            if (IsExtension(child)) continue;
            var found = kind.PlaceOfChild(child.Name);
            if (found < 0)
            {
                Found(ReadingRules.ElementUnknown, child, RawName(child), check);
                continue;
            }

            if (found < place) Found(ReadingRules.ElementOrder, child, RawName(child), check);
            else if (found > place) MissingBetween(record, kind, place, found, taken, check);
            else if (taken > 0 && !kind.Children[found].IsMany) Found(ReadingRules.ElementRepeated, child, RawName(child), check);
            (place, taken) = found < place ? (place, taken) : (found, found == place ? taken + 1 : 1);
            Run(child, SchemaGrammar.Of203[kind.Children[found]], check);
        }

        MissingBetween(record, kind, place, kind.Children.Length, taken, check);
    }

    /// <summary>Required children between two places of the order; the first place counts when nothing was taken there.</summary>
    private static void MissingBetween(Element record, ElementKind kind, int from, int to, int taken, Check check)
    {
        if (!kind.Needs(from, to)) return;
        for (var i = taken > 0 ? from + 1 : from; i < to; i++)
        {
            // One that stands later, out of order, is not missing.
            if (kind.Children[i].IsRequired && !record.Has(kind.Children[i].Name)) check.Found(ReadingRules.ElementMissing, record, fact: kind.Children[i].Written);
        }
    }

    private static void Attributes(Element element, ElementKind kind, Check check)
    {
        var given = 0u;
        foreach (ref readonly var attribute in element.Tree.Attributes(element.Tree[element.Index]))
        {
            var place = kind.PlaceOfAttribute(attribute.Name);
            var bit = place < 0 ? 0 : 1u << place;
            given |= bit;
            if (place < 0) Unknown(element, attribute, check);
            else if ((kind.Whole & bit) != 0) Whole(element, kind.Attributes[place], check);
        }

        if ((given & kind.Required) == kind.Required) return;
        for (var i = 0; i < kind.Attributes.Length; i++)
        {
            if (kind.Attributes[i].IsRequired && (given & (1u << i)) == 0) check.Found(ReadingRules.AttributeMissing, element, fact: kind.Attributes[i].Written);
        }
    }

    private static void Whole(Element element, AllowedAttribute allowed, Check check)
    {
        if (!Numbers.TryInteger(element.Attribute(allowed.Name), out var number) || number < allowed.Least) check.Found(ReadingRules.NotAWholeNumber, element, allowed.Name, allowed.Written);
    }

    private static void Unknown(Element element, in AttributeNode attribute, Check check)
    {
        var rest = element.Tree.Bytes[attribute.NameStart..];
        var name = rest[..rest.IndexOfAny(" \t\r\n="u8)];
        // Names with a prefix belong to others, and xml:lang to every element.
        if (name.StartsWith("xmlns"u8) || name.Contains((byte)':')) return;
        Found(ReadingRules.AttributeUnknown, element, name, check);
    }

    private static bool IsExtension(Element element) =>
        element.Name == IatiName.Unknown && (RawName(element).Contains((byte)':') || Check.Says(element, IatiName.Xmlns));

    /// <summary>The name as it is written; made only when the finding is kept in words.</summary>
    private static void Found(Rule rule, Element at, ReadOnlySpan<byte> name, Check check) =>
        check.Found(rule, at, fact: check.Keeps(rule) ? Encoding.UTF8.GetString(name[..Math.Min(name.Length, LongestName)]) : null);

    private static ReadOnlySpan<byte> RawName(Element element)
    {
        ref var node = ref element.Tree[element.Index];
        return element.Tree.Bytes[(node.Start + 1)..node.NameEnd];
    }
}
