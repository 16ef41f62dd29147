using System.Globalization;
using System.Text;
using Cornerstone.Iati.Rules;
using Cornerstone.Iati.Tree;

namespace Cornerstone.Iati.Reading;

/// <summary>Picks values from elements and says what could not be understood. One stands ready for all records of a file.</summary>
internal sealed class Picker(FindingLog log, Texts texts)
{
    private const int LongestShown = 60;

    /// <summary>Before 2.01, texts stood in their elements without a narrative.</summary>
    public bool HasNarratives { get; set; } = true;

    public string? Attribute(Element element, IatiName name) => texts.Attribute(element.Attribute(name));

    public string? Text(Element element) => texts.Of(element);

    /// <summary>The code of an element; drafts before 1.0 called it "ref".</summary>
    public string? Code(Element element) => Attribute(element, IatiName.Code) ?? (HasNarratives ? null : Attribute(element, IatiName.Ref));

    public string? CodeOf(Element parent, IatiName child) => Code(parent.First(child));

    /// <summary>The code of a child, held against its list.</summary>
    public string? CodeOf(Element parent, IatiName child, CodeList list)
    {
        var element = parent.First(child);
        return Listed(list, element, IatiName.Code, Code(element));
    }

    /// <summary>The code stays as it is written; what the list knows of it is said.</summary>
    public string? Listed(CodeList list, Element element, IatiName attribute, string? code)
    {
        if (code is null || !element.Exists) return code;
        if (list.Find(code) is not { } listed) log.Add(ReadingRules.UnknownCode, element, attribute, Shown(code), list.Name);
        else if (listed.IsWithdrawn) log.Add(ReadingRules.WithdrawnCode, element, attribute, code, list.Name, log.Keeps(ReadingRules.WithdrawnCode) ? WithdrawnOn(listed) : null);
        return code;
    }

    private static string WithdrawnOn(ListedCode code) => code.Withdrawn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "a day the list does not name";

    public void Missing(Rule rule, Element element) => log.Add(rule, element);

    public bool? Flag(Element element, IatiName name)
    {
        var value = Texts.Trim(element.Attribute(name));
        if (value.SequenceEqual("1"u8) || value.SequenceEqual("true"u8)) return true;
        if (value.SequenceEqual("0"u8) || value.SequenceEqual("false"u8)) return false;
        if (element.HasAttribute(name)) Misread(ReadingRules.NotTrueOrFalse, element, name, value);
        return null;
    }

    public DateOnly? Day(Element element, IatiName name = IatiName.IsoDate)
    {
        var value = Texts.Trim(element.Attribute(name));
        if (Numbers.TryDay(value, out var day)) return day;
        if (element.HasAttribute(name)) Misread(ReadingRules.NotADay, element, name, value);
        return null;
    }

    /// <summary>The day of an element; in 1.0x it may stand in its text.</summary>
    public DateOnly? DayOf(Element element)
    {
        if (HasNarratives || element.Attribute(IatiName.IsoDate).Length > 0) return Day(element);
        return Numbers.TryDay(element.Inner, out var day) ? day : null;
    }

    public DateOnly? DayOf(Element parent, IatiName child) => DayOf(parent.First(child));

    public DateTimeOffset? Moment(Element element, IatiName name)
    {
        var value = Texts.Trim(element.Attribute(name));
        if (element.HasAttribute(name) && !Numbers.IsMoment(value)) Misread(ReadingRules.NotAMoment, element, name, value);
        return Numbers.TryMoment(value, out var moment) ? moment : null;
    }

    public static int? Integer(Element element, IatiName name) => Numbers.TryInteger(element.Attribute(name), out var number) ? number : null;

    public decimal? Number(Element element, IatiName name) => element.HasAttribute(name) ? Number(element, Texts.Trim(element.Attribute(name)), name) : null;

    /// <summary>A year stays as it is written; that it is no number is said.</summary>
    public string? Year(Element element, IatiName name)
    {
        Number(element, name);
        return Attribute(element, name);
    }

