using System.ComponentModel.DataAnnotations;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Ui.Wordings;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Cornerstone.Features.Instruments;

/// <summary>What a person may say about an instrument, apart from the steps it took.</summary>
public sealed class InstrumentForm
{
    [Display(Name = "Code"), Required, RegularExpression("^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$", ErrorMessage = "{0}: letters, digits, full stops and hyphens.")]
    public string Code { get; set; } = "";

    [Display(Name = "Kind")]
    public InstrumentKind Kind { get; set; }

    [Display(Name = "Title")]
    public WordingForm Title { get; set; } = new();

    [Display(Name = "Lead institution")]
    public Guid? LeadInstitutionId { get; set; }

    [Display(Name = "Components")]
    public List<string> Components { get; set; } = [];

    [Display(Name = "Work began on")]
    public DateOnly? StartedOn { get; set; }

    [Display(Name = "Valid from")]
    public DateOnly? ValidFrom { get; set; }

    [Display(Name = "Valid until")]
    public DateOnly? ValidUntil { get; set; }

    [Display(Name = "Drafted by nationals, per cent"), Range(0.0, 100.0)]
    public decimal? NationalShare { get; set; }

    [Display(Name = "Authors"), StringLength(Instrument.LongestText), DataType(DataType.MultilineText)]
    public string? Authors { get; set; }

    [Display(Name = "Gender analysis")]
    public bool? HasGenderAnalysis { get; set; }

    [Display(Name = "Address of the gender analysis"), StringLength(Instrument.LongestText), Url(ErrorMessage = "{0}: a web address, beginning with https://.")]
    public string? GenderAnalysisUrl { get; set; }

    [Display(Name = "Conflict analysis")]
    public bool? HasConflictAnalysis { get; set; }

    [Display(Name = "Costed")]
    public bool? IsCosted { get; set; }

    [Display(Name = "Cost"), Range(0, 1e15)]
    public decimal? CostAmount { get; set; }

    [Display(Name = "Currency"), RegularExpression("^[A-Za-z]{3}$", ErrorMessage = "{0}: three letters.")]
    public string? CostCurrency { get; set; }

    [Display(Name = "Funded, per cent"), Range(0.0, 1_000.0)]
    public decimal? FundedShare { get; set; }

    [Display(Name = "Address of the text"), StringLength(Instrument.LongestText), Url(ErrorMessage = "{0}: a web address, beginning with https://.")]
    public string? Url { get; set; }

    [Display(Name = "How far it may travel")]
    public Classification Classification { get; set; } = Classification.Government;

    public static InstrumentForm Of(Instrument i, string readersLanguage) => new()
    {
        Code = i.Code,
        Kind = i.Kind,
        Title = WordingForm.Of(i.Title, readersLanguage),
        LeadInstitutionId = i.LeadInstitutionId,
        Components = [.. i.Components],
        StartedOn = i.StartedOn,
        ValidFrom = i.ValidFrom,
        ValidUntil = i.ValidUntil,
        NationalShare = i.NationalShare,
        Authors = i.Authors,
        HasGenderAnalysis = i.HasGenderAnalysis,
        GenderAnalysisUrl = i.GenderAnalysisUrl,
        HasConflictAnalysis = i.HasConflictAnalysis,
        IsCosted = i.IsCosted,
        CostAmount = i.CostAmount,
        CostCurrency = i.CostCurrency,
        FundedShare = i.FundedShare,
        Url = i.Url,
        Classification = i.Classification,
    };

    public void CopyTo(Instrument i)
    {
        i.Code = Code.Trim().ToUpperInvariant();
        i.Kind = Kind;
        i.Title = Title.ToWording()!;
        i.LeadInstitutionId = LeadInstitutionId;
        i.Components = [.. Components.Distinct()];
        (i.StartedOn, i.ValidFrom, i.ValidUntil) = (StartedOn, ValidFrom, ValidUntil);
        (i.NationalShare, i.Authors) = (NationalShare, Said(Authors));
        (i.HasGenderAnalysis, i.GenderAnalysisUrl, i.HasConflictAnalysis) = (HasGenderAnalysis, Said(GenderAnalysisUrl), HasConflictAnalysis);
        (i.IsCosted, i.CostAmount, i.CostCurrency, i.FundedShare) = (IsCosted, CostAmount, Said(CostCurrency)?.ToUpperInvariant(), FundedShare);
        i.Url = Said(Url);
        i.Classification = Classification;
    }

    public void Check(ModelStateDictionary state, string prefix, Classification clearance, Text T)
    {
        Title.Check(state, $"{prefix}.{nameof(Title)}", T);
        if (Classification > clearance)
        {
            state.AddModelError($"{prefix}.{nameof(Classification)}", T[new Refusal("instruments.above-clearance", T.Of(Classification))]);
        }

        if (CostAmount is null != string.IsNullOrWhiteSpace(CostCurrency))
        {
            state.AddModelError($"{prefix}.{nameof(CostCurrency)}", T["An amount needs its currency, and a currency its amount."]);
        }

        if (ValidUntil < ValidFrom)
        {
            state.AddModelError($"{prefix}.{nameof(ValidUntil)}", T["The end cannot be before the beginning."]);
        }
    }

    internal static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>One step as a form asks for it.</summary>
public sealed class InstrumentStepForm
{
    [Display(Name = "State")]
    public InstrumentState To { get; set; }

    [Display(Name = "It happened on"), Required]
    public DateOnly? On { get; set; }

    [Display(Name = "Adopting authority"), StringLength(200)]
    public string? Authority { get; set; }

    [Display(Name = "Adopted on")]
    public DateOnly? AdoptedOn { get; set; }

    [Display(Name = "Published on")]
    public DateOnly? PublishedOn { get; set; }

    [Display(Name = "Takes effect on")]
    public DateOnly? EffectiveOn { get; set; }

    [Display(Name = "Replaced by")]
    public Guid? ReplacedBy { get; set; }

    [Display(Name = "Reason"), StringLength(1_000), DataType(DataType.MultilineText)]
    public string? Reason { get; set; }

    public InstrumentMove ToMove() => new(To, On!.Value)
    {
        Authority = InstrumentForm.Said(Authority),
        AdoptedOn = AdoptedOn,
        PublishedOn = PublishedOn,
        EffectiveOn = EffectiveOn,
        ReplacedBy = ReplacedBy,
        Reason = InstrumentForm.Said(Reason),
    };
}

/// <summary>A consultation as a form asks for it.</summary>
public sealed class ConsultationForm
{
    [Display(Name = "Region")]
    public string? Region { get; set; }

    [Display(Name = "Held on"), Required]
    public DateOnly? HeldOn { get; set; }

    [Display(Name = "Place"), StringLength(200)]
    public string? Place { get; set; }

    [Display(Name = "Women"), Range(0, 10_000_000)]
    public int? Women { get; set; }

    [Display(Name = "Men"), Range(0, 10_000_000)]
    public int? Men { get; set; }

    [Display(Name = "Youth among them"), Range(0, 10_000_000)]
    public int? Youth { get; set; }

    [Display(Name = "Note"), StringLength(2_000), DataType(DataType.MultilineText)]
    public string? Note { get; set; }

    public Consultation For(Instrument instrument) => new()
    {
        InstrumentId = instrument.Id,
        Country = instrument.Country,
        Classification = instrument.Classification,
        Compartment = instrument.Compartment,
        RegionCode = InstrumentForm.Said(Region),
        HeldOn = HeldOn!.Value,
        Place = InstrumentForm.Said(Place),
        Women = Women,
        Men = Men,
        Youth = Youth,
        Note = InstrumentForm.Said(Note),
    };
}
