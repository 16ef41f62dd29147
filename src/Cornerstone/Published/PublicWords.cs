using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Ui.Tags;
using Cornerstone.Values;

namespace Cornerstone.Published;

/// <summary>What the public reads, in words: the same for those who look at a proposal and for everybody.</summary>
public static class PublicWords
{
    /// <summary>"54 %", "fewer than 10", "withheld"; unknown and not applicable in words, never as zero.</summary>
    public static string Written(this Text T, PublishedFigure figure, PublishedIndicator card) => figure.State switch
    {
        ToldState.Withheld => T["withheld"],
        ToldState.Unknown => T.Said(Figure.Unknown),
        ToldState.NotApplicable => T.Said(Figure.NotApplicable),
        _ => WithUnit(T, figure, card),
    };

    public static string Of(this Text T, PublicTargetKind kind) => kind switch
    {
        PublicTargetKind.Baseline => T["Baseline"],
        PublicTargetKind.Milestone => T["Milestone"],
        _ => T["Target"],
    };

    public static string Of(this Text T, SubjectKind kind) => kind switch
    {
        SubjectKind.Indicator => T["Indicator"],
        SubjectKind.Plan => T["National plan"],
        SubjectKind.Support => T["Support"],
        SubjectKind.Benchmarks => T["Council benchmarks"],
        _ => T["Commitments"],
    };

    /// <summary>What the light says: colour alone tells nothing to many readers.</summary>
    public static string LightOf(this Text T, PublishedIndicator card) => card switch
    {
        { Light: null } => T["withheld"],
        { Light: PublicLight.Grey, LightWhy: { } why } => Of(T, why),
        { IsReversed: true } => T["Moving away from the target"],
        { Light: PublicLight.Green } => T["On track"],
        { Light: PublicLight.Amber } => T["Somewhat behind"],
        { Light: PublicLight.Red } => T["Off track"],
        { Light: PublicLight.Blue } => T["Target reached early"],
        _ => T["No light"],
    };

    public static Tone ToneOf(PublicLight? light) => light switch
    {
        PublicLight.Green => Tone.Good,
        PublicLight.Amber => Tone.Warning,
        PublicLight.Red => Tone.Bad,
        PublicLight.Blue => Tone.Information,
        _ => Tone.Neutral,
    };

    private static string Of(Text T, PublicWhy why) => why switch
    {
        PublicWhy.NoData => T["No value yet"],
        PublicWhy.Stale => T["Value too old"],
        PublicWhy.LowQuality => T["Quality too low"],
        PublicWhy.NoTarget => T["No baseline or target"],
        PublicWhy.ContextOnly => T["Context only: not judged"],
        PublicWhy.TooEarly => T["Too early to say"],
        _ => T["Too uncertain to say"],
    };

    private static string WithUnit(Text T, PublishedFigure figure, PublishedIndicator card)
    {
        var number = T.Said(Figure.Of(FigureState.Known, figure.Low, figure.High, figure.IsApproximate));
        return card.Unit switch
        {
            PublicUnit.Ordinal when figure.Number is { } level && level >= 0m && level < card.OrdinalLevels.Count => card.OrdinalLevels[(int)level],
            PublicUnit.YesNo when figure.Number is { } answer => answer == 0m ? T["No"] : T["Yes"],
            PublicUnit.Percent => T["{0} %", number],
            PublicUnit.RatioPer100k => T["{0} per 100,000", number],
            PublicUnit.Days => T["{0} days", number],
            _ => card.UnitDetail is { } detail ? T["{0} {1}", number, detail] : number,
        };
    }
}
