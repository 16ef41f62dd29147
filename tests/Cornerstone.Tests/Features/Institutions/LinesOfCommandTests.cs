using Cornerstone.Features.Institutions;
using Cornerstone.Values;

namespace Cornerstone.Tests.Features.Institutions;

public sealed class LinesOfCommandTests
{
    private static readonly InstitutionOn Ministry = Institution("MOI", InstitutionType.Ministry, null);
    private static readonly InstitutionOn Inspectorate = Institution("IGP", InstitutionType.Agency, Ministry.Id);
    private static readonly InstitutionOn Audit = Institution("AUD", InstitutionType.Commission, null);

    [Fact]
    public void A_circle_of_parents_is_refused_and_named()
    {
        var police = Institution("POL", InstitutionType.Force, Ministry.Id);
        var lines = new LinesOfCommand([Ministry, police]);

        var refusal = lines.MayStandUnder(Ministry.Id, police.Id);

        Assert.Equal("institutions.parent-circle", refusal!.Code);
        Assert.Equal("POL › MOI › POL", refusal.Facts[0]);
        Assert.Equal("institutions.own-parent", lines.MayStandUnder(police.Id, police.Id)!.Code);
        Assert.Null(lines.MayStandUnder(police.Id, Ministry.Id));
    }

    [Fact]
    public void An_inspectorate_of_the_same_ministry_watches_from_inside_and_an_audit_office_from_outside()
    {
        var police = Institution("POL", InstitutionType.Force, Ministry.Id, Ministry.Id, Inspectorate.Id, Audit.Id);
        var lines = new LinesOfCommand([Ministry, Inspectorate, Audit, police]);

        Assert.Equal([Audit.Id], lines.ExternalOversightOf(police));
        Assert.Equal(1m, lines.OversightCoverage!.Value.Share);
    }

    [Fact]
    public void An_overseer_that_has_ended_watches_nobody()
    {
        var police = Institution("POL", InstitutionType.Force, Ministry.Id, Audit.Id);
        var lines = new LinesOfCommand([Ministry, police]);

        Assert.Empty(lines.ExternalOversightOf(police));
        Assert.Equal(0m, lines.OversightCoverage!.Value.Share);
    }

    [Fact]
    public void A_circle_that_came_in_some_other_way_does_not_turn_for_ever()
    {
        var (a, b) = (Institution("A", InstitutionType.Force, null), Institution("B", InstitutionType.Force, null));
        var lines = new LinesOfCommand([a with { ParentId = b.Id }, b with { ParentId = a.Id }]);

        Assert.Equal(["A", "B"], lines.Upward(a.Id).Select(i => i.Code));
    }

    [Fact]
    public void Nobody_is_both_defence_and_oversight()
    {
        var profile = Profile(new Guid("00000000-0000-7000-8000-000000000123"));
        (profile.Component, profile.AlsoComponents) = ("DEF", ["OVS"]);

        Assert.Equal("institutions.defence-and-oversight", profile.Check()!.Code);
    }

    internal static InstitutionProfile Profile(Guid institution, string name = "Ministry") => new()
    {
        InstitutionId = institution,
        Country = "XS",
        Classification = Classification.Public,
        ValidFrom = new DateOnly(2020, 1, 1),
        Names = Wording.Of("en", name),
        Component = "MGT",
        Type = InstitutionType.Ministry,
    };

    private static InstitutionOn Institution(string code, InstitutionType type, Guid? parent, params Guid[] overseers) => new(
        Guid.CreateVersion7(), code, Wording.Of("en", code), type == InstitutionType.Force ? "POL" : "OVS", [], type, parent, type == InstitutionType.Force, [], overseers, [], type == InstitutionType.Force);
}
