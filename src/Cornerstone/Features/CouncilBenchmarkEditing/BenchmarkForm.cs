using System.ComponentModel.DataAnnotations;
using Cornerstone.Features.CouncilBenchmarks;
using Cornerstone.Features.ServedProvisions;
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

    /// <summary>The paragraph's platform id, once document and paragraph have been checked against the library.</summary>
    public string? Provision { get; private set; }

    private bool CitesSomething => !string.IsNullOrWhiteSpace(Symbol) || !string.IsNullOrWhiteSpace(Paragraph);

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
            Provision = benchmark.Provision,
            IndicatorIds = [.. benchmark.IndicatorIds],
            InstitutionIds = [.. benchmark.InstitutionIds],
            Assessor = benchmark.Assessor,
            Due = benchmark.Due,
            Classification = benchmark.Classification,
        };
    }

    public void Check(ModelStateDictionary state, string prefix, Classification clearance, Text T)
    {
        if (Classification > clearance)
        {
            state.AddModelError($"{prefix}.{nameof(Classification)}", T["You may not give a level above your own."]);
        }
    }

    /// <summary>Finds the paragraph that was chosen. What was linked before stays linked, even where the library no longer holds it.</summary>
    public async Task PickAsync(ProvisionPicker picker, string country, string? before, ModelStateDictionary state, string prefix, Text T, CancellationToken ct)
    {
        if (!CitesSomething)
        {
            return;
        }

        Provision = CitedProvision.IdOf(Symbol, Paragraph);
        if (Provision is not null && Provision == before)
        {
            return;
        }

        var picked = await picker.PickAsync(country, Symbol, Paragraph, ct);
        Provision = picked.Provision;
        if (picked.Why is { } why)
        {
            state.AddModelError($"{prefix}.{(picked.Document is null ? nameof(Paragraph) : nameof(Symbol))}", T[why]);
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
