using Cornerstone.Sealing.Keys;
using Cornerstone.Sealing.Tests.TestKit;

namespace Cornerstone.Sealing.Tests.Keys;

public sealed class RecoveryTests
{
    private readonly PersonKey[] officers = [Given.Person(), Given.Person(), Given.Person()];
    private readonly RecoveryKey recovery = Given.Recovery();
    private readonly CompartmentKey key = CompartmentKey.Create(Guid.CreateVersion7());

    private IReadOnlyList<PairSeal> Pairs => recovery.SealFor(officers[0].Holder, officers[1].Holder, officers[2].Holder);

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(0, 1, 0)]
    [InlineData(1, 0, 2)]
    [InlineData(1, 2, 0)]
    [InlineData(2, 1, 2)]
    [InlineData(2, 2, 1)]
    public void Any_two_of_the_three_recover_a_compartment(int pair, int one, int other)
    {
        var wrap = key.Admit(recovery.Holder);
        using var dossier = key.NewDossier(Guid.CreateVersion7());
        var dossierWrap = key.Wrap(dossier);

        using var recovered = RecoveryKey.Open(Pairs[pair], officers[one], officers[other]);
        using var compartment = recovered.Open(wrap);
        using var newcomer = Given.Person();
        using var admitted = newcomer.Open(compartment.Admit(newcomer.Holder));
        using var opened = admitted.Open(dossierWrap);

        Assert.Equal(dossier.Dossier, opened.Dossier);
    }

    [Fact]
    public void No_officer_recovers_alone_whatever_pair_they_name()
    {
        var attempts = from pair in Pairs
                       from officer in officers
                       from first in officers
                       from second in officers
                       let claimed = pair with { First = first.Person, Second = second.Person }
                       where Given.Opens(() => RecoveryKey.Open(claimed, officer, officer).Dispose()) || Given.Opens(() => RecoveryKey.Open(pair, officer, officer).Dispose())
                       select claimed;

        Assert.Empty(attempts);
    }

    [Fact]
    public void A_pair_does_not_open_with_an_officer_of_another_pair_or_a_stranger()
    {
        using var stranger = Given.Person();

        Assert.Throws<SealBrokenException>(() => RecoveryKey.Open(Pairs[0], officers[0], officers[2]));
        Assert.Throws<SealBrokenException>(() => RecoveryKey.Open(Pairs[0], officers[0], stranger));
        Assert.Throws<SealBrokenException>(() => RecoveryKey.Open(Pairs[0] with { Second = stranger.Person }, officers[0], stranger));
        Assert.Throws<SealBrokenException>(() => RecoveryKey.Open(Pairs[0] with { Recovery = Guid.CreateVersion7() }, officers[0], officers[1]));
    }

    [Fact]
    public void An_officer_who_passes_on_the_outer_box_gives_away_nothing_without_the_second()
    {
        // The first officer's own key opens the outer box only; what is in it is the second's.
        Assert.Throws<SealBrokenException>(() => officers[0].Open(new KeyWrap(key.Compartment, 1, officers[0].Holder, Pairs[0].Bytes, default)));
        Assert.Throws<SealBrokenException>(() => recovery.Open(key.Admit(officers[0].Holder)));
    }

    [Fact]
    public void Three_officers_are_three_persons_with_three_keys()
    {
        var (a, b) = (officers[0].Holder, officers[1].Holder);

        Assert.Throws<ArgumentException>(() => recovery.SealFor(a, b, a));
        Assert.Throws<ArgumentException>(() => recovery.SealFor(a, b, a with { Id = Guid.CreateVersion7() }));
        Assert.Throws<ArgumentException>(() => recovery.SealFor(a, b, recovery.Holder));
    }
}
