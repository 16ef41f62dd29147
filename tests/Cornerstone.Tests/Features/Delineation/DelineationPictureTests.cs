using Cornerstone.Features.Delineation;
using Cornerstone.Features.Institutions;
using Cornerstone.Features.Regions;
using Cornerstone.Values;

namespace Cornerstone.Tests.Features.Delineation;

/// <summary>Rules R1 to R8 and the numbers of the domain handbook, §3.5.</summary>
public sealed class DelineationPictureTests
{
    private static readonly InstitutionOn Police = Institution("POL", "POL", armed: true);
    private static readonly InstitutionOn Gendarmerie = Institution("GEN", "POL", armed: true);
    private static readonly InstitutionOn Ombuds = Institution("OMB", "OVS");

    [Fact]
    public void The_worked_example_gives_an_overlap_rate_of_10_7_and_a_gap_rate_of_7_1_per_cent()
    {
        var functions = Enumerable.Range(1, 28).Select(Function).ToList();
        var roles = functions.Take(26).SelectMany(f => new[] { Role(f, Police, RoleInFunction.A), Role(f, Police, RoleInFunction.R) })
            .Concat(functions.Take(3).Select(f => Claim(f, Gendarmerie)));

        var picture = Picture(functions, [.. roles]);

        Assert.Equal(10.7m, Math.Round(picture.OverlapRate!.Value.Share * 100, 1));
        Assert.Equal(7.1m, Math.Round(picture.GapRate!.Value.Share * 100, 1));
    }

    [Fact]
    public void The_catalogue_counts_28_functions_and_without_functions_there_is_no_rate()
    {
        Assert.Null(Picture([], []).OverlapRate);
        Assert.Null(Picture([], []).GapRate);
    }

    [Fact]
    public void R1_more_than_one_who_answers_is_an_overlap_and_names_them_all()
    {
        var function = Function(1);

        var picture = Picture([function], [Role(function, Police, RoleInFunction.A), Role(function, Police, RoleInFunction.R), Claim(function, Gendarmerie)]);

        var finding = Assert.Single(picture.Findings, f => f.Rule == "R1");
        Assert.Equal([Police.Id, Gendarmerie.Id], finding.Institutions);
    }

    [Fact]
    public void R1_somebody_who_does_it_without_anybody_who_answers_is_a_finding()
    {
        var function = Function(1);

        var picture = Picture([function], [Role(function, Police, RoleInFunction.R)]);

        Assert.Contains(picture.Findings, f => f.Fault == RoleFault.NobodyAccountable);
        Assert.Equal(0, picture.Gaps);
    }

    [Fact]
    public void R2_and_R5_nobody_who_does_it_is_a_gap_whether_or_not_somebody_answers()
    {
        var (answered, empty) = (Function(1), Function(2));

        var picture = Picture([answered, empty], [Role(answered, Police, RoleInFunction.A)]);

        Assert.Equal(["R2", "R5"], picture.Findings.Where(f => f.Function is not null).Select(f => f.Rule).Order());
        Assert.Equal(2, picture.Gaps);
    }

    [Fact]
    public void R3_a_role_needs_a_legal_basis_or_the_mark_de_facto()
    {
        var function = Function(1);
        var without = Role(function, Police, RoleInFunction.A);
        var marked = Role(function, Police, RoleInFunction.R);
        without.LegalBasis = null;
        (marked.LegalBasis, marked.DeFacto) = (null, true);

        var findings = Picture([function], [without, marked]).Findings;

        Assert.Single(findings, f => f.Fault == RoleFault.NoLegalBasis);
    }

    [Fact]
    public void R4_two_who_do_the_same_need_a_rule_how_they_work_together()
    {
        var function = Function(1);
        var (police, gendarmerie) = (Role(function, Police, RoleInFunction.R), Role(function, Gendarmerie, RoleInFunction.R));

        var before = Picture([function], [police, gendarmerie]).Findings;
        gendarmerie.CoordinationRule = "Outside towns, on request of the governor";
        var after = Picture([function], [police, gendarmerie]).Findings;

        Assert.Contains(before, f => f.Fault == RoleFault.NoCoordinationRule);
        Assert.DoesNotContain(after, f => f.Fault == RoleFault.NoCoordinationRule);
    }

    [Fact]
    public void R6_an_oversight_body_does_not_answer_for_the_function_it_oversees()
    {
        var function = Function(1);

        var findings = Picture([function], [Role(function, Ombuds, RoleInFunction.A), Role(function, Police, RoleInFunction.R)]).Findings;

        Assert.Contains(findings, f => f.Fault == RoleFault.OverseesItself && f.Institutions.Contains(Ombuds.Id));
    }

