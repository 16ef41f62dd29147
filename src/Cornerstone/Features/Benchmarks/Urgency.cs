namespace Cornerstone.Features.Benchmarks;

/// <summary>In which order a dashboard shows lights: what moves away first, what cannot be told before what is well.</summary>
public static class Urgency
{
    public static int Of(Standing standing) => standing switch
    {
        { Light: Light.Red, IsReversed: true } => 0,
        { Light: Light.Red } => 1,
        { Light: Light.Amber } => 2,
        { Light: Light.Grey } => 3,
        { Light: Light.Green } => 4,
        _ => 5,
    };
}
