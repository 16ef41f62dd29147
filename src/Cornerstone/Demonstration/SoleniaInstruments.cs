using Cornerstone.Data;
using Cornerstone.Features.Instruments;
using Cornerstone.Values;

namespace Cornerstone.Demonstration;

/// <summary>
/// What the country reforms with: a dialogue heard everywhere and a strategy born of it, a policy suspended with the constitution,
/// a border strategy that a foreign firm wrote and nobody at home was asked about.
/// </summary>
internal static class SoleniaInstruments
{
    private const string Crown = "XSC";

    private sealed record Step(InstrumentState To, DateOnly On, string? Authority, string? Reason, string? NotHeard);

    private sealed record Heard(string Region, DateOnly On, string Place, int? Women, int? Men, int? Youth, string? Note);

    private sealed record Entry(
        string Code, InstrumentKind Kind, Dictionary<string, string> Names, string Lead, List<string> Components, DateOnly Started, decimal NationalShare,
        string Authors, bool? Gender, bool? Conflict, bool? Costed, decimal? Cost, decimal? Funded, DateOnly? Published, DateOnly? Effective,
        DateOnly? ValidFrom, DateOnly? ValidUntil, List<Step> Steps, List<Heard> Consultations, List<string>? Provisions);

    public static async Task AddAsync(AppDb db, string country, Guid person, DateTimeOffset now, CancellationToken ct)
    {
        var institutions = await SoleniaInstitutions.IdsAsync(db, country, ct);
        var regions = SoleniaFile.Rows("regions.csv").Select(r => r["Code"]).ToList();
        foreach (var entry in SoleniaFile.Json<List<Entry>>("instruments.json"))
        {
            var instrument = Of(entry, country, institutions[entry.Lead]);
            db.Add(instrument);
            db.AddRange(entry.Steps.Select((step, i) => instrument.Take(
                new InstrumentMove(step.To, step.On) { Authority = step.Authority, Reason = step.Reason },
                i == 0, step.NotHeard is null ? [] : regions, person, SoleniaFile.Recorded(step.On, now, i))));
            db.AddRange(entry.Consultations.Select(c => Of(c, instrument)));
            db.AddRange(SoleniaProvisions.Of(instrument, entry.Provisions));
        }

        await db.SaveAsync(new Act("demonstration.instruments", country, now), ct);
    }

    private static Instrument Of(Entry entry, string country, Guid lead) => new()
    {
        Country = country,
        Classification = Classification.Public,
        Code = entry.Code,
        Kind = entry.Kind,
        Title = new Wording("en", entry.Names),
        LeadInstitutionId = lead,
        Components = entry.Components,
        StartedOn = entry.Started,
        PublishedOn = entry.Published,
        EffectiveOn = entry.Effective,
        ValidFrom = entry.ValidFrom,
        ValidUntil = entry.ValidUntil,
        NationalShare = entry.NationalShare,
        Authors = entry.Authors,
        HasGenderAnalysis = entry.Gender,
        HasConflictAnalysis = entry.Conflict,
        IsCosted = entry.Costed,
        CostAmount = entry.Cost,
        CostCurrency = entry.Cost is null ? null : Crown,
        FundedShare = entry.Funded,
    };

    private static Consultation Of(Heard heard, Instrument instrument) => new()
    {
        InstrumentId = instrument.Id,
        Country = instrument.Country,
        Classification = instrument.Classification,
        RegionCode = heard.Region,
        HeldOn = heard.On,
        Place = heard.Place,
        Women = heard.Women,
        Men = heard.Men,
        Youth = heard.Youth,
        Note = heard.Note,
    };
}
