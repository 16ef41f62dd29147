using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cornerstone.Features.Delineation;

internal sealed class SectorFunctionTable : IEntityTypeConfiguration<SectorFunction>
{
    public void Configure(EntityTypeBuilder<SectorFunction> function)
    {
        function.ToTable("function_of_sector", "work");
        function.Property(f => f.Version).IsConcurrencyToken();
    }
}

internal sealed class FunctionSetAsideTable : IEntityTypeConfiguration<FunctionSetAside>
{
    public void Configure(EntityTypeBuilder<FunctionSetAside> aside) => aside.ToTable("function_set_aside", "work");
}

internal sealed class RoleAssignmentTable : IEntityTypeConfiguration<RoleAssignment>
{
    public void Configure(EntityTypeBuilder<RoleAssignment> assignment)
    {
        assignment.ToTable("role_assignment", "work");
        assignment.Ignore(a => a.HasLegalBasis);
        assignment.Property(a => a.Version).IsConcurrencyToken();
    }
}
