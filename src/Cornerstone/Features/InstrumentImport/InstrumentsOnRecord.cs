using Cornerstone.Features.Institutions;
using Cornerstone.Features.Instruments;
using Cornerstone.Workbooks;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.InstrumentImport;

/// <summary>An instrument with its steps and consultations while a workbook is compared with the record; rows of the file go on from it.</summary>
internal sealed record InstrumentOnRecord(Instrument Instrument, List<InstrumentStep> Steps, List<Consultation> Consultations)
{
    public IReadOnlyList<InstrumentStep> Effective => InstrumentStep.Effective(Steps);

    public ConsultationCoverage Coverage(IReadOnlyDictionary<string, string> firstLevel) => ConsultationCoverage.Of(Consultations, firstLevel);
}

/// <summary>Every instrument this reader sees, by code, and how each looks as rows. What a sealed group keeps does not travel in spreadsheets.</summary>
internal sealed record InstrumentsOnRecord(
    IReadOnlyDictionary<string, Guid> Institutions, Dictionary<string, InstrumentOnRecord> Files, IReadOnlyDictionary<string, string> FirstLevel)
{
    private readonly Dictionary<Guid, string> codes = Institutions.ToDictionary(i => i.Value, i => i.Key);

    public static async Task<InstrumentsOnRecord> ReadAsync(WorkbookRun run, CancellationToken ct)
    {
        var (db, country) = (run.Db, run.Country);
        var steps = (await db.InstrumentSteps.AsNoTracking().Where(s => s.Country == country).ToListAsync(ct)).ToLookup(s => s.InstrumentId);
        var held = await db.ConsultationsByInstrumentAsync(country, ct);
        var choices = await InstrumentChoices.ReadAsync(db, country, InstrumentsWorkbook.Today(run), run.T, ct);
        return new(
            await db.Institutions.AsNoTracking().Where(i => i.Country == country).ToDictionaryAsync(i => i.Code, i => i.Id, ct),
            (await db.InstrumentsOfAsync(country, ct)).Where(i => i.Compartment is null).OrderBy(i => i.Code, StringComparer.Ordinal)
                .ToDictionary(i => i.Code, i => new InstrumentOnRecord(i, [.. steps[i.Id]], [.. held[i.Id]])),
            choices.FirstLevel);
    }

    public string? CodeOf(Guid? instrument) => Files.Values.FirstOrDefault(f => f.Instrument.Id == instrument)?.Instrument.Code;

    /// <summary>Which instrument took which one's place, with what this file says so far.</summary>
    public IReadOnlyDictionary<Guid, Guid> Successors =>
        Files.Values.Where(f => f.Instrument.ReplacedById is not null).ToDictionary(f => f.Instrument.Id, f => f.Instrument.ReplacedById!.Value);

    /// <summary>The instrument's own row, from its first step on record; days a later step brought stand with that step.</summary>
    public WorkbookRow RowOf(InstrumentOnRecord file)
    {
        var (i, first) = (file.Instrument, file.Effective[0]);
        var cameIntoForceLater = ForceStepOf(file) is not null;
        return WorkbookRow.Of(InstrumentsWorkbook.Sheet,
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
            ("adopted", InstrumentPath.IsAdopted(first.ToState) ? i.AdoptedOn : null),
            ("published", cameIntoForceLater ? null : i.PublishedOn),
            ("effective", cameIntoForceLater ? null : i.EffectiveOn),
            ("reason", first.Reason),
            ("level", i.Classification),
        ]);
    }

    public WorkbookRow RowOf(InstrumentOnRecord file, InstrumentStep step)
    {
        var brought = step.Id == ForceStepOf(file)?.Id;
        return WorkbookRow.Of(InstrumentStepRows.Sheet,
        [
            ("instrument", file.Instrument.Code),
            ("state", step.ToState),
            ("on", step.HappenedOn),
            ("authority", step.Authority),
            ("published", brought ? file.Instrument.PublishedOn : null),
            ("effective", brought ? file.Instrument.EffectiveOn : null),
            ("by", step.ToState == InstrumentState.Replaced ? CodeOf(file.Instrument.ReplacedById) : null),
            ("reason", step.Reason),
        ]);
    }

    public static WorkbookRow RowOf(Instrument instrument, Consultation held) => WorkbookRow.Of(InstrumentsWorkbook.Held,
    [
        ("instrument", instrument.Code),
        ("region", held.RegionCode),
        ("on", held.HeldOn),
        ("place", held.Place),
        ("women", held.Women),
        ("men", held.Men),
        ("youth", held.Youth),
        ("note", held.Note),
    ]);

    // The step with which it came into force after it was entered; null where it was in force, or never came to it.
    private static InstrumentStep? ForceStepOf(InstrumentOnRecord file) => file.Effective.Skip(1).FirstOrDefault(s => s.ToState == InstrumentState.InForce);
}
