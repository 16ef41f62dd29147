using Cornerstone.Data;
using Cornerstone.Features.Partners;
using Cornerstone.Features.Support;
using Cornerstone.Values;

namespace Cornerstone.Demonstration;

/// <summary>The country's own register of support nobody publishes: vehicles, stipends, advisers, loans and an offset.</summary>
internal static class SoleniaRegister
{
    public static async Task AddAsync(AppDb db, string country, Guid person, DateTimeOffset now, CancellationToken ct)
    {
        var source = new SupportSource { Country = country, Classification = Classification.Public, Kind = SourceKind.National, Reference = "Register of support that is not published" };
        var partners = await PartnerRegister.LoadAsync(db, country, Classification.Public, ct);
        var institutions = await SoleniaInstitutions.IdsAsync(db, country, ct);
        var regions = SoleniaFile.Rows("regions.csv").ToDictionary(r => r["Code"], r => r["en"]);
        var rows = SoleniaFile.Rows("support-register.csv").Select(row => (Row: row, Giver: Giver(row, partners))).ToList();
        db.Add(source);
        db.AddRange(partners.NewPartners);
        db.AddRange(partners.NewNames);
        await db.SaveAsync(new Act("demonstration.partners", country, now), ct);

        var lines = SoleniaFile.Rows("support-register-lines.csv").ToLookup(r => r["Activity"]);
        foreach (var (row, giver) in rows)
        {
            var activity = Activity(row, giver, source, regions, person, now);
            db.Add(activity);
            db.AddRange(lines[activity.Identifier].Select((line, i) => Line(line, i + 1, activity, giver, institutions)));
        }

        await db.SaveAsync(new Act("demonstration.support", country, now), ct);
    }

    private static Guid Giver(SoleniaRow row, PartnerRegister partners) =>
        partners.IdOf(null, row["Partner"], () => Wording.Of("en", row["Partner"]), $"{(int)row.Word<PartnerKind>("Kind")}")!.Value;

    private static Activity Activity(SoleniaRow row, Guid giver, SupportSource source, Dictionary<string, string> regions, Guid person, DateTimeOffset now) => new()
    {
        Country = source.Country,
        Classification = LevelOf(row),
        SourceId = source.Id,
        Identifier = row["Code"],
        ReporterId = giver,
        Title = row.Names(),
        Status = row.Word<ActivityStatus>("Status"),
        PlannedStart = row.Day("Starts"),
        ActualStart = row.Word<ActivityStatus>("Status") == ActivityStatus.Pipeline ? null : row.Day("Starts"),
        PlannedEnd = row.Day("Ends"),
        Parties = [new(PartyRole.Funding, giver)],
        Countries = [new(source.Country)],
        // The country's own vocabulary: its components.
        Sectors = [new(row["Component"], ComponentShares.Vocabulary)],
        Places = [.. row.Codes("Regions").Select(r => new ActivityPlace(regions[r], r))],
        SupportsForces = row.Yes("Forces"),
        Stage = ActivityStage.Submitted,
        RecordedBy = person,
        RecordedAt = now,
    };

    // Who is listened to is nobody's business but the country's; what forces get, that of those who work on it.
    private static Classification LevelOf(SoleniaRow row) =>
        row["Component"] == nameof(Component.INT) ? Classification.Restricted : row.Yes("Forces") ? Classification.Partner : Classification.Public;

    private static Transaction Line(SoleniaRow row, int number, Activity activity, Guid giver, Dictionary<string, Guid> institutions) => new()
    {
        ActivityId = activity.Id,
        Country = activity.Country,
        Classification = activity.Classification,
        Number = number,
        Type = row.Word<TransactionType>("Type"),
        Date = row.Day("Date"),
        Amount = row.Maybe("Amount") is null ? null : row.Decimal("Amount"),
        Currency = row.Maybe("Currency"),
        ValueDate = row.Day("Date"),
        ProviderId = giver,
        Form = row.Word<SupportForm>("Form"),
        Quantity = row.Maybe("Quantity") is null ? null : row.Decimal("Quantity"),
        Unit = row.Maybe("Unit"),
        RecipientUnitId = row.Maybe("Recipient") is { } recipient ? institutions[recipient] : null,
        EndUse = row.Maybe("Use"),
    };
}
