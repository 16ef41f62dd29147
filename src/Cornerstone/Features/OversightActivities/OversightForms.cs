using System.ComponentModel.DataAnnotations;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Ui.Wordings;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Cornerstone.Features.OversightActivities;

/// <summary>What a person may say about an oversight activity.</summary>
public sealed class OversightForm
{
    [Display(Name = "Code"), Required, RegularExpression("^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$", ErrorMessage = "{0}: letters, digits, full stops and hyphens.")]
    public string Code { get; set; } = "";

    [Display(Name = "Kind")]
    public OversightKind Kind { get; set; }

    [Display(Name = "Title")]
    public WordingForm Title { get; set; } = new();

    [Display(Name = "Who oversees"), Required]
    public Guid? BodyId { get; set; }

    [Display(Name = "Who is overseen"), Required]
    public Guid? InstitutionId { get; set; }

    [Display(Name = "Held or received on"), Required]
    public DateOnly? HeldOn { get; set; }

    [Display(Name = "Open to the public")]
    public bool IsOpen { get; set; } = true;

    [Display(Name = "Findings"), StringLength(OversightActivity.LongestText), DataType(DataType.MultilineText)]
    public string? Findings { get; set; }

    [Display(Name = "Resolved on")]
    public DateOnly? ResolvedOn { get; set; }

    [Display(Name = "How it was resolved"), StringLength(OversightActivity.LongestText), DataType(DataType.MultilineText)]
    public string? Resolution { get; set; }

    [Display(Name = "Address of the text"), StringLength(2_000), Url(ErrorMessage = "{0}: a web address, beginning with https://.")]
    public string? Url { get; set; }

    /// <summary>Left empty for a new activity, its level follows from whether it was open.</summary>
    [Display(Name = "How far it may travel")]
    public Classification? Classification { get; set; }

    public static OversightForm Of(OversightActivity activity, string readersLanguage) => new()
    {
        Code = activity.Code,
        Kind = activity.Kind,
        Title = WordingForm.Of(activity.Title, readersLanguage),
        BodyId = activity.BodyId,
        InstitutionId = activity.InstitutionId,
        HeldOn = activity.HeldOn,
        IsOpen = activity.IsOpen,
        Findings = activity.Findings,
        ResolvedOn = activity.ResolvedOn,
        Resolution = activity.Resolution,
        Url = activity.Url,
        Classification = activity.Classification,
    };

    public OversightActivity ToActivity(string country, Classification clearance)
    {
        var activity = new OversightActivity
        {
            Country = country,
            Classification = clearance,
            Code = Code,
            Kind = Kind,
            Title = Wording.Empty,
            BodyId = BodyId!.Value,
            InstitutionId = InstitutionId!.Value,
            HeldOn = HeldOn!.Value,
            IsOpen = IsOpen,
        };
        CopyTo(activity, clearance);
        return activity;
    }

    public void CopyTo(OversightActivity activity, Classification clearance)
    {
        activity.Code = Code.Trim().ToUpperInvariant();
        activity.Kind = Kind;
        activity.Title = Title.ToWording()!;
        (activity.BodyId, activity.InstitutionId) = (BodyId!.Value, InstitutionId!.Value);
        activity.HeldOn = HeldOn!.Value;
        activity.IsOpen = IsOpen;
        activity.Findings = Said(Findings);
        activity.ResolvedOn = ResolvedOn;
        activity.Resolution = Said(Resolution);
        activity.Url = Said(Url);
        activity.Classification = Classification ?? OversightActivity.LevelFor(IsOpen, clearance);
    }

    public void Check(ModelStateDictionary state, string prefix, Classification clearance, Text T)
    {
        Title.Check(state, $"{prefix}.{nameof(Title)}", T);
        if (Classification > clearance)
        {
            state.AddModelError($"{prefix}.{nameof(Classification)}", T[new Refusal("oversight.above-clearance", T.Of(Classification.Value))]);
        }
    }

    internal static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>A recommendation as a form asks for it.</summary>
public sealed class RecommendationForm
{
    [Display(Name = "What is recommended"), Required, StringLength(2_000), DataType(DataType.MultilineText)]
    public string What { get; set; } = "";

    [Display(Name = "Due on")]
    public DateOnly? DueOn { get; set; }
}

/// <summary>Where the answer to a recommendation stands.</summary>
public sealed class AnswerForm
{
    [Display(Name = "Recommendation"), Required]
    public Guid? Recommendation { get; set; }

    [Display(Name = "Status")]
    public RecommendationState To { get; set; }

    [Display(Name = "Since"), Required]
    public DateOnly? On { get; set; }

    [Display(Name = "What shows it, or why"), StringLength(2_000), DataType(DataType.MultilineText)]
    public string? Note { get; set; }
}