    [Fact]
    public void R7_who_bears_arms_needs_somebody_outside_who_watches()
    {
        var watched = Police with { OversightIds = [Ombuds.Id] };

        var before = Picture([], [], Police, Ombuds);
        var after = Picture([], [], watched, Gendarmerie, Ombuds);

        Assert.Contains(before.Findings, f => f.Rule == "R7" && f.Institutions.Contains(Police.Id));
        Assert.DoesNotContain(after.Findings, f => f.Rule == "R7" && f.Institutions.Contains(Police.Id));
        Assert.Equal(0.5m, after.OversightCoverage!.Value.Share);
    }

    [Fact]
    public void R8_a_law_that_is_cited_must_be_in_force_and_without_a_tracker_the_rule_is_silent()
    {
        var (function, law) = (Function(1), Guid.CreateVersion7());
        var role = Role(function, Police, RoleInFunction.A);
        role.LawId = law;

        var bill = Picture([function], [role], laws: [new CitedLaw(law, "Police bill", false)]);
        var act = Picture([function], [role], laws: [new CitedLaw(law, "Police act", true)]);
        var untracked = Picture([function], [role]);

        Assert.Equal(["Police bill"], Assert.Single(bill.Findings, f => f.Rule == "R8").Facts);
        Assert.DoesNotContain(act.Findings.Concat(untracked.Findings), f => f.Rule == "R8");
    }

    [Fact]
    public void A_region_that_names_its_own_accountable_institution_replaces_the_one_of_the_whole_country()
    {
        var function = Function(1);
        var roles = new[] { Role(function, Police, RoleInFunction.A), Role(function, Police, RoleInFunction.R), Role(function, Gendarmerie, RoleInFunction.A, "NORTH") };

        var north = new DelineationPicture("NORTH", [function], roles, new LinesOfCommand([Police, Gendarmerie]), Regions("NORTH", "SOUTH"));
        var country = new DelineationPicture(null, [function], roles, new LinesOfCommand([Police, Gendarmerie]), Regions("NORTH", "SOUTH"));

        Assert.DoesNotContain(north.Findings, f => f.Rule == "R1");
        Assert.Equal(0, country.Overlaps);
    }

    [Fact]
    public void A_function_settled_in_every_region_needs_nobody_for_the_whole_country()
    {
        var function = Function(1);
        var roles = new[] { "NORTH", "SOUTH" }.SelectMany(r => new[] { Role(function, Police, RoleInFunction.A, r), Role(function, Police, RoleInFunction.R, r) }).ToList();

        var both = new DelineationPicture(null, [function], roles, new LinesOfCommand([Police]), Regions("NORTH", "SOUTH"));
        var three = new DelineationPicture(null, [function], roles, new LinesOfCommand([Police]), Regions("NORTH", "SOUTH", "EAST"));

        Assert.Equal(0, both.Gaps);
        Assert.Equal(1, three.Gaps);
    }

    private static DelineationPicture Picture(IReadOnlyList<SectorFunction> functions, IReadOnlyList<RoleAssignment> roles, IReadOnlyList<CitedLaw>? laws = null) =>
        new(null, functions, roles, new LinesOfCommand([Police, Gendarmerie, Ombuds]), [], laws);

    private static DelineationPicture Picture(IReadOnlyList<SectorFunction> functions, IReadOnlyList<RoleAssignment> roles, params InstitutionOn[] institutions) =>
        new(null, functions, roles, new LinesOfCommand(institutions), []);

    private static IReadOnlyList<RegionName> Regions(params string[] codes) => [.. codes.Select(c => new RegionName(c, Wording.Of("en", c), 1, null))];

    private static SectorFunction Function(int number) => new() { Country = "UN", Code = $"f-{number}", Position = number, Names = Wording.Of("en", $"Function {number}") };

    private static RoleAssignment Role(SectorFunction function, InstitutionOn institution, RoleInFunction role, string? territory = null) => new()
    {
        Country = "XS",
        FunctionId = function.Id,
        InstitutionId = institution.Id,
        Role = role,
        Territory = territory,
        LegalBasis = "Police Act, section 4",
        ValidFrom = new DateOnly(2020, 1, 1),
    };

    private static RoleAssignment Claim(SectorFunction function, InstitutionOn institution)
    {
        var role = Role(function, institution, RoleInFunction.A);
        role.Standing = Standing.Claimed;
        return role;
    }

    private static InstitutionOn Institution(string code, string component, bool armed = false) => new(
        Guid.CreateVersion7(), code, Wording.Of("en", code), component, [], InstitutionType.Force, null, armed, [], [], [], armed);
}
