using Cornerstone.Charts;
using Cornerstone.Languages;
using Cornerstone.Ui.Tags;

namespace Cornerstone.Features.Benchmarks;

/// <summary>What a light says, in words: colour alone tells nothing to many readers, and nothing in print.</summary>
public static class LightWords
{
    /// <summary>"On track", "Off track, moving away ↓", "No light: stale".</summary>
    public static string Of(this Text T, Standing standing) => standing switch
    {
        { Light: Light.Grey, Why: { } why } => T.Of(why),
        { IsReversed: true } => T["Moving away from the target"],
        _ => T.Of(standing.Light),
    };

    public static string Of(this Text T, Light light) => light switch
    {
        Light.Green => T["On track"],
        Light.Amber => T["Somewhat behind"],
        Light.Red => T["Off track"],
        Light.Blue => T["Target reached early"],
        _ => T["No light"],
    };

    public static string Of(this Text T, GreyReason why) => why switch
    {
        GreyReason.NoData => T["No value yet"],
        GreyReason.Stale => T["Value too old"],
        GreyReason.LowQuality => T["Quality too low"],
        GreyReason.NoTarget => T["No baseline or target"],
        GreyReason.ContextOnly => T["Context only: not judged"],
        GreyReason.TooEarly => T["Too early to say"],
        _ => T["Too uncertain to say"],
    };

    /// <summary>In a chart a light has the colour it has everywhere.</summary>
    public static SeriesTone SeriesToneOf(Light light) => light switch
    {
        Light.Green => SeriesTone.Good,
        Light.Amber => SeriesTone.Warning,
        Light.Red => SeriesTone.Bad,
        Light.Blue => SeriesTone.Information,
        _ => SeriesTone.Neutral,
    };

    public static Tone ToneOf(Light light) => light switch
    {
        Light.Green => Tone.Good,
        Light.Amber => Tone.Warning,
        Light.Red => Tone.Bad,
        Light.Blue => Tone.Information,
        _ => Tone.Neutral,
    };
}
