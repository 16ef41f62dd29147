namespace Cornerstone.Features.Instruments;

/// <summary>How long an instrument took from its start to its adoption, or has taken so far.</summary>
public sealed record MakingTime(DateOnly From, DateOnly Until, bool IsOver)
{
    /// <summary>Full months between the two days.</summary>
    public int Months => (Until.Year - From.Year) * 12 + Until.Month - From.Month - (Until.Day < From.Day ? 1 : 0);

    public int Years => Months / 12;

    /// <summary>Months beyond the full years.</summary>
    public int MonthsBeyond => Months % 12;

    /// <summary>Null when nobody has said when the work began; a draft given up has stopped counting.</summary>
    public static MakingTime? Of(Instrument instrument, DateOnly today) => (instrument.StartedOn, instrument.AdoptedOn, instrument.State) switch
    {
        (null, _, _) => null,
        ({ } from, { } adopted, _) when adopted >= from => new(from, adopted, true),
        ({ } from, null, InstrumentState.Lapsed) when instrument.StateSince >= from => new(from, instrument.StateSince, true),
        ({ } from, null, _) when today >= from => new(from, today, false),
        _ => null,
    };
}
