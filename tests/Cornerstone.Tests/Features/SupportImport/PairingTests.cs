using Cornerstone.Features.SupportImport;

namespace Cornerstone.Tests.Features.SupportImport;

public sealed class PairingTests
{
    private sealed record Line(string? Name, int Day, decimal Amount);

    [Fact]
    public void The_same_line_continues_itself_wherever_it_stands_and_each_line_continues_one()
    {
        Line a = new(null, 1, 10m), b = new(null, 1, 20m);

        Assert.Equal([1, 0, null], Pairing.Of<Line>([a, b], [b, a, a], l => l.Name));
    }

    [Fact]
    public void A_changed_line_is_recognised_by_its_name_first_and_then_by_what_else_agrees()
    {
        Line[] old = [new("C1", 1, 10m), new(null, 2, 20m), new(null, 3, 30m)];
        Line[] now = [new(null, 2, 25m), new("C1", 9, 11m), new(null, 4, 30m)];

        Assert.Equal([1, 0, null], Pairing.Of(old, now, l => l.Name, l => l.Day));
    }
}
