using Cornerstone.Disclosure;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.Regions;
using Cornerstone.Published;
using Cornerstone.Values;

namespace Cornerstone.Features.Publications;

/// <summary>What of one value may be told, and why not where it may not.</summary>
internal sealed record PublicFigure(
    SeriesPoint Point, ToldState State, decimal? Low = null, decimal? High = null, decimal? Numerator = null, decimal? Denominator = null, int? RoundedTo = null,
    RowTelling Telling = RowTelling.Told, (long Least, long? Most)? CouldBe = null);

/// <summary>
/// The values of an indicator as the public reads them. Where it counts people, each period with those inside it is a table of people: fewer
/// than ten are withheld, the rest rounded, and as much more withheld as it takes (decision 32).
/// </summary>
/// <param name="toldBefore">Values told in an earlier edition: whoever kept it has them.</param>
internal sealed class PublicFigures(IndicatorDefinition card, IReadOnlyDictionary<string, Region> regions, IReadOnlySet<Guid> toldBefore)
{
    private static readonly CountRule Rule = CountRule.Default;

    // The youth band crosses two others (domain handbook §10.2).
    private const string Age = "age";
    private const string Youth = "18-29";
    private const string Region = "region";

    /// <param name="gone">Values told in an earlier edition and corrected or taken back since.</param>
    public IReadOnlyList<PublicFigure> Of(IEnumerable<SeriesPoint> points, bool countsPeople, params IReadOnlyList<SeriesPoint> gone) =>
    [
        .. (countsPeople ? Protected(points, gone) : points.Select(AsRecorded))
            .OrderBy(f => f.Point.UntilDay).ThenBy(f => f.Point.FromDay).ThenBy(f => f.Point.Area, StringComparer.Ordinal).ThenBy(f => f.Point.Dimensions, StringComparer.Ordinal),
    ];

    private IEnumerable<PublicFigure> Protected(IEnumerable<SeriesPoint> points, IReadOnlyList<SeriesPoint> gone)
    {
        var (families, crossing) = PeriodFamily.Of(points, card is { StockOrFlow: StockOrFlow.Flow, IsCumulative: false });
        var figures = families.SelectMany(Protected).Concat(crossing.Select(NotBeside));
        return card.IsCumulative ? Apart(figures, gone) : figures;
    }

    // Running totals of the same people are told only where they lie far apart. What an earlier edition told comes first, then the newest.
    private IEnumerable<PublicFigure> Apart(IEnumerable<PublicFigure> figures, IReadOnlyList<SeriesPoint> gone)
    {
        foreach (var place in figures.GroupBy(f => (f.Point.Area, f.Point.Dimensions)))
        {
            var told = gone.Where(p => (p.Area, p.Dimensions) == place.Key && p.Value.IsKnown).ToList();
            foreach (var figure in place.OrderByDescending(f => IsOut(f.Point)).ThenByDescending(f => f.Point.UntilDay))
            {
                var isKept = figure.State != ToldState.Known || IsOut(figure.Point) || !told.Exists(t => IsClose(t, figure.Point));
                if (figure.Point.Value.IsKnown && (IsOut(figure.Point) || (isKept && figure.State == ToldState.Known)))
                {
                    told.Add(figure.Point);
                }

                yield return isKept ? figure : new(figure.Point, ToldState.Withheld, Telling: RowTelling.WouldGiveAway);
            }
        }
    }

    // By the numbers as they are told: so of one that waits nobody knows whether few came in, none, or more than may be told.
    private bool IsClose(SeriesPoint one, SeriesPoint other)
    {
        var ((low, high), (otherLow, otherHigh)) = (Ends(one), Ends(other));
        return one.UntilDay != other.UntilDay && Math.Max(Math.Abs(high - otherLow), Math.Abs(otherHigh - low)) < Rule.Threshold + Rule.Base;
    }

    private (decimal Low, decimal High) Ends(SeriesPoint p) => Counted(p) is { } counted
        ? (Rule.Rounded(counted.Count), Rule.Rounded(counted.Count))
        : (Math.Floor((p.ValueLow ?? 0m) / Rule.Base) * Rule.Base, Math.Ceiling((p.ValueHigh ?? 0m) / Rule.Base) * Rule.Base);

    private bool IsOut(SeriesPoint p) => toldBefore.Contains(p.Id);

    // It crosses what is told, and the two cannot be checked together. What is out stays so.
    private PublicFigure NotBeside(SeriesPoint p) => !p.Value.IsKnown ? AsRecorded(p)
        : !IsOut(p) ? new(p, ToldState.Withheld, Telling: RowTelling.TableWithheld)
        : Counted(p) is not { } c ? Outside(p)
        : IsSmall(c.Count, c.Whole) ? new(p, ToldState.Withheld, Telling: RowTelling.TooFew)
        : Answer(p, new(Telling.Told, Rule.Rounded(c.Count), c.Whole is { } whole ? Rule.Rounded(whole) : null));

    private static PublicFigure AsRecorded(SeriesPoint p) => p.ValueState switch
    {
        FigureState.Unknown => new(p, ToldState.Unknown),
        FigureState.NotApplicable => new(p, ToldState.NotApplicable),
        _ => new(p, ToldState.Known, p.ValueLow, p.ValueHigh, p.Numerator, p.Denominator),
    };

