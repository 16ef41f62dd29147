using System.ComponentModel.DataAnnotations;
using Cornerstone.Features.Institutions;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Ui.Wordings;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Cornerstone.Features.InstitutionEditing;

/// <summary>What a person may say about an institution: on the page that adds one and on the page that edits one.</summary>
public sealed class InstitutionForm
{
    public WordingForm Names { get; set; } = new();

    [Display(Name = "Component"), Required]
    public string Component { get; set; } = "";

    [Display(Name = "Further components")]
    public List<string> AlsoComponents { get; set; } = [];

    [Display(Name = "Type")]
    public InstitutionType Type { get; set; }

    [Display(Name = "Stands under")]
    public Guid? ParentId { get; set; }

    [Display(Name = "Legal basis"), StringLength(InstitutionProfile.LongestText)]
    public string? LegalBasis { get; set; }

    [Display(Name = "Article"), StringLength(60)]
    public string? LegalArticle { get; set; }

    [Display(Name = "Territory")]
    public List<string> Territory { get; set; } = [];

    [Display(Name = "Head"), StringLength(InstitutionProfile.LongestText)]
    public string? Head { get; set; }

    [Display(Name = "Budget votes"), StringLength(InstitutionProfile.LongestText)]
    public string? BudgetVotes { get; set; }

    [Display(Name = "It bears arms")]
    public bool Armed { get; set; }

    [Display(Name = "Powers")]
    public List<Power> Powers { get; set; } = [];

    [Display(Name = "Overseen by")]
    public List<Guid> OversightIds { get; set; } = [];

    [Display(Name = "How far it may travel")]
    public Classification Classification { get; set; }

    public static InstitutionForm Of(InstitutionProfile profile) => new()
    {
        Names = WordingForm.Of(profile.Names, profile.Names.Original),
        Component = profile.Component,
        AlsoComponents = [.. profile.AlsoComponents],
        Type = profile.Type,
        ParentId = profile.ParentId,
        LegalBasis = profile.LegalBasis,
        LegalArticle = profile.LegalArticle,
        Territory = [.. profile.Territory],
        Head = profile.Head,
        BudgetVotes = string.Join(", ", profile.BudgetVotes),
        Armed = profile.Armed,
        Powers = [.. profile.Powers],
        OversightIds = [.. profile.OversightIds],
        Classification = profile.Classification,
    };

    /// <summary>Call after <see cref="Check"/> said yes.</summary>
    public void CopyTo(InstitutionProfile profile)
    {
        profile.Names = Names.ToWording()!;
        profile.Component = Component;
        profile.AlsoComponents = [.. AlsoComponents.Where(c => c != Component).Distinct()];
        profile.Type = Type;
        profile.ParentId = ParentId;
        profile.LegalBasis = Blank(LegalBasis);
        profile.LegalArticle = Blank(LegalArticle);
        profile.Territory = [.. Territory.Distinct()];
        profile.Head = Blank(Head);
        profile.BudgetVotes = [.. (BudgetVotes ?? "").Split([',', ';', '،'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        profile.Armed = Armed;
        profile.Powers = [.. Powers.Distinct()];
        profile.OversightIds = [.. OversightIds.Distinct()];
        profile.Classification = Classification;
    }

    public InstitutionProfile ToProfile(Guid institution, string country, DateOnly from)
    {
        var profile = new InstitutionProfile
        {
            InstitutionId = institution,
            Country = country,
            Classification = Classification,
            ValidFrom = from,
            Names = Names.ToWording()!,
            Component = Component,
            Type = Type,
        };
        CopyTo(profile);
        return profile;
    }

    /// <summary>What must be there, and only what the lists offer.</summary>
    public void Check(ModelStateDictionary state, InstitutionChoices choices, Classification clearance, Text T)
    {
        Names.Check(state, $"Form.{nameof(Names)}", T);
        if (choices.Components.All(c => c.Code != Component))
        {
            state.TryAddModelError($"Form.{nameof(Component)}", T["Choose a component of the list."]);
        }

        if (ParentId is { } parent && choices.Institutions.All(i => i.Id != parent))
        {
            state.AddModelError($"Form.{nameof(ParentId)}", T["Choose an institution of the list."]);
        }

        if (Classification > clearance)
        {
            state.AddModelError($"Form.{nameof(Classification)}", T["You may not give the level {0} here.", T.Of(Classification)]);
        }

        AlsoComponents.RemoveAll(c => choices.Components.All(known => known.Code != c));
        OversightIds.RemoveAll(id => choices.Institutions.All(i => i.Id != id));
        Territory.RemoveAll(code => choices.Regions.All(r => r.Code != code));
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
