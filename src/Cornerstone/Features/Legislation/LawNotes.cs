using System.ComponentModel.DataAnnotations;
using Cornerstone.Languages;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Cornerstone.Features.Legislation;

/// <summary>An assessment as a form asks for it.</summary>
public sealed class AssessmentForm
{
    [Display(Name = "Assessed for")]
    public AssessmentKind Kind { get; set; }

    [Display(Name = "Against which article or standard"), StringLength(300)]
    public string? Against { get; set; }

    [Display(Name = "Result")]
    public AssessmentResult Result { get; set; }

    [Display(Name = "Assessed by"), Required, StringLength(200)]
    public string AssessedBy { get; set; } = "";

    [Display(Name = "Assessed on"), Required]
    public DateOnly? AssessedOn { get; set; }

    [Display(Name = "Findings"), StringLength(Law.LongestText), DataType(DataType.MultilineText)]
    public string? Findings { get; set; }

    public void Check(ModelStateDictionary state, string prefix, DateOnly today, Text T)
    {
        if (AssessedOn > today)
        {
            state.AddModelError($"{prefix}.{nameof(AssessedOn)}", T["This day has not come yet: only what has happened is recorded."]);
        }
    }

    public LawAssessment For(Law law, Guid person, DateTimeOffset now) => new()
    {
        LawId = law.Id,
        Country = law.Country,
        Classification = law.Classification,
        Compartment = law.Compartment,
        Kind = Kind,
        Against = LawForm.Said(Against),
        Result = Result,
        AssessedBy = AssessedBy.Trim(),
        AssessedOn = AssessedOn!.Value,
        Findings = LawForm.Said(Findings),
        RecordedBy = person,
        RecordedAt = now,
    };
}

/// <summary>A by-law the law calls for, or the day on which one was adopted.</summary>
public sealed class ByLawForm
{
    /// <summary>Null for a new one.</summary>
    public Guid? Id { get; set; }

    [Display(Name = "What is to be regulated"), StringLength(500)]
    public string? What { get; set; }

    [Display(Name = "Article"), StringLength(60)]
    public string? Article { get; set; }

    [Display(Name = "Due on")]
    public DateOnly? DueOn { get; set; }

    [Display(Name = "Adopted on")]
    public DateOnly? AdoptedOn { get; set; }

    [Display(Name = "Reference"), StringLength(300)]
    public string? Reference { get; set; }

    public LawByLaw For(Law law) => new()
    {
        LawId = law.Id,
        Country = law.Country,
        Classification = law.Classification,
        Compartment = law.Compartment,
        What = What!.Trim(),
        Article = LawForm.Said(Article),
        DueOn = DueOn,
        Reference = LawForm.Said(Reference),
    };
}
