namespace Cornerstone.Bench.Accuracy;

/// <summary>So many right of so many, with a few of the wrong ones by class.</summary>
/// <param name="atLeast">The share asked for; null for a stricter measure given beside it.</param>
internal sealed class Score(string name, double? atLeast = null)
{
    private readonly SortedDictionary<string, List<string>> _failures = new(StringComparer.Ordinal);

    internal string Name { get; } = name;
    internal int Right { get; private set; }
    internal int Total { get; private set; }
    internal double? AtLeast { get; } = atLeast;
    internal double Share => Total == 0 ? 1 : (double)Right / Total;
    internal bool IsMet => AtLeast is null || Share >= AtLeast;
    internal IReadOnlyDictionary<string, List<string>> Failures => _failures;

    internal void Count(bool isRight, string failureClass, string example)
    {
        Total++;
        if (isRight)
        {
            Right++;
            return;
        }

        if (!_failures.TryGetValue(failureClass, out var examples)) _failures[failureClass] = examples = [];
        examples.Add(example);
    }

    public override string ToString() => $"{Name,-36} {Right,6} of {Total,6}  {Share * 100,7:F2} %   {(AtLeast is null ? "for information" : $"asked {AtLeast * 100,5:F1} %  {(IsMet ? "met" : "NOT MET")}")}";
}