    /// <summary>The number an element holds as its text.</summary>
    public decimal? Number(Element element)
    {
        if (!element.Exists) return null;
        // A comment beside the number is no reason to lose it.
        var value = Texts.Trim(element.IsPlainText ? element.Inner : Encoding.UTF8.GetBytes(texts.Of(element) ?? ""));
        if (value.Length > 0) return Number(element, value, IatiName.Unknown);
        log.Add(ReadingRules.NoAmount, element);
        return null;
    }

    public Amount? Value(Element parent)
    {
        var value = parent.First(IatiName.Value);
        if (!value.Exists)
        {
            log.Add(ReadingRules.NoAmount, parent);
            return null;
        }

        return new Amount(Number(value), CurrencyOf(value, IatiName.Currency), Day(value, IatiName.ValueDate));
    }

    /// <summary>A currency as written. An unknown one stays what it is: it is never taken for another, and never for nothing.</summary>
    public string? CurrencyOf(Element element, IatiName name)
    {
        var code = Attribute(element, name);
        if (code is not null && !CodeLists.IsCurrency(code)) log.Add(ReadingRules.UnknownCurrency, element, name, Shown(code));
        return code;
    }

    /// <summary>The texts of an element: its narratives, or in 1.0x its own text.</summary>
    public Items<Narrative> Narratives(Element element)
    {
        if (!element.Exists) return default;
        var count = element.CountOf(IatiName.Narrative);
        if (count == 0 && !HasNarratives) return texts.Of(element) is { } own ? [new Narrative(own, Attribute(element, IatiName.XmlLang))] : default;
        if (count == 0) return default;
        var found = new Narrative[count];
        var at = 0;
        foreach (var narrative in element.All(IatiName.Narrative))
        {
            if (texts.Of(narrative) is { } text) found[at++] = new Narrative(text, Attribute(narrative, IatiName.XmlLang));
        }

        return at == count ? new(found) : new(found[..at]);
    }

    /// <summary>The texts of all elements of a name: 1.0x repeats the element for each language.</summary>
    public Items<Narrative> NarrativesOf(Element parent, IatiName name)
    {
        var first = parent.First(name);
        if (!first.Exists || parent.CountOf(name) == 1) return Narratives(first);
        var all = new List<Narrative>();
        foreach (var element in parent.All(name)) all.AddRange((IEnumerable<Narrative>)Narratives(element));
        return [.. all];
    }

    public Items<T> All<T>(Element parent, IatiName name, Func<Picker, Element, T> read)
    {
        var count = parent.CountOf(name);
        if (count == 0) return default;
        var found = new T[count];
        var at = 0;
        foreach (var element in parent.All(name)) found[at++] = read(this, element);
        return new(found);
    }

    /// <summary>As above, without those that say nothing.</summary>
    public Items<T> AllSaid<T>(Element parent, IatiName name, Func<Picker, Element, T?> read)
        where T : class
    {
        if (!parent.Has(name)) return default;
        var found = new List<T>();
        foreach (var element in parent.All(name))
        {
            if (read(this, element) is { } said) found.Add(said);
        }

        return [.. found];
    }

    private decimal? Number(Element element, ReadOnlySpan<byte> value, IatiName attribute)
    {
        if (!Numbers.TryDecimal(value, out var number))
        {
            Misread(ReadingRules.NotANumber, element, attribute, value);
            return null;
        }

        if (Numbers.IsRounded(value)) Misread(ReadingRules.Rounded, element, attribute, value);
        return number;
    }

    /// <summary>What is written is made into words only when the finding is kept.</summary>
    private void Misread(Rule rule, Element element, IatiName attribute, ReadOnlySpan<byte> value) =>
        log.Add(rule, element, attribute, log.Keeps(rule) ? Shown(value) : null);

    public static string Shown(ReadOnlySpan<byte> value) => Shown(Encoding.UTF8.GetString(value[..Math.Min(value.Length, LongestShown * 2)]));

    private static string Shown(string value) => value.Length <= LongestShown ? value : value[..LongestShown] + "…";
}
