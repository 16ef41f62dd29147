using System.Globalization;
using System.Numerics;
using System.Xml;
using System.Xml.XPath;

namespace Cornerstone.Iati.Tests;

/// <summary>
/// The same figures, counted another way: the whole document in memory, asked by XPath, sums in whole numbers. It shares no line with the reader.
/// </summary>
internal sealed record IndependentCount(
    long Activities, long Organisations, int DistinctIdentifiers, long Transactions, long Budgets, long PlannedDisbursements, long Locations,
    IReadOnlyDictionary<string, string> Sums, IReadOnlyDictionary<string, long> Sectors, IReadOnlyDictionary<string, long> Countries)
{
    private const string Letters = "IF=1 C=2 D=3 E=4 IR=5 LR=6 R=7 QP=8 QS=9 CG=10";
    private const string Vocabularies = "DAC=1 DAC-3=2 COFOG=3 NACE=4 NTEE=5 ADT=6 RO=99 RO2=98";

    /// <summary>Null when the file is no well-formed XML.</summary>
    public static IndependentCount? Of(string path)
    {
        try
        {
            using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return Of(new XPathDocument(reader).CreateNavigator());
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static IndependentCount Of(XPathNavigator file)
    {
        var activities = file.Select("//iati-activity").Cast<XPathNavigator>().ToList();
        return new(
            activities.Count,
            Count(file, "//iati-organisation"),
            activities.Select(a => a.SelectSingleNode("iati-identifier")?.Value.Trim()).Where(i => !string.IsNullOrEmpty(i)).Distinct(StringComparer.Ordinal).Count(),
            Count(file, "//iati-activity/transaction"),
            Count(file, "//iati-activity/budget | //iati-organisation/*[name()='total-budget' or name()='recipient-org-budget' or name()='recipient-country-budget' or name()='recipient-region-budget']"),
            Count(file, "//iati-activity/planned-disbursement"),
            Count(file, "//iati-activity/location"),
            SumsOf(activities),
            CodesOf(activities, "sector | transaction/sector", s => $"{Mapped(Vocabularies, Attribute(s, "vocabulary") ?? "1")} {CodeOf(s)}"),
            CodesOf(activities, "recipient-country | transaction/recipient-country", c => CodeOf(c)));
    }

    private static long Count(XPathNavigator file, string path) => file.Select(path).Count;

    private static Dictionary<string, string> SumsOf(IEnumerable<XPathNavigator> activities)
    {
        var sums = new Dictionary<string, BigInteger>(StringComparer.Ordinal);
        foreach (var activity in activities)
        {
            foreach (XPathNavigator transaction in activity.Select("transaction"))
            {
                var value = transaction.SelectSingleNode("value");
                if (value is null || Millionths(value.Value.Trim()) is not { } number) continue;
                var type = transaction.SelectSingleNode("transaction-type") is { } t ? CodeOf(t) : "";
                var currency = Attribute(value, "currency") ?? Attribute(activity, "default-currency") ?? "";
                var key = $"{Mapped(Letters, type)} {currency}";
                sums[key] = sums.GetValueOrDefault(key) + number;
            }
        }

        return sums.ToDictionary(s => s.Key, s => s.Value.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal);
    }

    /// <summary>A number as so many 10⁻²⁰: no rounding by any type of number.</summary>
    internal static BigInteger? Millionths(string written)
    {
        var parts = written.TrimStart('-').Split('.');
        var isNumber = parts.Length <= 2 && parts.All(p => p.All(char.IsAsciiDigit)) && parts.Any(p => p.Length > 0);
        if (!isNumber) return null;
        var fraction = parts.Length == 2 ? parts[1] : "";
        Assert.True(fraction.Length <= 20, $"{written} has more places than are counted here.");
        var number = BigInteger.Parse("0" + parts[0] + fraction.PadRight(20, '0'), CultureInfo.InvariantCulture);
        return written.StartsWith('-') ? -number : number;
    }

    private static Dictionary<string, long> CodesOf(IEnumerable<XPathNavigator> activities, string path, Func<XPathNavigator, string> code) => activities
        .SelectMany(a => a.Select(path).Cast<XPathNavigator>().Select(code).Distinct(StringComparer.Ordinal))
        .GroupBy(c => c, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.LongCount(), StringComparer.Ordinal);

    private static string CodeOf(XPathNavigator element)
    {
        var isNew = element.SelectSingleNode("/*/@version")?.Value.StartsWith('2') ?? false;
        return Attribute(element, "code") ?? (isNew ? null : Attribute(element, "ref")) ?? "";
    }

    private static string? Attribute(XPathNavigator element, string name) => element.GetAttribute(name, "").Trim() is { Length: > 0 } value ? value : null;

    private static string Mapped(string table, string code) => table.Split(' ').Select(p => p.Split('=')).FirstOrDefault(p => p[0] == code)?[1] ?? code;
}
