using Cornerstone.Features.Commitments;
using Cornerstone.Features.ServedProvisions;
using Cornerstone.Languages;
using Cornerstone.Ui.Tags;

namespace Cornerstone.Features.CouncilBenchmarks;

/// <summary>The words of this room's values, and how its history says the names the journal keeps.</summary>
internal static class CouncilBenchmarkWords
{
    public static readonly IReadOnlyDictionary<string, string> History = new Dictionary<string, string>
    {
        ["council.add"] = Text.Later("Benchmark added"),
        ["council.edit"] = Text.Later("Benchmark edited"),
        ["council.import"] = Text.Later("Benchmarks read from a workbook"),
        ["council.agree"] = Text.Later("Agreed with the host country"),
        ["council.judge"] = Text.Later("Judged"),
        ["council.correct"] = Text.Later("Judgement corrected"),
        ["council.close"] = Text.Later("Benchmark closed"),
        ["council.reopen"] = Text.Later("Benchmark opened again"),
        ["council.obstacle"] = Text.Later("Obstacle added"),
        ["council.overcome"] = Text.Later("Obstacle overcome"),
        [nameof(CouncilBenchmark.Words)] = Text.Later("Wording"),
        [nameof(CouncilBenchmark.Kind)] = Text.Later("Kind"),
        [nameof(CouncilBenchmark.Provision)] = Text.Later("Paragraph"),
        [nameof(CouncilBenchmark.IndicatorIds)] = Text.Later("Indicators"),
        [nameof(CouncilBenchmark.InstitutionIds)] = Text.Later("Institutions"),
        [nameof(CouncilBenchmark.Assessor)] = Text.Later("Assessor"),
        [nameof(CouncilBenchmark.AgreedOn)] = Text.Later("Agreed on"),
        [nameof(CouncilBenchmark.AgreedIn)] = Text.Later("Agreed in"),
        [nameof(CouncilBenchmark.ClosedBecause)] = Text.Later("Closed because"),
        [nameof(CouncilJudgement.BenchmarkId)] = Text.Later("Benchmark"),
        [nameof(CouncilJudgement.Party)] = Text.Later("Party"),
        [nameof(CouncilJudgement.Judgement)] = Text.Later("Judgement"),
        [nameof(CouncilJudgement.Justification)] = Text.Later("Justification"),
        [nameof(CouncilJudgement.Progress)] = Text.Later("Progress"),
        [nameof(CouncilJudgement.PeriodFrom)] = Text.Later("Period from"),
        [nameof(CouncilJudgement.PeriodUntil)] = Text.Later("Period until"),
        [nameof(CouncilJudgement.PeriodPrecision)] = Text.Later("Precision of the period"),
        [nameof(CouncilJudgement.JudgedBy)] = Text.Later("Judged by"),
        [nameof(CouncilJudgement.JudgedAt)] = Text.Later("Judged"),
        [nameof(CouncilJudgement.CorrectedBecause)] = Text.Later("Corrected because"),
        [nameof(CouncilObstacle.Since)] = Text.Later("Since"),
        [nameof(CouncilObstacle.OvercomeOn)] = Text.Later("Overcome on"),
        [nameof(CouncilObstacle.OvercomeHow)] = Text.Later("How it was overcome"),
        [$"State.{BenchmarkState.AgreedWithHost}"] = Text.Later("Agreed with the host country"),
        [$"State.{BenchmarkState.Assessed}"] = Text.Later("Assessed"),
        [$"State.{BenchmarkState.Closed}"] = Text.Later("Closed"),
        [$"Kind.{BenchmarkKind.Core}"] = Text.Later("Core: within the control of the United Nations"),
        [$"Kind.{BenchmarkKind.Contextual}"] = Text.Later("Contextual: outside it, and decisive"),
        [$"Party.{JudgedParty.Assistance}"] = Text.Later("Effectiveness of assistance"),
        [$"Party.{JudgedParty.Host}"] = Text.Later("Commitments of the host country"),
        [$"Judgement.{Judgement.NotMet}"] = Text.Later("Not met"),
        [$"Judgement.{Judgement.PartlyMet}"] = Text.Later("Partly met"),
        [$"Judgement.{Judgement.Met}"] = Text.Later("Met"),
        [$"Judgement.{Judgement.Reversed}"] = Text.Later("Reversed"),
    };

    public static string Of(this Text T, BenchmarkState state) => state switch
    {
        BenchmarkState.Proposed => T["Proposed"],
        BenchmarkState.AgreedWithHost => T["Agreed with the host country"],
        BenchmarkState.Assessed => T["Assessed"],
        _ => T["Closed"],
    };

    public static string Of(this Text T, BenchmarkKind kind) => T[History[$"Kind.{kind}"]];

    public static string Of(this Text T, JudgedParty party) => T[History[$"Party.{party}"]];

    public static string Of(this Text T, Judgement judgement) => T[History[$"Judgement.{judgement}"]];

    public static Tone ToneOf(BenchmarkState state) => state switch
    {
        BenchmarkState.Assessed => Tone.Good,
        BenchmarkState.AgreedWithHost => Tone.Information,
        _ => Tone.Neutral,
    };

    public static Tone ToneOf(Judgement judgement) => judgement switch
    {
        Judgement.Met => Tone.Good,
        Judgement.PartlyMet => Tone.Warning,
        _ => Tone.Bad,
    };

    /// <summary>"S/RES/2577 (2021), para. 2" from a platform id.</summary>
    public static string CitationOf(this Text T, string provision) =>
        CitedProvision.Parts(provision) is (var symbol, { } path) ? T["{0}, {1}", symbol, T.Paragraph(path)] : provision;
}
