using System.Text;
using Cornerstone.Iati.Tree;

namespace Cornerstone.Iati.Rules;

/// <summary>
/// A record against the schema of 2.03: which elements and attributes there are, how often, in which order. Kinds of values are judged where
/// values are read. Names with a prefix are extensions, which the schema allows everywhere.
/// </summary>
internal static class SchemaChecks
{
    public static void Run(Element record, ElementKind kind, Check check)
    {
        Attributes(record, kind, check);
        if (kind.Children.Length == 0 && !record.Children.GetEnumerator().MoveNext()) return;
        var (place, taken) = (0, 0);
        foreach (var child in record.Children)
        {
            if (IsExtension(child)) continue;
            var found = PlaceOf(child.Name, kind);
            if (found < 0)
            {
                check.Found(ReadingRules.ElementUnknown, child, fact: Written(child));
                continue;
            }

            if (found < place) check.Found(ReadingRules.ElementOrder, child, fact: Written(child));
            else if (found > place) MissingBetween(record, kind, place, found, taken, check);
            else if (taken > 0 && !kind.Children[found].IsMany) check.Found(ReadingRules.ElementRepeated, child, fact: Written(child));
            (place, taken) = found < place ? (place, taken) : (found, found == place ? taken + 1 : 1);
            Run(child, SchemaGrammar.Of203[kind.Children[found]], check);
        }

        MissingBetween(record, kind, place, kind.Children.Length, taken, check);
    }

    /// <summary>Required children between two places of the order; the first place counts when nothing was taken there.</summary>
    private static void MissingBetween(Element record, ElementKind kind, int from, int to, int taken, Check check)
    {
        for (var i = taken > 0 ? from + 1 : from; i < to; i++)
        {
            // One that stands later, out of order, is not missing.
            if (kind.Children[i].IsRequired && !record.Has(kind.Children[i].Name)) check.Found(ReadingRules.ElementMissing, record, fact: kind.Children[i].Written);
        }
    }

    private static int PlaceOf(IatiName name, ElementKind kind)
    {
        for (var i = 0; i < kind.Children.Length; i++)
        {
            if (kind.Children[i].Name == name && name != IatiName.Unknown) return i;
        }

        return -1;
    }

    private static void Attributes(Element element, ElementKind kind, Check check)
    {
        foreach (var allowed in kind.Attributes)
        {
            if (!element.TryAttribute(allowed.Name, out var value))
            {
                if (allowed.IsRequired) check.Found(ReadingRules.AttributeMissing, element, fact: allowed.Written);
            }
            else if (allowed.IsWhole && !Numbers.TryInteger(value, out _))
            {
                check.Found(ReadingRules.NotAWholeNumber, element, allowed.Name, allowed.Written);
            }
        }

        var node = element.Tree[element.Index];
        for (var i = node.FirstAttribute; i < node.FirstAttribute + node.AttributeCount; i++) Known(element, element.Tree.Attribute(i), kind, check);
    }

    private static void Known(Element element, AttributeNode attribute, ElementKind kind, Check check)
    {
        foreach (var allowed in kind.Attributes)
        {
            if (allowed.Name == attribute.Name) return;
        }

        var rest = element.Tree.Bytes[attribute.NameStart..];
        var name = rest[..rest.IndexOfAny(" \t\r\n="u8)];
        // xmlns and names with a prefix belong to others; xml:lang is the standard's own.
        if (name.StartsWith("xmlns"u8) || (name.Contains((byte)':') && attribute.Name != IatiName.XmlLang)) return;
        check.Found(ReadingRules.AttributeUnknown, element, fact: Encoding.UTF8.GetString(name[..Math.Min(name.Length, 60)]));
    }

    private static bool IsExtension(Element element) => element.Name == IatiName.Unknown && RawName(element).Contains((byte)':');

    private static string Written(Element element) => Encoding.UTF8.GetString(RawName(element)[..Math.Min(RawName(element).Length, 60)]);

    private static ReadOnlySpan<byte> RawName(Element element)
    {
        ref var node = ref element.Tree[element.Index];
        return element.Tree.Bytes[(node.Start + 1)..node.NameEnd];
    }
}
