using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Features.Institutions;

public enum InstitutionType
{
    Ministry,
    Force,
    Agency,
    Court,
    Commission,
    CustomaryBody,
    Company,
    CivilSociety,
}

/// <summary>What an institution may do to people by force of law; each asks for somebody outside who watches.</summary>
public enum Power
{
    Arrest,
    UseOfForce,
    Search,
    Surveillance,
    Detention,
}

/// <summary>
/// What was true of an institution from one day to another. A reshuffle or a new name closes one profile and opens the next;
/// an old day always shows what was true on it.
/// </summary>
public sealed class InstitutionProfile : IRecord
{
    public const int LongestText = 400;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid InstitutionId { get; init; }

    public required string Country { get; init; }

    public required Classification Classification { get; set; }

    public Guid? Compartment { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>The last day, included; null while it holds.</summary>
    public DateOnly? ValidUntil { get; set; }

    public required Wording Names { get; set; }

    /// <summary>A code of <see cref="Values.Component"/> or of a <see cref="NationalComponent"/>.</summary>
    public required string Component { get; set; }

    /// <summary>Further components: a gendarmerie belongs to the police and to defence.</summary>
    public List<string> AlsoComponents { get; set; } = [];

    public required InstitutionType Type { get; set; }

    public Guid? ParentId { get; set; }

    public string? LegalBasis { get; set; }

    public string? LegalArticle { get; set; }

    /// <summary>Codes of regions; empty is the whole country.</summary>
    public List<string> Territory { get; set; } = [];

    /// <summary>The office that leads it; a name only where it is public.</summary>
    public string? Head { get; set; }

    public List<string> BudgetVotes { get; set; } = [];

    public bool Armed { get; set; }

    public List<Power> Powers { get; set; } = [];

    /// <summary>Institutions that oversee this one.</summary>
    public List<Guid> OversightIds { get; set; } = [];

    public bool HoldsOn(DateOnly day) => ValidFrom <= day && (ValidUntil is null || day <= ValidUntil);

    /// <summary>Arms, arrest, force or detention: rule R7 asks for oversight from outside (domain handbook §3.5).</summary>
    public bool NeedsOversight => Armed || Powers.Exists(p => p is Power.Arrest or Power.UseOfForce or Power.Detention);

    /// <summary>Closes this profile the day before and begins the next one, the same but for what the caller changes.</summary>
    public InstitutionProfile ContinueFrom(DateOnly day)
    {
        var next = new InstitutionProfile
        {
            InstitutionId = InstitutionId,
            Country = Country,
            Classification = Classification,
            Compartment = Compartment,
            ValidFrom = day,
            ValidUntil = ValidUntil,
            Names = Names,
            Component = Component,
            AlsoComponents = [.. AlsoComponents],
            Type = Type,
            ParentId = ParentId,
            LegalBasis = LegalBasis,
            LegalArticle = LegalArticle,
            Territory = [.. Territory],
            Head = Head,
            BudgetVotes = [.. BudgetVotes],
            Armed = Armed,
            Powers = [.. Powers],
            OversightIds = [.. OversightIds],
        };
        ValidUntil = day.AddDays(-1);
        return next;
    }

    /// <summary>Who bears arms for the state cannot also be who watches them.</summary>
    public Refusal? Check()
    {
        IReadOnlyList<string> all = [Component, .. AlsoComponents];
        return all.Contains(nameof(Values.Component.DEF)) && all.Contains(nameof(Values.Component.OVS))
            ? new Refusal("institutions.defence-and-oversight", nameof(Values.Component.DEF), nameof(Values.Component.OVS))
            : ParentId == InstitutionId ? new Refusal("institutions.own-parent")
            : OversightIds.Contains(InstitutionId) ? new Refusal("institutions.oversees-itself")
            : ValidUntil < ValidFrom ? new Refusal("institutions.ends-before-it-began", "", ValidFrom)
            : null;
    }
}
