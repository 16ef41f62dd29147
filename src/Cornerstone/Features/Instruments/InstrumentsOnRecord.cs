using Cornerstone.Features.Institutions;
using Cornerstone.Workbooks;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Instruments;

/// <summary>Every instrument and consultation this reader sees, as rows, while a workbook is compared with them. What a sealed group keeps does not travel in spreadsheets.</summary>
internal sealed record InstrumentsOnRecord(
    IReadOnlyDictionary<string, Guid> Institutions,
    IReadOnlyDictionary<string, WorkbookRow> Rows,
    IReadOnlyDictionary<string, WorkbookRow> Consultations,
    HashSet<string> Codes)
{
    public static string Key(WorkbookRow row) => $"{row.Text("instrument")}|{row.Text("region")}|{row.Text("on")}|{row.Text("place")}";

    public static async Task<InstrumentsOnRecord> ReadAsync(WorkbookRun run, CancellationToken ct)
    {
        var (db, country) = (run.Db, run.Country);
        var institutions = await db.Institutions.AsNoTracking().Where(i => i.Country == country).ToDictionaryAsync(i => i.Code, i => i.Id, ct);
        var codes = institutions.ToDictionary(i => i.Value, i => i.Key);
        var steps = (await db.InstrumentSteps.AsNoTracking().Where(s => s.Country == country).ToListAsync(ct)).ToLookup(s => s.InstrumentId);
        var all = (await db.InstrumentsOfAsync(country, ct)).Where(i => i.Compartment is null).OrderBy(i => i.Code, StringComparer.Ordinal).ToList();
        var held = await db.ConsultationsByInstrumentAsync(country, ct);
        return new(
            institutions,
            all.ToDictionary(i => i.Code, i => Row(i, InstrumentStep.Effective(steps[i.Id])[0], codes)),
            all.SelectMany(i => held[i.Id].Select(c => Row(i, c))).DistinctBy(Key).ToDictionary(Key),
            [.. all.Select(i => i.Code)]);
    }

    private static WorkbookRow Row(Instrument i, InstrumentStep first, Dictionary<Guid, string> codes) => WorkbookRow.Of("instruments",
    [
        ("code", i.Code),
        ("kind", i.Kind),
        .. WorkbookRow.Wording("title", i.Title.Original, i.Title.Texts),
        ("lead", i.LeadInstitutionId is { } lead ? codes.GetValueOrDefault(lead) : null),
        ("components", string.Join("; ", i.Components)),
        ("started", i.StartedOn),
        ("validFrom", i.ValidFrom),
        ("validUntil", i.ValidUntil),
        ("national", i.NationalShare / 100m),
        ("authors", i.Authors),
        ("gender", i.HasGenderAnalysis),
        ("conflict", i.HasConflictAnalysis),
        ("costed", i.IsCosted),
        ("cost", i.CostAmount),
        ("currency", i.CostCurrency),
        ("funded", i.FundedShare / 100m),
        ("url", i.Url),
        ("state", first.ToState),
        ("since", first.HappenedOn),
        ("authority", first.Authority),
        ("adopted", i.AdoptedOn),
        ("published", i.PublishedOn),
        ("effective", i.EffectiveOn),
        ("reason", first.Reason),
        ("level", i.Classification),
    ]);

    private static WorkbookRow Row(Instrument i, Consultation held) => WorkbookRow.Of("consultations",
    [
        ("instrument", i.Code),
        ("region", held.RegionCode),
        ("on", held.HeldOn),
        ("place", held.Place),
        ("women", held.Women),
        ("men", held.Men),
        ("youth", held.Youth),
        ("note", held.Note),
    ]);
}
