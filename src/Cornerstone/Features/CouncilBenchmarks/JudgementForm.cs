using System.ComponentModel.DataAnnotations;
using Cornerstone.Languages;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Cornerstone.Features.CouncilBenchmarks;

/// <summary>Both parties judged for one period, in one go: no judgement of the one without the other.</summary>
public sealed class JudgementForm
{
    [Display(Name = "Period"), Required, StringLength(25)]
    public string Period { get; set; } = "";

    [Display(Name = "Progress in the period"), StringLength(CouncilJudgement.LongestText), DataType(DataType.MultilineText)]
    public string? Progress { get; set; }

    [Display(Name = "Effectiveness of assistance"), Required]
    public Judgement? Assistance { get; set; }

    [Display(Name = "Justification: assistance"), Required, StringLength(CouncilJudgement.LongestText), DataType(DataType.MultilineText)]
    public string AssistanceWhy { get; set; } = "";

    [Display(Name = "Commitments of the host country"), Required]
    public Judgement? Host { get; set; }

    [Display(Name = "Justification: host country"), Required, StringLength(CouncilJudgement.LongestText), DataType(DataType.MultilineText)]
    public string HostWhy { get; set; } = "";

    [Display(Name = "Judged next by")]
    public DateOnly? NextDue { get; set; }

    [Display(Name = "Why an earlier judgement of this period is corrected"), StringLength(1_000)]
    public string? CorrectedBecause { get; set; }

    /// <summary>The two judgements; null, and a fault of the form, when the period is not understood.</summary>
    public IReadOnlyList<CouncilJudgement>? Judgements(CouncilBenchmark benchmark, Guid person, DateTimeOffset now, ModelStateDictionary state, string prefix, Text T)
    {
        if (!Values.Period.TryParse(Period, out var period))
        {
            state.AddModelError($"{prefix}.{nameof(Period)}", T["Write a period such as 2026, 2026-Q1, 2026-03 or 2026-01/2026-06."]);
            return null;
        }

        CouncilJudgement Of(JudgedParty party, Judgement judgement, string why) => new()
        {
            BenchmarkId = benchmark.Id,
            Country = benchmark.Country,
            Classification = benchmark.Classification,
            Compartment = benchmark.Compartment,
            PeriodFrom = period.From,
            PeriodUntil = period.Until,
            PeriodPrecision = period.Precision,
            Party = party,
            Judgement = judgement,
            Justification = why.Trim(),
            Progress = string.IsNullOrWhiteSpace(Progress) ? null : Progress.Trim(),
            JudgedBy = person,
            JudgedAt = now,
            CorrectedBecause = string.IsNullOrWhiteSpace(CorrectedBecause) ? null : CorrectedBecause.Trim(),
        };

        return [Of(JudgedParty.Assistance, Assistance!.Value, AssistanceWhy), Of(JudgedParty.Host, Host!.Value, HostWhy)];
    }
}
