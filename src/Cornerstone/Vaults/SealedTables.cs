using Cornerstone.Access;
using Cornerstone.Access.Compartments;
using Cornerstone.Data;
using Cornerstone.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Cornerstone.Vaults;

/// <summary>How the sealed store lies in the database. Not configurations that are found by themselves: the everyday context must not know these tables.</summary>
internal static class SealedTables
{
    public static void Apply(ModelBuilder builder)
    {
        builder.Entity<PersonVault>().ToTable("vault", "sealed").HasKey(v => v.PersonId);
        builder.Entity<StoredHolder>().ToTable("holder", "sealed").Ignore(h => h.Holder).HasKey(h => h.PersonId);
        builder.Entity<StoredPin>().ToTable("pin", "sealed").Ignore(p => p.Pin).HasKey(p => new { p.PersonId, p.CompartmentId, p.Version });
        builder.Entity<StoredRecovery>().ToTable("recovery_key", "sealed").Ignore(r => r.Holder);
        builder.Entity<StoredPairSeal>().ToTable("pair_seal", "sealed").Ignore(s => s.Seal).HasKey(s => new { s.RecoveryId, s.FirstId, s.SecondId });
        builder.Entity<StoredPairSeal>().HasOne<StoredRecovery>().WithMany().HasForeignKey(s => s.RecoveryId);
        builder.Entity<StoredKeyWrap>().ToTable("key_wrap", "sealed").Ignore(w => w.Wrap).HasKey(w => new { w.CompartmentId, w.Version, w.HolderId });
        builder.Entity<Exposure>().ToTable("exposure", "sealed").HasKey(e => new { e.CompartmentId, e.Version, e.PersonId, e.Renews });
        builder.Entity<StoredSuccession>().ToTable("succession", "sealed").Ignore(s => s.Step).HasKey(s => new { s.CompartmentId, s.Version });
        builder.Entity<StoredDossierWrap>().ToTable("dossier_wrap", "sealed").Ignore(w => w.Wrap).HasKey(w => new { w.DossierId, w.Generation });
        // A wrap is replaced only where the old one still stands byte for byte.
        builder.Entity<StoredDossierWrap>().Property(w => w.Bytes).IsConcurrencyToken();
        builder.Entity<SealedDossier>(dossier =>
        {
            dossier.ToTable("dossier", "sealed");
            dossier.Ignore(d => d.TitlePlace).Ignore(d => d.ContentPlace);
            dossier.Property(d => d.Version).IsConcurrencyToken();
            dossier.Property(d => d.Title).HasConversion(new Bytes(), new Same());
            dossier.Property(d => d.Content).HasConversion(new Bytes(), new Same());
        });
        builder.Entity<StoredAttachment>().ToTable("attachment", "sealed").Ignore(a => a.Place);
        builder.Entity<StoredAttachment>().HasOne<SealedDossier>().WithMany().HasForeignKey(a => a.DossierId);
        ApplyRequests(builder);
        ApplyEmergencies(builder);
        ApplyShared(builder);
    }

    private static void ApplyRequests(ModelBuilder builder)
    {
        builder.Entity<DossierHold>().ToTable("hold", "sealed");
        builder.Entity<DossierRequest>(request =>
        {
            request.ToTable("request", "sealed");
            request.Ignore(r => r.LastDay).Ignore(r => r.WordsPlace);
            // A hundred clicks at once: one decides.
            request.Property(r => r.State).IsConcurrencyToken();
        });
    }

    private static void ApplyEmergencies(ModelBuilder builder)
    {
        builder.Entity<EmergencyCall>().ToTable("call", "sealed");
        builder.Entity<EmergencyOpening>(opening =>
        {
            opening.ToTable("opening", "sealed");
            opening.Ignore(o => o.WordsPlace).Ignore(o => o.FindingWordsPlace);
            opening.HasOne<EmergencyCall>().WithMany().HasForeignKey(o => o.CallId);
            // Two members review at once: one finding stands.
            opening.Property(o => o.Finding).IsConcurrencyToken();
        });
        builder.Entity<StoredLoan>(loan =>
        {
            loan.ToTable("loan", "sealed").Ignore(l => l.Loan).HasKey(l => new { l.OpeningId, l.DossierId, l.Generation });
            loan.HasOne<EmergencyOpening>().WithMany().HasForeignKey(l => l.OpeningId);
        });
    }

    private static void ApplyShared(ModelBuilder builder) => builder
        .ApplyConfiguration(new WorkspaceTable())
        .ApplyConfiguration(new CompartmentTable())
        .ApplyConfiguration(new CompartmentMemberTable())
        .ApplyConfiguration(new JournalActTable())
        .ApplyConfiguration(new JournalChangeTable());

    private sealed class Bytes() : ValueConverter<SealedField, byte[]>(field => field.ToStored(), stored => Read(stored))
    {
        private static SealedField Read(byte[] stored) => SealedField.FromStored(stored);
    }

    private sealed class Same() : ValueComparer<SealedField>((left, right) => left == right, field => field.GetHashCode());
}
