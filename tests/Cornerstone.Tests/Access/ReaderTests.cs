using Cornerstone.Access;
using Cornerstone.Values;

namespace Cornerstone.Tests.Access;

public sealed class ReaderTests
{
    private static readonly Permission Read = new("room.read", [Role.Secretariat, Role.Auditor]);
    private static readonly Permission Edit = new("room.edit", [Role.Secretariat]);

    [Fact]
    public void A_role_counts_in_its_own_country_only()
    {
        var reader = With(("XS", Role.Secretariat));

        Assert.True(reader.Has(Edit, "XS"));
        Assert.False(reader.Has(Edit, "XT"));
    }

    [Fact]
    public void Any_member_reads_the_shared_layer_and_only_its_own_members_write_there()
    {
        var reader = With(("XS", Role.Secretariat));

        Assert.True(reader.Has(Read, Workspace.Shared));
        Assert.False(reader.Has(Edit, Workspace.Shared));
    }

    [Fact]
    public void Nobody_has_nothing()
    {
        Assert.False(Reader.Anonymous.Has(Read, "XS"));
        Assert.Null(Reader.Anonymous.ClearanceIn("XS"));
    }

    private static Reader With(params (string Country, Role Role)[] roles) => new(Guid.CreateVersion7(), "Somebody",
    [
        .. roles.Select(r => new Membership
        {
            PersonId = Guid.Empty,
            Country = r.Country,
            Role = r.Role,
            Clearance = Classification.Government,
            GrantedAt = DateTimeOffset.UnixEpoch,
        }),
    ]);
}
