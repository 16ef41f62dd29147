using Cornerstone.Values;

namespace Cornerstone.Features.Instruments;

/// <summary>What a reader should know before trusting an instrument. A finding forbids nothing.</summary>
public static class InstrumentFindings
{
    /// <summary>Below half, the drafting was mostly foreign.</summary>
    public const decimal NationalMajority = 50m;

    public static IEnumerable<Refusal> Of(Instrument instrument, ConsultationCoverage coverage, DateOnly today)
    {
        if (instrument.NationalShare < NationalMajority && coverage.Consultations == 0)
        {
            yield return new Refusal("instruments.foreign-and-unheard", 100m - instrument.NationalShare.Value);
        }

        if (InstrumentPath.IsAdopted(instrument.State))
        {
            foreach (var finding in OfAdopted(instrument, coverage))
            {
                yield return finding;
            }
        }

        if (InstrumentPath.IsInForce(instrument.State) && instrument.ValidUntil < today)
        {
            yield return new Refusal("instruments.past-its-term", instrument.ValidUntil!.Value);
        }
    }

    // S/2022/280, paras. 24-28: strategies are read for context, conflict sensitivity, gender and authorship.
    private static IEnumerable<Refusal> OfAdopted(Instrument instrument, ConsultationCoverage coverage)
    {
        if (coverage is { Consultations: > 0, IsComplete: false })
        {
            yield return new Refusal("instruments.adopted-regions-not-heard", coverage.NotHeard.Count);
        }

        if (instrument.HasGenderAnalysis == false)
        {
            yield return new Refusal("instruments.no-gender-analysis");
        }

        if (instrument.HasConflictAnalysis == false)
        {
            yield return new Refusal("instruments.no-conflict-analysis");
        }

        if (instrument.IsCosted == false)
        {
            yield return new Refusal("instruments.not-costed");
        }
    }
}
