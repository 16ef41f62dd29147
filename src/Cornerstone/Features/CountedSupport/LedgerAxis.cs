using System.Globalization;
using Cornerstone.Features.OdaEligibility;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportLedger;

namespace Cornerstone.Features.CountedSupport;

/// <summary>Something every line of the ledger has a value of, and by which it can be asked for, grouped and filtered.</summary>
/// <param name="Word">In addresses.</param>
/// <param name="Marker">The policy marker it is about.</param>
public sealed record LedgerAxis(string Word, string? Marker = null)
{
    public static readonly LedgerAxis Year = new("year");
    public static readonly LedgerAxis Partner = new("partner");
    public static readonly LedgerAxis Objective = new("objective");
    public static readonly LedgerAxis Component = new("component");
    public static readonly LedgerAxis Sector = new("sector");
    public static readonly LedgerAxis Region = new("region");
    public static readonly LedgerAxis FlowType = new("flow");
    public static readonly LedgerAxis FinanceType = new("finance");
    public static readonly LedgerAxis AidType = new("aid");

    /// <summary>What the rules of development assistance say, in our assessment (<see cref="OdaVerdict"/>).</summary>
    public static readonly LedgerAxis Verdict = new("oda");

    /// <summary>How our assessment stands to the reporter's type of flow (<see cref="OdaBeside"/>).</summary>
    public static readonly LedgerAxis Beside = new("oda-beside");

    /// <summary>The core and the broad view of reform (<see cref="SsrReach"/>).</summary>
    public static readonly LedgerAxis Reach = new("ssr");

    /// <summary>Why a line is left out.</summary>
    internal static readonly LedgerAxis Reason = new("reason");

    internal static readonly LedgerAxis Transaction = new("transaction");

    /// <summary>What people ask by.</summary>
    public static readonly IReadOnlyList<LedgerAxis> All =
        [Year, Partner, Objective, Component, Sector, Region, FlowType, Verdict, Beside, Reach, FinanceType, AidType, .. CodeWords.MarkerCodes.Select(m => new LedgerAxis($"marker-{m}", m))];

    /// <summary>By what money is for: what is left out is not divided by it.</summary>
    public bool IsDivided => this == Component || this == Sector || this == Objective || this == Verdict || this == Beside || this == Reach;

    public static LedgerAxis? Find(string? word) => All.FirstOrDefault(a => a.Word == word);

    public bool Equals(LedgerAxis? other) => other?.Word == Word;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Word);
}

/// <summary>Reads the values of lines on an axis as numbers, a column at a time.</summary>
internal sealed class AxisReader
{
    private readonly Func<LineColumns, int[]>? ofLine;
    private readonly bool isJudged;
    private readonly Func<FlowColumns, int[]>? ofFlow;
    private readonly Func<ActivityColumns, int[]>? ofActivity;
    private readonly int[]? map;

    private AxisReader(IReadOnlyList<string> values, Func<LineColumns, int[]>? ofLine = null, Func<FlowColumns, int[]>? ofFlow = null, Func<ActivityColumns, int[]>? ofActivity = null, bool isJudged = false, int[]? map = null) =>
        (Values, this.ofLine, this.ofFlow, this.ofActivity, this.isJudged, this.map) = (values, ofLine, ofFlow, ofActivity, isJudged, map);

    /// <summary>By number; the first is what nobody said.</summary>
    public IReadOnlyList<string> Values { get; }

