using Cornerstone.Data;
using Cornerstone.Features.Support;
using Cornerstone.Values;

namespace Cornerstone.Features.OdaEligibility;

/// <summary>Lines of money of one activity that are answered for together; each part null where nobody said.</summary>
public readonly record struct OdaKey(string? Component, string? Sector, SupportForm? Form, Guid? Unit)
{
    /// <summary>As it stands in an address.</summary>
    public string Word => $"{Component}~{Sector}~{Form}~{Unit:N}";
}

/// <summary>
/// What a person says of a line of money that no source says, with who told it or which document. It answers the questions of the
/// table and never the reporter's flow type; what the form or the receiver says already it does not change.
/// </summary>
public sealed class OdaAnswer : IRecord, IVersioned
{
    public const int LongestBecause = 1000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid ActivityId { get; init; }

    public required string Country { get; init; }

    public required Classification Classification { get; set; }

    public Guid? Compartment { get; init; }

    public string? Component { get; init; }

    public string? Sector { get; init; }

    public SupportForm? Form { get; init; }

    public Guid? UnitId { get; init; }

    /// <summary>It holds for each line of the sector, whatever its form and whoever receives it.</summary>
    public bool IsOfSector { get; init; }

    public OdaRecipient? Recipient { get; private set; }

    public OdaSupport? Support { get; private set; }

    public bool? Lethal { get; private set; }

    public bool? Oversight { get; private set; }

    public bool? Civilian { get; private set; }

    public bool? Excess { get; private set; }

    public bool? Developmental { get; private set; }

    /// <summary>Of the amount, where the table counts a part and does not say which.</summary>
    public decimal? Share { get; private set; }

    /// <summary>Who says so, or which document.</summary>
    public string Because { get; private set; } = "";

    public Guid AnsweredBy { get; private set; }

    public DateTimeOffset AnsweredAt { get; private set; }

    public int Version { get; set; }

    public OdaKey Key => new(Component, Sector, Form, UnitId);

    public OdaFacts Facts => new(Recipient, Support, Lethal, Oversight, Civilian, Excess, Developmental);

    public static OdaAnswer To(Activity activity, OdaKey line, bool isOfSector) => new()
    {
        ActivityId = activity.Id,
        Country = activity.Country,
        Classification = activity.Classification,
        Compartment = activity.Compartment,
        Component = line.Component,
        Sector = line.Sector,
        Form = isOfSector ? null : line.Form,
        UnitId = isOfSector ? null : line.Unit,
        IsOfSector = isOfSector,
    };

    public OdaAnswer Say(OdaFacts facts, decimal? share, string because, Guid person, DateTimeOffset at)
    {
        (Recipient, Support, Lethal, Oversight, Civilian, Excess, Developmental) = facts;
        (Share, Because, AnsweredBy, AnsweredAt, Version) = (share, because, person, at, Version + 1);
        return this;
    }

    /// <summary>Of the answers of one activity the one that holds for a line: its own goes before that for its sector.</summary>
    public static OdaAnswer? Holding(IEnumerable<OdaAnswer> answers, OdaKey line)
    {
        OdaAnswer? ofSector = null;
        foreach (var answer in answers)
        {
            if (!answer.IsOfSector && answer.Key == line) return answer;
            if (answer.IsOfSector && (answer.Component, answer.Sector) == (line.Component, line.Sector)) ofSector = answer;
        }

        return ofSector;
    }
}
