using Cornerstone.Features.Delineation;
using Cornerstone.Features.Institutions;
using Cornerstone.Values;

namespace Cornerstone.Tests.Features.Delineation;

public sealed class DelineationMatrixTests
{
    private static readonly InstitutionOn Police = Institution("SNP", "POL");
    private static readonly InstitutionOn Army = Institution("SAF", "DEF");
    private static readonly InstitutionOn Rangers = Institution("RNG-HQ", "RNG");
    private static readonly SectorFunction Order = new() { Country = "XS", Code = "public-order", Position = 1, Names = Wording.Of("en", "Public order") };
    private static readonly ComponentName[] Components = [new("DEF", null), new("POL", null), new("RNG", Wording.Of("en", "Rangers"), "POL")];

    [Fact]
    public void Institutions_stand_side_by_side_in_the_order_of_the_component_list()
    {
        var matrix = Matrix([Role(Police, RoleInFunction.A), Role(Rangers, RoleInFunction.C), Role(Army, RoleInFunction.I)]);

        Assert.Equal(["DEF", "POL", "RNG"], matrix.Columns.Select(c => c.Component.Code));
        Assert.Equal([Army, Police, Rangers], matrix.Columns.SelectMany(c => c.Institutions));
    }

    [Fact]
    public void Who_has_no_role_is_left_out_unless_everybody_is_asked_for()
    {
        RoleAssignment[] roles = [Role(Police, RoleInFunction.A)];

        Assert.Equal([Police], Matrix(roles).Columns.SelectMany(c => c.Institutions));
        Assert.Equal(3, Matrix(roles, everybody: true).Columns.Sum(c => c.Institutions.Count));
    }

    [Fact]
    public void The_same_role_in_two_territories_is_one_letter_that_says_it_is_local()
    {
        var matrix = Matrix([Role(Army, RoleInFunction.R, "XS-N"), Role(Army, RoleInFunction.R, "XS-S")]);

        var letter = Assert.Single(matrix.Rows[0].At(Army.Id));
        Assert.Equal(2, letter.Roles.Count);
        Assert.True(letter.IsLocal(null));
    }

    [Fact]
    public void Of_two_who_answer_both_letters_are_wrong_and_the_overlap_is_named_first()
    {
        var matrix = Matrix([Role(Police, RoleInFunction.A), Role(Police, RoleInFunction.R), Role(Army, RoleInFunction.A)]);

        Assert.Equal(RoleFault.SeveralAccountable, matrix.Rows[0].Findings[0].Fault);
        Assert.True(matrix.Rows[0].At(Army.Id)[0].IsWrong);
        Assert.Equal([true, false], matrix.Rows[0].At(Police.Id).Select(l => l.IsWrong));
        Assert.Empty(matrix.Rows[0].At(Rangers.Id));
    }

    private static DelineationMatrix Matrix(IReadOnlyList<RoleAssignment> roles, bool everybody = false)
    {
        var lines = new LinesOfCommand([Police, Army, Rangers]);
        var reading = new DelineationReading(new DelineationPicture(null, [Order], roles, lines, []), lines, [], new Dictionary<Guid, Wording>());
        return new(reading, Components, null, everybody);
    }

    private static RoleAssignment Role(InstitutionOn institution, RoleInFunction role, string? territory = null) => new()
    {
        Country = "XS",
        FunctionId = Order.Id,
        InstitutionId = institution.Id,
        Role = role,
        Territory = territory,
        LegalBasis = "Police Act",
        ValidFrom = new DateOnly(2024, 1, 1),
    };

    private static InstitutionOn Institution(string code, string component) =>
        new(Guid.CreateVersion7(), code, Wording.Of("en", code), component, [], InstitutionType.Force, null, Armed: false, [], [], [], NeedsOversight: false);
}
