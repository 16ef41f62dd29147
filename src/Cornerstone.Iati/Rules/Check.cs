using Cornerstone.Iati.Tree;

namespace Cornerstone.Iati.Rules;

/// <summary>What rules ask of an element, and where they say what they found. One stands ready for all records of a file.</summary>
internal sealed class Check(FindingLog log, DateTimeOffset now)
{
    private readonly DateOnly today = DateOnly.FromDateTime(now.UtcDateTime);

    /// <summary>Before 2.01, texts stood in their elements without a narrative.</summary>
    public bool HasNarratives { get; set; } = true;

    public void Found(Rule rule, Element at, IatiName attribute = IatiName.Unknown, string? fact = null) => log.Add(rule, at, attribute, fact);

    /// <summary>The next finding of this rule is kept in words.</summary>
    public bool Keeps(Rule rule) => log.Keeps(rule);

    public void Found(Rule rule, in ShareGroup shares) => log.Add(rule, shares.First, fact: log.Keeps(rule) ? shares.Written : null);

    public bool IsFuture(DateOnly day) => day > today;

    /// <summary>A moment without a zone may be a day ahead of ours.</summary>
    public bool IsFuture(DateTimeOffset moment) => moment > now.AddDays(1);

    public bool HasText(Element element)
    {
        foreach (var narrative in element.All(IatiName.Narrative))
        {
            if (HasContent(narrative)) return true;
        }

        return !HasNarratives && element.Exists && HasContent(element);
    }

    public static bool HasContent(Element element) => Texts.Trim(element.Inner).Length > 0;

    /// <summary>The attribute is there and says something.</summary>
    public static bool Says(Element element, IatiName attribute) => Texts.Trim(element.Attribute(attribute)).Length > 0;

    public static DateOnly? Day(Element element, IatiName attribute = IatiName.IsoDate) => Numbers.TryDay(element.Attribute(attribute), out var day) ? day : null;

    public void Spaces(Rule rule, Element element, IatiName attribute)
    {
        if (element.TryAttribute(attribute, out var value) && Texts.Trim(value).Length != value.Length) Found(rule, element, attribute);
    }

    public void Signs(Rule rule, Element element, IatiName attribute)
    {
        if (HasForbiddenSign(element.Attribute(attribute))) Found(rule, element, attribute);
    }

    /// <summary>An ampersand of an entity is one too: "&amp;amp;" is how it must be written.</summary>
    public static bool HasForbiddenSign(ReadOnlySpan<byte> value) => value.IndexOfAny("/&|?"u8) >= 0;

    public void Range(Rule rule, Element element)
    {
        if (Numbers.TryDecimal(element.Attribute(IatiName.Percentage), out var share) && share is < 0 or > 100) Found(rule, element, IatiName.Percentage);
    }

    public void Named(Rule rule, Element organisation)
    {
        // By the ruleset a narrative that is there is enough, whatever it says.
        if (!Says(organisation, IatiName.Ref) && !organisation.Has(IatiName.Narrative) && !HasText(organisation)) Found(rule, organisation);
    }

    public void Period(Rule order, Element parent, Rule? tooLong = null)
    {
        if (Day(parent.First(IatiName.PeriodStart)) is not { } start || Day(parent.First(IatiName.PeriodEnd)) is not { } end) return;
        if (start > end) Found(order, parent);
        if (tooLong is not null && start.Year < 9999 && end > start.AddYears(1)) Found(tooLong, parent);
    }
}
