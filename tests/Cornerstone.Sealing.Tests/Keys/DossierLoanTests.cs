using Cornerstone.Sealing.Keys;
using Cornerstone.Sealing.Tests.TestKit;

namespace Cornerstone.Sealing.Tests.Keys;

public sealed class DossierLoanTests : IDisposable
{
    private readonly Panel panel = new(dossiers: 3);
    private readonly PersonKey outsider = Given.Person();
    private readonly KeyRing ring;
    private readonly DossierLoan loan;

    public DossierLoanTests()
    {
        ring = new KeyRing(outsider, KeyRing.UsualIdle, new FakeClock());
        using var key = panel.First.Open(panel.Store.Dossiers[1]);
        loan = key.LendTo(outsider.Holder, Guid.CreateVersion7(), panel.Compartment);
    }

    public void Dispose() => ring.Dispose();

    [Fact]
    public void It_opens_the_one_dossier_and_nothing_else_of_the_compartment()
    {
        Assert.True(ring.TryOpen(loan, out var key));

        Assert.Equal("statement 1", key.OpenText(panel.Cells[1].Place, panel.Cells[1].Field));
        Assert.False(Given.Opens(() => key.OpenText(panel.Cells[2].Place, panel.Cells[2].Field)));
        Assert.False(ring.TryNewest(panel.Compartment, out _));
        Assert.False(ring.TryOpen(panel.Store.Dossiers[2], out _));
    }

    [Fact]
    public void It_is_its_person_s_alone_and_of_its_opening_alone()
    {
        using var other = new KeyRing(Given.Person(), KeyRing.UsualIdle, new FakeClock());
        var id = Guid.CreateVersion7();

        Assert.False(other.TryOpen(loan, out _));
        Assert.False(Given.Opens(() => other.TryOpen(loan with { Person = other.Person }, out _)));
        Assert.False(Given.Opens(() => ring.TryOpen(loan with { Opening = id }, out _)));
        Assert.False(Given.Opens(() => ring.TryOpen(loan with { Dossier = id }, out _)));
        Assert.False(Given.Opens(() => ring.TryOpen(loan with { Compartment = id }, out _)));
        Assert.False(Given.Opens(() => ring.TryOpen(loan with { Generation = loan.Generation + 1 }, out _)));
    }

    [Fact]
    public void Each_altered_byte_is_found()
    {
        for (var at = 0; at < loan.Box.Length; at++)
        {
            var bytes = loan.Box.ToArray();
            bytes[at] ^= 1;
            Assert.False(Given.Opens(() => ring.TryOpen(loan with { Box = bytes }, out _)), $"byte {at}");
        }
    }

    [Fact]
    public void A_locked_ring_opens_nothing_and_ends_what_it_gave_out()
    {
        Assert.True(ring.TryOpen(loan, out var key));

        ring.Dispose();

        Assert.False(ring.TryOpen(loan, out _));
        Assert.Throws<ObjectDisposedException>(() => key.OpenText(panel.Cells[1].Place, panel.Cells[1].Field));
    }
}
