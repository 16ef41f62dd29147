using Cornerstone.Features.InstitutionEditing;
using Cornerstone.Features.Institutions;
using Cornerstone.Tests.Features.Institutions;
using Cornerstone.Values;

namespace Cornerstone.Tests.Features.InstitutionEditing;

public sealed class SuccessionTests
{
    private static readonly DateOnly Merger = new(2024, 7, 1);

    [Fact]
    public void A_2023_day_is_unchanged_by_a_2024_merger()
    {
        var (customs, borders, agency) = (Institution("CUS"), Institution("BOR"), Institution("BCA"));
        var unit = Institution("PORT");
        List<InstitutionProfile> profiles = [Profile(customs), Profile(borders), Profile(agency), Profile(unit)];
        profiles[3].ParentId = customs.Id;
        var day = new DateOnly(2023, 6, 30);
        var before = On(profiles, day);

        var (refusal, carried, links) = new Succession(SuccessionKind.Merged, Merger, [customs, borders], [agency], "Border Control Act").Apply(profiles);
        profiles.AddRange(carried);

        Assert.Null(refusal);
        Assert.Equal(before, On(profiles, day));
        Assert.Equal(2, links.Count);
        Assert.Equal(["BCA", "PORT under BCA"], On(profiles, Merger, agency));
        Assert.Equal(Merger.AddDays(-1), customs.Ended);

        List<string> On(List<InstitutionProfile> all, DateOnly on, Institution? known = null) => [.. all.Where(p => p.HoldsOn(on))
            .Select(p => p.Names.In("en") + (p.ParentId is { } parent ? $" under {(parent == agency.Id ? "BCA" : parent == customs.Id ? "CUS" : "?")}" : "")).Order()];
    }

    [Fact]
    public void A_ministry_that_takes_another_in_goes_on()
    {
        var (interior, civil) = (Institution("MOI"), Institution("CIV"));

        var (refusal, _, links) = new Succession(SuccessionKind.Merged, Merger, [interior, civil], [interior], null).Apply([Profile(interior), Profile(civil)]);

        Assert.Null(refusal);
        Assert.Null(interior.Ended);
        Assert.Equal(Merger.AddDays(-1), civil.Ended);
        Assert.Equal((civil.Id, interior.Id), (links[0].FromId, links[0].ToId));
        Assert.Single(links);
    }

    [Fact]
    public void A_merger_where_nobody_ends_and_a_merger_into_two_are_refused()
    {
        var (a, b) = (Institution("A"), Institution("B"));

        Assert.Equal("institutions.one-successor", new Succession(SuccessionKind.Merged, Merger, [a], [a, b], null).Check()!.Code);
        Assert.Equal("institutions.nobody-ends", new Succession(SuccessionKind.Merged, Merger, [a], [a], null).Check()!.Code);
        Assert.Equal("institutions.succession-needs-both", new Succession(SuccessionKind.Split, Merger, [], [a], null).Check()!.Code);
    }

    [Fact]
    public void Whoever_was_watched_by_a_predecessor_is_watched_by_its_successor_from_the_day_on()
    {
        var (old, now, police) = (Institution("OLD"), Institution("NEW"), Institution("POL"));
        List<InstitutionProfile> profiles = [Profile(old), Profile(now), Profile(police)];
        profiles[2].OversightIds = [old.Id];

        var (_, carried, _) = new Succession(SuccessionKind.Replaced, Merger, [old], [now], null).Apply(profiles);

        Assert.Equal([now.Id], Assert.Single(carried).OversightIds);
        Assert.Equal([old.Id], profiles[2].OversightIds);
        Assert.Equal(Merger.AddDays(-1), profiles[2].ValidUntil);
    }

    private static Institution Institution(string code) => new() { Country = "XS", Classification = Classification.Public, Code = code };

    private static InstitutionProfile Profile(Institution institution) => LinesOfCommandTests.Profile(institution.Id, institution.Code);
}
