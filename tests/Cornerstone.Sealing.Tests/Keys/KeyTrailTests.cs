using Cornerstone.Sealing.Keys;
using Cornerstone.Sealing.Tests.TestKit;

namespace Cornerstone.Sealing.Tests.Keys;

public sealed class KeyTrailTests
{
    private static readonly Guid Compartment = Guid.CreateVersion7();

    private readonly PersonKey member = Given.Person();
    private readonly CompartmentKey first = CompartmentKey.Create(Compartment);

    [Fact]
    public void A_key_never_seen_before_is_called_so() => Assert.Equal(Trust.FirstSeen, member.Judge(first, new KeyTrail([], [])));

    [Fact]
    public void The_key_remembered_is_believed()
    {
        Assert.Equal(Trust.Followed, member.Judge(first, new KeyTrail([member.Pin(first)], [])));
    }

    [Fact]
    public void A_member_who_was_away_for_three_rotations_follows_the_steps()
    {
        var pin = member.Pin(first);
        var (second, toSecond) = first.Next();
        var (third, toThird) = second.Next();
        var (fourth, toFourth) = third.Next();

        Assert.Equal(Trust.Followed, member.Judge(fourth, new KeyTrail([pin], [toFourth, toSecond, toThird])));
        Assert.Equal(Trust.Broken, member.Judge(fourth, new KeyTrail([pin], [toSecond, toFourth])));
    }

    [Fact]
    public void A_next_key_made_up_by_whoever_writes_to_the_database_is_found()
    {
        var pin = member.Pin(first);
        using var thief = CompartmentKey.Create(Compartment);
        var (madeUp, step) = thief.Next();
        var (_, stolen) = first.Next();

        // The thief boxes a key of their own to the member, whose public key everybody may know.
        using var opened = member.Open(madeUp.Admit(member.Holder));

        Assert.Equal(Trust.Broken, member.Judge(opened, new KeyTrail([pin], [step])));
        Assert.Equal(Trust.Broken, member.Judge(opened, new KeyTrail([pin], [stolen])));
        Assert.Equal(Trust.Broken, member.Judge(opened, new KeyTrail([pin], [])));
        Assert.Equal(Trust.Broken, member.Judge(thief, new KeyTrail([pin], [])));
    }

    [Fact]
    public void A_key_older_than_all_that_is_remembered_is_not_believed()
    {
        var (second, step) = first.Next();

        Assert.Equal(Trust.Broken, member.Judge(first, new KeyTrail([member.Pin(second)], [step])));
        Assert.Equal(Trust.Followed, member.Judge(first, new KeyTrail([member.Pin(first), member.Pin(second)], [step])));
    }

    [Fact]
    public void Another_person_s_pin_says_nothing()
    {
        using var other = Given.Person();

        Assert.Equal(Trust.Broken, member.Judge(first, new KeyTrail([other.Pin(first)], [])));
        Assert.Equal(Trust.Broken, member.Judge(first, new KeyTrail([other.Pin(first) with { Version = 1 }, other.Pin(first)], [])));
    }
}
