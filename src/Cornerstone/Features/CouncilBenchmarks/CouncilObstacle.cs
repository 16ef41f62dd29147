using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Features.CouncilBenchmarks;

/// <summary>What stands in the way of a benchmark: S/RES/2553 (2020), para. 20 (e), has it told to the Council.</summary>
public sealed class CouncilObstacle : IRecord
{
    public const int LongestText = 1_000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid BenchmarkId { get; init; }

    public required string Country { get; init; }

    public required Classification Classification { get; init; }

    public Guid? Compartment { get; init; }

    public required string Words { get; init; }

    public required DateOnly Since { get; init; }

    public DateOnly? OvercomeOn { get; private set; }

    public string? OvercomeHow { get; private set; }

    public bool StoodIn(Period period) => Since <= period.Until && (OvercomeOn is null || OvercomeOn >= period.From);

    public Refusal? Overcome(DateOnly? on, string? how, DateOnly today)
    {
        if (OvercomeOn is not null) return new Refusal("council.obstacle-gone", OvercomeOn);
        if (on is null || string.IsNullOrWhiteSpace(how)) return new Refusal("council.obstacle-how");
        if (on < Since || on > today) return new Refusal("council.obstacle-day", Since);

        (OvercomeOn, OvercomeHow) = (on, how.Trim());
        return null;
    }
}