    private IEnumerable<PublicFigure> Protected(PeriodFamily family)
    {
        var place = family.Placed().ToDictionary(p => p.Point, p => PlaceOf(p.Point, p.Period));
        var axes = AxesOf(place.Values, family);
        var table = new PeopleTable(axes, Rule);
        var recorded = place.Where(p => p.Key.Value.IsKnown && Counted(p.Key) is not null).ToDictionary(p => p.Value, p => Counted(p.Key)!.Value);
        foreach (var p in place.Keys.Where(p => recorded.ContainsKey(place[p])))
        {
            var (count, whole) = recorded[place[p]];
            Add(table, place[p], count, whole, isOut: IsOut(p) && !IsSmall(count, whole));
        }

        foreach (var (implied, (count, whole)) in WholeTable.Implied(axes, recorded))
        {
            Add(table, implied, count, whole, isOut: false);
        }

        // Too much to be looked at together: without what holds them, the shorter periods can be told each by itself.
        if (family.Within.Count > 0 && !table.CanBeChecked && !family.Points.Any(IsOut))
        {
            return family.Points.Select(NotBeside).Concat(family.Within.SelectMany(Protected));
        }

        var told = recorded.Count == 0 ? new Dictionary<Place, ToldCount>() : table.Protect();
        return place.Keys.Select(p => !p.Value.IsKnown ? AsRecorded(p)
            : recorded.ContainsKey(place[p]) ? Answer(p, told[place[p]])
            : Outside(p));
    }

    private static void Add(PeopleTable table, Place place, long count, long? whole, bool isOut)
    {
        if (whole is { } all)
        {
            table.AddShare(place, count, all, isOut);
        }
        else
        {
            table.Add(place, count, isOut);
        }
    }

    private PublicFigure Answer(SeriesPoint p, ToldCount told) => told switch
    {
        { Telling: not Telling.Told } => new(p, ToldState.Withheld, Telling: Enum.Parse<RowTelling>(told.Telling.ToString()), CouldBe: told.CouldBe),
        { Count: { } count, Whole: { } whole } => Share(p, count, whole),
        _ => new(p, ToldState.Known, told.Count, told.Count, RoundedTo: (int)Rule.Base),
    };

    // The share is computed anew from the rounded numbers: the recorded one would tell the numbers behind it.
    private PublicFigure Share(SeriesPoint p, long count, long whole)
    {
        var share = Math.Round(count * card.RatioFactor / whole, 1, MidpointRounding.AwayFromZero);
        return new(p, ToldState.Known, share, share, count, whole, (int)Rule.Base);
    }

    // An interval of the whole country is told with its ends rounded outwards; whatever else cannot be counted is not told.
    private PublicFigure Outside(SeriesPoint p) => !card.IsRatio && p.IsTotal && p is { ValueLow: { } low, ValueHigh: { } high } && low >= Rule.Threshold
        ? new(p, ToldState.Known, Math.Floor(low / Rule.Base) * Rule.Base, Math.Ceiling(high / Rule.Base) * Rule.Base, RoundedTo: (int)Rule.Base)
        : new(p, ToldState.Withheld, Telling: RowTelling.NotChecked);

    private (long Count, long? Whole)? Counted(SeriesPoint p) => card.IsRatio
        ? Whole(p.Numerator) is { } count && Whole(p.Denominator) is { } whole ? (count, whole) : null
        : Whole(p.Value.Number) is { } number ? (number, null) : null;

    private static long? Whole(decimal? number) => number is { } n && n >= 0m && n == decimal.Truncate(n) ? (long)n : null;

    private static bool IsSmall(long count, long? whole) =>
        Rule.IsSmall(count) || (whole is { } all && (Rule.IsSmall(all) || (all >= count && Rule.IsSmall(all - count))));

    private static Place PlaceOf(SeriesPoint p, string? period) => Place.Of(
        DimensionKey.Parse(p.Dimensions).Parts.Select(d => (d.Key, d.Value))
            .Concat(p.Area.Length == 0 ? [] : [(Region, p.Area)])
            .Concat(period is null ? [] : [(PeriodFamily.Axis, period)]));

    private List<Axis> AxesOf(IEnumerable<Place> places, PeriodFamily family) =>
    [
        .. places.SelectMany(p => p.Parts).Where(p => p.Key != PeriodFamily.Axis)
            .GroupBy(p => p.Key, p => p.Value)
            .Select(axis => new Axis(axis.Key, [.. axis.SelectMany(c => WithParents(axis.Key, c)).Distinct().Select(code => PartOf(axis.Key, code))])),
        .. family.Within.Count == 0 ? [] : new[] { family.AsAxis() },
    ];

    private IEnumerable<string> WithParents(string axis, string code) =>
        axis == Region && regions.GetValueOrDefault(code)?.ParentCode is { } parent ? [code, parent] : [code];

    private AxisPart PartOf(string axis, string code) => (axis, code) switch
    {
        (Age, Youth) => new(code, Across: ["18-24"], Cuts: "25-34"),
        (Region, _) => new(code, Under: regions.GetValueOrDefault(code)?.ParentCode),
        _ => new(code),
    };
}
