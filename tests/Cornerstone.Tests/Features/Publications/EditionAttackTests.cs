using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.Publications;
using Cornerstone.Features.Regions;
using Cornerstone.Published;
using Cornerstone.Tests.Features.Benchmarks;
using Cornerstone.Values;

namespace Cornerstone.Tests.Features.Publications;

/// <summary>
/// Somebody keeps every edition and looks at each table of people there can be: women and men in two regions, told in two editions.
/// Nobody among fewer than ten is ever found out to be (security handbook §2, goal 11; attack case SC-01).
/// </summary>
public sealed class EditionAttackTests
{
    private const int Cases = 60;
    private const int MostInACell = 60;

    // A place is the sum of these cells: women north, women south, men north, men south.
    private static readonly (string Area, string Part, int[] Cells)[] Places =
    [
        ("", "", [0, 1, 2, 3]), ("", "sex=F", [0, 1]), ("", "sex=M", [2, 3]), ("N", "", [0, 2]), ("S", "", [1, 3]),
        ("N", "sex=F", [0]), ("S", "sex=F", [1]), ("N", "sex=M", [2]), ("S", "sex=M", [3]),
    ];

    private static readonly IndicatorDefinition Card = GivenIndicators.Card(Guid.CreateVersion7(), IndicatorUnit.Count);

    [Fact]
    public void Who_keeps_two_editions_bounds_no_small_number()
    {
        var random = new Random(20261121);
        var withheld = 0;
        for (var i = 0; i < Cases; i++)
        {
            var cells = Enumerable.Range(0, 4).Select(_ => random.Next(2) == 0 ? random.Next(10) : random.Next(10, 26)).ToArray();
            var points = Places.Select(p => Point(p.Area, p.Part, p.Cells.Sum(c => cells[c]))).ToList();
            // The first edition splits by sex and by region and crosses them here and there; the second crosses them everywhere.
            var first = Told(points.Where((_, place) => place < 5 || random.Next(2) == 0), []);
            var second = Told(points, [.. first.Where(f => f.State == ToldState.Known).Select(f => f.Point.Id)]);
            var told = first.Concat(second).Where(f => f.State == ToldState.Known).DistinctBy(f => f.Point.Id).ToDictionary(f => points.IndexOf(f.Point), f => (int)f.Low!);

            var seen = Bounds(told);
            for (var place = 0; place < Places.Length; place++)
            {
                var (count, (least, most)) = ((int)points[place].Value.Number!, seen[place]);
                withheld += told.ContainsKey(place) ? 0 : 1;
                Assert.False(told.ContainsKey(place) && count < 10, $"{Places[place]} tells {count} of {string.Join(' ', cells)}");
                // A whole of ten to twelve that is told bounds each part of it by twelve (decision 35): nothing else may narrow it.
                var whole = told.Where(t => Places[place].Cells.All(Places[t.Key].Cells.Contains)).Select(t => t.Value + 2).DefaultIfEmpty(int.MaxValue).Min();
                var wide = Math.Min(whole, Math.Max(10, count + 5));
                Assert.True(count >= 10 || (most >= wide && least <= Math.Max(0, count - 5)), $"{Places[place]}: {count} lies between {least} and {most} in {string.Join(' ', cells)}");
            }
        }

        Assert.True(withheld > Cases);
    }

    // Least and most of every place, over all tables that would be told in the same way.
    private static (int Least, int Most)[] Bounds(Dictionary<int, int> told)
    {
        var bounds = Enumerable.Repeat((Least: int.MaxValue, Most: 0), Places.Length).ToArray();
        bool Fits(int place, int count) => !told.TryGetValue(place, out var rounded) || (count >= 10 && Math.Abs(count - rounded) <= 2);
        for (var a = 0; a <= MostInACell; a++)
        {
            for (var b = 0; b <= MostInACell && Fits(5, a); b++)
            {
                for (var c = 0; c <= MostInACell && Fits(6, b) && Fits(1, a + b); c++)
                {
                    for (var d = 0; d <= MostInACell && Fits(7, c) && Fits(3, a + c); d++)
                    {
                        int[] counts = [a + b + c + d, a + b, c + d, a + c, b + d, a, b, c, d];
                        if (!Fits(8, d) || !Fits(2, c + d) || !Fits(4, b + d) || !Fits(0, counts[0])) continue;

                        for (var p = 0; p < counts.Length; p++)
                        {
                            bounds[p] = (Math.Min(bounds[p].Least, counts[p]), Math.Max(bounds[p].Most, counts[p]));
                        }
                    }
                }
            }
        }

        return bounds;
    }

    private static IReadOnlyList<PublicFigure> Told(IEnumerable<SeriesPoint> points, HashSet<Guid> before) =>
        new PublicFigures(Card, new Dictionary<string, Region>(), before).Of(points, countsPeople: true);

    private static SeriesPoint Point(string area, string part, int count) =>
        GivenIndicators.Point(Card.IndicatorId, "2025", Figure.Exact(count), area, part).Published();
}
