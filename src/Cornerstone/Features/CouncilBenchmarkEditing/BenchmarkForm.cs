using System.ComponentModel.DataAnnotations;
using Cornerstone.Features.CouncilBenchmarks;
using Cornerstone.Languages;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Cornerstone.Features.CouncilBenchmarkEditing;

/// <summary>What a person may say about a benchmark, when adding and when editing it.</summary>
public sealed class BenchmarkForm
{
    [Display(Name = "Code"), Required, StringLength(20)]
    public string Code { get; set; } = "";

    [Display(Name = "Wording"), Required, StringLength(CouncilBenchmark.LongestText), DataType(DataType.MultilineText)]
    public string Words { get; set; } = "";

    [Display(Name = "Kind")]
    public BenchmarkKind Kind { get; set; }

    [Display(Name = "Document that sets it"), StringLength(60)]
    public string? Symbol { get; set; }

    [Display(Name = "Its paragraph"), StringLength(40)]
    public string? Paragraph { get; set; }

    [Display(Name = "Indicators")]
    public List<Guid> IndicatorIds { get; set; } = [];

    [Display(Name = "Institutions whose strength stands in the table")]
    public List<Guid> InstitutionIds { get; set; } = [];

    [Display(Name = "Assessor"), Required, StringLength(200)]
    public string Assessor { get; set; } = "";

    [Display(Name = "Judged next by")]
    public DateOnly? Due { get; set; }

    [Display(Name = "How far it may travel")]
    public Classification Classification { get; set; } = Classification.Partner;

    public string? Provision => CitedProvision.IdOf(Symbol, Paragraph);

    public static BenchmarkForm Of(CouncilBenchmark benchmark, string language)
    {
        var (symbol, path) = benchmark.Provision is { } id ? CitedProvision.Parts(id) : (null, null);
        return new()
        {
            Code = benchmark.Code,
            Words = benchmark.Words.In(language),
            Kind = benchmark.Kind,
            Symbol = symbol,
            Paragraph = path,
            IndicatorIds = [.. benchmark.IndicatorIds],
            InstitutionIds = [.. benchmark.InstitutionIds],
            Assessor = benchmark.Assessor,
            Due = benchmark.Due,
            Classification = benchmark.Classification,
        };
    }

    public void Check(ModelStateDictionary state, string prefix, Classification clearance, Text T)
    {
        if (Provision is null && (!string.IsNullOrWhiteSpace(Symbol) || !string.IsNullOrWhiteSpace(Paragraph)))
        {
            state.AddModelError($"{prefix}.{nameof(Symbol)}", T["Cite the paragraph by symbol and number: \"S/RES/2577 (2021)\" and \"2\" or \"20 (k)\"."]);
        }

        if (Classification > clearance)
        {
            state.AddModelError($"{prefix}.{nameof(Classification)}", T["You may not give a level above your own."]);
        }
    }

    public CouncilBenchmark New(string country, string language) => new()
    {
        Country = country,
        Classification = Classification,
        Code = Code.Trim(),
        Words = Wording.Of(language, Words.Trim()),
        Kind = Kind,
        Provision = Provision,
        IndicatorIds = [.. IndicatorIds],
        InstitutionIds = [.. InstitutionIds],
        Assessor = Assessor.Trim(),
        Due = Due,
    };

    public void CopyTo(CouncilBenchmark benchmark, string language)
    {
        benchmark.Code = Code.Trim();

        // What was shown in the original's words and left alone is no translation.
        benchmark.Words = benchmark.Words.In(language) == Words.Trim() ? benchmark.Words : benchmark.Words.With(language, Words.Trim());
        benchmark.Kind = Kind;
        benchmark.Provision = Provision;
        benchmark.IndicatorIds = [.. IndicatorIds];
        benchmark.InstitutionIds = [.. InstitutionIds];
        benchmark.Assessor = Assessor.Trim();
        benchmark.Due = Due;
        benchmark.Classification = Classification;
    }
}
