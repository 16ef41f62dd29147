using System.ComponentModel.DataAnnotations;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Ui.Wordings;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Cornerstone.Features.Legislation;

/// <summary>What a person may say about a law, apart from the steps it took.</summary>
public sealed class LawForm
{
    [Display(Name = "Title")]
    public WordingForm Title { get; set; } = new();

    [Display(Name = "Code"), Required, RegularExpression("^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$", ErrorMessage = "{0}: letters, digits, full stops and hyphens.")]
    public string Code { get; set; } = "";

    [Display(Name = "Number"), StringLength(120)]
    public string? Number { get; set; }

    [Display(Name = "Subject"), StringLength(Law.LongestText), DataType(DataType.MultilineText)]
    public string? Subject { get; set; }

    [Display(Name = "Components")]
    public List<string> Components { get; set; } = [];

    [Display(Name = "Functions affected")]
    public List<string> Functions { get; set; } = [];

    [Display(Name = "Lead institution")]
    public Guid? LeadInstitutionId { get; set; }

    [Display(Name = "Address of the text"), StringLength(Law.LongestText), Url(ErrorMessage = "{0}: a web address, beginning with https://.")]
    public string? Url { get; set; }

    [Display(Name = "How far it may travel")]
    public Classification Classification { get; set; } = Classification.Government;

    public static LawForm Of(Law law, string readersLanguage) => new()
    {
        Title = WordingForm.Of(law.Title, readersLanguage),
        Code = law.Code,
        Number = law.Number,
        Subject = law.Subject,
        Components = [.. law.Components],
        Functions = [.. law.Functions],
        LeadInstitutionId = law.LeadInstitutionId,
        Url = law.Url,
        Classification = law.Classification,
    };

    public void CopyTo(Law law)
    {
        law.Title = Title.ToWording()!;
        law.Code = Code.Trim().ToUpperInvariant();
        law.Number = Said(Number);
        law.Subject = Said(Subject);
        law.Components = [.. Components.Distinct()];
        law.Functions = [.. Functions.Distinct()];
        law.LeadInstitutionId = LeadInstitutionId;
        law.Url = Said(Url);
        law.Classification = Classification;
    }

    public void Check(ModelStateDictionary state, string prefix, Classification clearance, Text T)
    {
        Title.Check(state, $"{prefix}.{nameof(Title)}", T);
        if (Classification > clearance)
        {
            state.AddModelError($"{prefix}.{nameof(Classification)}", T[new Refusal("legislation.above-clearance", T.Of(Classification))]);
        }
    }

    internal static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>One step as a form asks for it.</summary>
public sealed class LawStepForm
{
    [Display(Name = "State")]
    public LawState To { get; set; }

    [Display(Name = "It happened on"), Required]
    public DateOnly? On { get; set; }

    [Display(Name = "Who acted"), StringLength(200)]
    public string? Body { get; set; }

    [Display(Name = "Reference"), StringLength(300)]
    public string? Reference { get; set; }

    [Display(Name = "Number"), StringLength(120)]
    public string? Number { get; set; }

    [Display(Name = "Published on")]
    public DateOnly? PublishedOn { get; set; }

    [Display(Name = "Takes effect on")]
    public DateOnly? EffectiveOn { get; set; }

    [Display(Name = "Amended or repealed by")]
    public Guid? ByLaw { get; set; }

    [Display(Name = "Reason"), StringLength(1_000), DataType(DataType.MultilineText)]
    public string? Reason { get; set; }

    public LawMove ToMove() => new(To, On!.Value)
    {
        Body = LawForm.Said(Body),
        Reference = LawForm.Said(Reference),
        Number = LawForm.Said(Number),
        PublishedOn = PublishedOn,
        EffectiveOn = EffectiveOn,
        ByLawId = ByLaw,
        Reason = LawForm.Said(Reason),
    };
}
