using Cornerstone.Data;

namespace Cornerstone.Tests.Data;

public sealed class OrderedIdTests
{
    [Fact]
    public void Identifiers_of_one_moment_stand_in_the_order_they_were_made_in()
    {
        var moment = new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

        var made = Enumerable.Range(0, 20_000).Select(_ => OrderedId.At(moment)).ToList();

        // As PostgreSQL compares them: byte by byte, which is how the text of a version 7 identifier sorts too.
        Assert.Equal(made, made.OrderBy(id => id.ToString(), StringComparer.Ordinal));
        Assert.Equal(made.Count, made.Distinct().Count());
        Assert.All(made, id => Assert.Equal((7, 'b'), (id.Version, "89ab".Contains(id.ToString()[19], StringComparison.Ordinal) ? 'b' : '-')));
    }
}
