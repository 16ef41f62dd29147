using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cornerstone.Features.Instruments;

internal sealed class InstrumentTable : IEntityTypeConfiguration<Instrument>
{
    public void Configure(EntityTypeBuilder<Instrument> instrument)
    {
        instrument.ToTable("instrument", "work");
        instrument.Property(i => i.Version).IsConcurrencyToken();
    }
}

internal sealed class InstrumentStepTable : IEntityTypeConfiguration<InstrumentStep>
{
    public void Configure(EntityTypeBuilder<InstrumentStep> step)
    {
        step.ToTable("instrument_step", "work");
        step.HasOne<Instrument>().WithMany().HasForeignKey(s => s.InstrumentId);
    }
}

internal sealed class ConsultationTable : IEntityTypeConfiguration<Consultation>
{
    public void Configure(EntityTypeBuilder<Consultation> consultation)
    {
        consultation.ToTable("instrument_consultation", "work");
        consultation.Ignore(c => c.Participants);
        consultation.HasOne<Instrument>().WithMany().HasForeignKey(c => c.InstrumentId);
    }
}
