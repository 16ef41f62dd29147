using Cornerstone.Access;
using Cornerstone.Access.Requests;
using Cornerstone.Values;

namespace Cornerstone.Tests.Access.Requests;

public sealed class AccessRequestTests
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly Guid[] People = [.. Enumerable.Range(1, 4).Select(n => new Guid($"00000000-0000-7000-8000-00000000000{n}"))];

    [Fact]
    public void Another_administrator_approves_and_neither_who_asked_nor_who_it_is_for()
    {
        Assert.Equal("access.request-needs-another", Asked().Approve(People[0], Morning, needsTwo: true)?.Code);
        Assert.Equal("access.request-for-oneself", Asked().Approve(People[1], Morning, needsTwo: true)?.Code);
        Assert.Null(Asked().Approve(People[2], Morning, needsTwo: true));
    }

    [Fact]
    public void Alone_is_only_who_has_no_second_and_it_is_marked_until_somebody_else_looks()
    {
        var request = Asked();

        Assert.Null(request.Approve(People[0], Morning, needsTwo: false));

        Assert.True(request.IsAlone);
        Assert.Equal("access.request-needs-another", request.Look(People[0], Morning)?.Code);
        Assert.Equal("access.request-needs-another", request.Look(People[1], Morning)?.Code);
        Assert.Null(request.Look(People[2], Morning));
        Assert.Equal("access.request-decided", request.Look(People[3], Morning)?.Code);
    }

    [Theory]
    [InlineData(0, RequestState.Withdrawn)]
    [InlineData(1, RequestState.Refused)]
    [InlineData(2, RequestState.Refused)]
    public void Who_asked_withdraws_and_others_refuse(int by, RequestState expected)
    {
        var request = Asked();

        Assert.Null(request.Refuse(People[by], Morning));

        Assert.Equal(expected, request.State);
        Assert.Equal("access.request-decided", request.Approve(People[2], Morning, needsTwo: true)?.Code);
    }

    [Fact]
    public void After_seven_days_it_is_asked_anew()
    {
        Assert.Equal("access.request-expired", Asked().Approve(People[2], Morning.AddDays(7), needsTwo: true)?.Code);
        Assert.Null(Asked().Approve(People[2], Morning.AddDays(7).AddSeconds(-1), needsTwo: true));
    }

    // Goal 7 of the security text: none of ten thousand random walks ends with one person's act.
    [Fact]
    public void No_walk_of_ten_thousand_gives_access_by_one_person()
    {
        var random = new Random(20260302);
        var given = 0;
        for (var walk = 0; walk < 10_000; walk++)
        {
            var request = Asked();
            var approvals = Walk(request, random);

            Assert.False(request.IsAlone);
            Assert.InRange(approvals, 0, 1);
            if (request.State == RequestState.Approved)
            {
                given++;
                Assert.DoesNotContain(request.DecidedBy!.Value, new[] { request.AskedBy, request.PersonId });
                Assert.True(request.DecidedAt < request.ExpiresAt);
            }
        }

        Assert.InRange(given, 1_000, 9_000);
    }

    private static int Walk(AccessRequest request, Random random)
    {
        var (now, approvals) = (Morning, 0);
        for (var step = 0; step < 8; step++)
        {
            var by = People[random.Next(People.Length)];
            now += TimeSpan.FromHours(random.Next(60));
            var act = random.Next(3);
            var refusal = act == 0 ? request.Refuse(by, now) : act == 1 ? request.Look(by, now) : request.Approve(by, now, needsTwo: true);
            approvals += refusal is null && act == 2 ? 1 : 0;
        }

        return approvals;
    }

    private static AccessRequest Asked() => AccessRequest.Ask(
        "XS", RequestKind.Role, People[1], new Reader(People[0], "", []), Morning, reason: null, Role.FocalPoint, Classification.Partner);
}