    public static AxisReader Of(LedgerAxis axis, LedgerCodes codes, PlanObjectives plan) => axis switch
    {
        { Marker: { } marker } => Mapped(codes.Markers, w => MarkerWord.Read(w).Where(m => m.Code == marker).Select(m => m.Significance).FirstOrDefault(LedgerQuestion.Undeclared), ofActivity: a => a.Markers),
        _ when axis == LedgerAxis.Year => new(Words(codes.Years, y => y.ToString(CultureInfo.InvariantCulture)), ofFlow: f => f.Year),
        _ when axis == LedgerAxis.Partner => new(Words(codes.Partners, p => p.ToString()), ofLine: l => l.Partner),
        _ when axis == LedgerAxis.Objective => Mapped(codes.Objectives, plan.Of, ofLine: l => l.Objective),
        _ when axis == LedgerAxis.Component => new(Words(codes.Components, c => c), ofLine: l => l.Component),
        _ when axis == LedgerAxis.Sector => new(Words(codes.Sectors, c => c), ofLine: l => l.Sector),
        _ when axis == LedgerAxis.Region => new(Words(codes.Regions, c => c), ofActivity: a => a.Region),
        _ when axis == LedgerAxis.FlowType => new(Words(codes.FlowTypes, c => c), ofFlow: f => f.FlowType),
        _ when axis == LedgerAxis.Verdict => Judged(codes, j => j.Verdict.ToString()),
        _ when axis == LedgerAxis.Beside => Judged(codes, j => j.Beside.ToString()),
        _ when axis == LedgerAxis.Reach => Judged(codes, j => j.Reach?.ToString() ?? LedgerQuestion.Undeclared),
        _ when axis == LedgerAxis.FinanceType => new(Words(codes.FinanceTypes, c => c), ofFlow: f => f.FinanceType),
        _ when axis == LedgerAxis.AidType => new(Words(codes.AidTypes, c => c), ofFlow: f => f.AidType),
        _ when axis == LedgerAxis.Reason => new([LedgerQuestion.Undeclared, .. Enum.GetNames<ExclusionReason>()], ofLine: l => l.Reason),
        _ => new([LedgerQuestion.Undeclared, .. Enum.GetNames<TransactionType>()], ofFlow: f => f.Type),
    };

    public int? Find(string value)
    {
        for (var i = 0; i < Values.Count; i++)
        {
            if (Values[i] == value) return i;
        }

        return null;
    }

    /// <summary>For each picked line the number of its value.</summary>
    public void Read(LedgerBlock block, LineColumns lines, ReadOnlySpan<int> picked, Span<int> into)
    {
        if (ofLine is not null)
        {
            var column = ofLine(lines);
            for (var i = 0; i < picked.Length; i++) into[i] = column[picked[i]];
        }
        else if (isJudged)
        {
            var column = lines.Judged;
            for (var i = 0; i < picked.Length; i++) into[i] = column[picked[i]];
        }
        else if (ofFlow is not null)
        {
            var (column, flow) = (ofFlow(block.Flows), lines.Flow);
            for (var i = 0; i < picked.Length; i++) into[i] = column[flow[picked[i]]];
        }
        else
        {
            var (column, flow, activity) = (ofActivity!(block.Activities), lines.Flow, block.Flows.Activity);
            for (var i = 0; i < picked.Length; i++) into[i] = column[activity[flow[picked[i]]]];
        }

        if (map is null) return;
        for (var i = 0; i < picked.Length; i++) into[i] = map[into[i]];
    }

    private static List<string> Words<T>(CodeTable<T> table, Func<T, string> word) where T : notnull =>
        [LedgerQuestion.Undeclared, .. Enumerable.Range(1, table.Count - 1).Select(i => word(table[i]))];

    private static AxisReader Judged(LedgerCodes codes, Func<LineJudgement, string> value) => Mapped(codes.Judgements, value, isJudged: true);

    private static AxisReader Mapped<T>(
        CodeTable<T> table, Func<T, string> value, Func<LineColumns, int[]>? ofLine = null, Func<ActivityColumns, int[]>? ofActivity = null, bool isJudged = false)
        where T : notnull
    {
        var values = Words(table, value);
        var distinct = values.Distinct().ToList();
        var places = distinct.Select((v, i) => (v, i)).ToDictionary(v => v.v, v => v.i);
        return new(distinct, ofLine, null, ofActivity, isJudged, [.. values.Select(v => places[v])]);
    }
}
