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

    /// <summary>How its activity stands to what is told to the OECD (<see cref="CrsStanding"/>).</summary>
    public static readonly LedgerAxis Crs = new("crs");

    /// <summary>For what, as it is told to the OECD of the same activity. Unlike <see cref="Sector"/> never divided: so it is known of what is left out, too.</summary>
    public static readonly LedgerAxis Purpose = new("purpose");

    /// <summary>Why a line is left out.</summary>
    internal static readonly LedgerAxis Reason = new("reason");

    internal static readonly LedgerAxis Transaction = new("transaction");

    /// <summary>What people ask by.</summary>
    public static readonly IReadOnlyList<LedgerAxis> All =
        [Year, Partner, Objective, Component, Sector, Region, FlowType, Verdict, Beside, Reach, FinanceType, AidType, Crs, Purpose, .. CodeWords.MarkerCodes.Select(m => new LedgerAxis($"marker-{m}", m))];

    /// <summary>By what money is for: what is left out is not divided by it.</summary>
    public bool IsDivided => this == Component || this == Sector || this == Objective || this == Verdict || this == Beside || this == Reach;

    public static LedgerAxis? Find(string? word) => All.FirstOrDefault(a => a.Word == word);

    public bool Equals(LedgerAxis? other) => other?.Word == Word;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Word);
}

/// <summary>Reads the values of lines on an axis as numbers.</summary>
internal sealed class AxisReader
{
    // From the code of a column to the number of a value; null where they are the same.
    private readonly int[]? map;

    private AxisReader(LedgerColumn column, IReadOnlyList<string> values, int[]? map = null) => (Column, Values, this.map) = (column, values, map);

    public LedgerColumn Column { get; }

    /// <summary>By number; the first is what nobody said.</summary>
    public IReadOnlyList<string> Values { get; }

    public static AxisReader Of(LedgerAxis axis, LedgerCodes codes, PlanObjectives plan) => axis switch
    {
        { Marker: { } marker } => Mapped(LedgerColumn.Markers, codes.Markers, w => MarkerWord.Read(w).Where(m => m.Code == marker).Select(m => m.Significance).FirstOrDefault(LedgerQuestion.Undeclared)),
        _ when axis == LedgerAxis.Year => new(LedgerColumn.Year, Words(codes.Years, y => y.ToString(CultureInfo.InvariantCulture))),
        _ when axis == LedgerAxis.Partner => new(LedgerColumn.Partner, Words(codes.Partners, p => p.ToString())),
        _ when axis == LedgerAxis.Objective => Mapped(LedgerColumn.Objective, codes.Objectives, plan.Of),
        _ when axis == LedgerAxis.Component => new(LedgerColumn.Component, Words(codes.Components, c => c)),
        _ when axis == LedgerAxis.Sector => new(LedgerColumn.Sector, Words(codes.Sectors, c => c)),
        _ when axis == LedgerAxis.Region => new(LedgerColumn.Region, Words(codes.Regions, c => c)),
        _ when axis == LedgerAxis.FlowType => new(LedgerColumn.FlowType, Words(codes.FlowTypes, c => c)),
        _ when axis == LedgerAxis.Verdict => Mapped(LedgerColumn.Judged, codes.Judgements, j => j.Verdict.ToString()),
        _ when axis == LedgerAxis.Beside => Mapped(LedgerColumn.Judged, codes.Judgements, j => j.Beside.ToString()),
        _ when axis == LedgerAxis.Reach => Mapped(LedgerColumn.Judged, codes.Judgements, j => j.Reach?.ToString() ?? LedgerQuestion.Undeclared),
        _ when axis == LedgerAxis.FinanceType => new(LedgerColumn.FinanceType, Words(codes.FinanceTypes, c => c)),
        _ when axis == LedgerAxis.AidType => new(LedgerColumn.AidType, Words(codes.AidTypes, c => c)),
        _ when axis == LedgerAxis.Crs => Mapped(LedgerColumn.Crs, codes.Crs, w => CrsWord.StandingOf(w).ToString()),
        _ when axis == LedgerAxis.Purpose => Mapped(LedgerColumn.Crs, codes.Crs, w => CrsWord.PurposeOf(w) ?? LedgerQuestion.Undeclared),
        _ when axis == LedgerAxis.Reason => new(LedgerColumn.Reason, [LedgerQuestion.Undeclared, .. Enum.GetNames<ExclusionReason>()]),
        _ => new(LedgerColumn.Type, [LedgerQuestion.Undeclared, .. Enum.GetNames<TransactionType>()]),
    };

    public int? Find(string value)
    {
        for (var i = 0; i < Values.Count; i++)
        {
            if (Values[i] == value) return i;
        }

        return null;
    }

    public int NumberOf(int code) => map is null ? code : map[code];

    /// <summary>Which codes stand for a value, by its number.</summary>
    public bool[] CodesOf(int number) => [.. Enumerable.Range(0, map?.Length ?? Values.Count).Select(code => NumberOf(code) == number)];

    private static List<string> Words<T>(CodeTable<T> table, Func<T, string> word) where T : notnull =>
        [LedgerQuestion.Undeclared, .. Enumerable.Range(1, table.Count - 1).Select(i => word(table[i]))];

    private static AxisReader Mapped<T>(LedgerColumn column, CodeTable<T> table, Func<T, string> value) where T : notnull
    {
        var values = Words(table, value);
        var distinct = values.Distinct().ToList();
        var places = distinct.Select((v, i) => (v, i)).ToDictionary(v => v.v, v => v.i);
        return new(column, distinct, [.. values.Select(v => places[v])]);
    }
}
