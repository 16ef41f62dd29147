using Cornerstone.Features.Partners;
using Cornerstone.Features.Support;
using Cornerstone.Iati;
using Cornerstone.Values;
using Activity = Cornerstone.Features.Support.Activity;
using Transaction = Cornerstone.Features.Support.Transaction;

namespace Cornerstone.Features.SupportImport;

/// <summary>Where rows belong: what a new activity has from the one who brings it in.</summary>
internal sealed record SaidPlace(Guid ActivityId, string Country, Classification Classification, Guid? Compartment);

/// <summary>A published record as rows of the register, nothing lost on the way that a page or a sum asks for.</summary>
internal static class SaidRows
{
    public static Activity Activity(SaidRecord record, SaidPlace place, Guid source, short copy, PartnerRegister partners, Guid person, DateTimeOffset at)
    {
        var said = record.Activity;
        var language = said.Language;
        return new Activity
        {
            Id = place.ActivityId,
            Country = place.Country,
            Classification = place.Classification,
            Compartment = place.Compartment,
            SourceId = source,
            Identifier = record.Identifier,
            Copy = copy,
            ReporterId = Reporter(said, partners),
            Title = SaidWords.Wording(said.Title, language),
            Description = said.Descriptions.Count > 0 ? SaidWords.Wording(said.Descriptions[0].Text, language) : null,
            Status = SaidWords.Code<ActivityStatus>(said.Status),
            PlannedStart = Day(said, "1"),
            ActualStart = Day(said, "2"),
            PlannedEnd = Day(said, "3"),
            ActualEnd = Day(said, "4"),
            DefaultCurrency = said.DefaultCurrency,
            Scope = said.Scope,
            CollaborationType = said.CollaborationType,
            FlowType = said.DefaultFlowType,
            FinanceType = said.DefaultFinanceType,
            AidTypes = SaidWords.AidTypes(said.DefaultAidTypes),
            TiedStatus = said.DefaultTiedStatus,
            IsHumanitarian = said.IsHumanitarian,
            Hierarchy = said.Hierarchy,
            Parties = [.. said.ParticipatingOrganisations.Select(o => new ActivityParty(
                SaidWords.Code<PartyRole>(o.Role), Partner(partners, o.Ref, o.Name, o.Type, language), o.ActivityId))],
            Countries = [.. said.Countries.Where(c => c.Code is not null).Select(c => new CodedShare(c.Code!, null, c.Percentage))],
            Regions = [.. said.Regions.Where(r => r.Code is not null).Select(r => new CodedShare(r.Code!, SaidWords.Vocabulary(r.Vocabulary), r.Percentage))],
            Sectors = SaidWords.Sectors(said.Sectors),
            Markers = [.. said.PolicyMarkers.Where(m => m.Code is not null).Select(m => new ActivityMarker(m.Code!, SaidWords.Vocabulary(m.Vocabulary), SaidWords.Number(m.Significance)))],
            Places = [.. said.Locations.Select(l => SaidWords.Place(l, language))],
            Relations = [.. said.RelatedActivities.Where(r => r.Ref is not null).Select(r => new ActivityRelation(SaidWords.Code<RelationKind>(r.Type), r.Ref!))],
            OtherIdentifiers = [.. said.OtherIdentifiers.Select(o => o.Ref).OfType<string>()],
            SaidHash = record.Hash,
            SaidAt = said.LastUpdated?.ToUniversalTime(),
            RecordedBy = person,
            RecordedAt = at,
        };
    }

    public static Transaction Transaction(Cornerstone.Iati.Transaction said, int number, Guid id, Cornerstone.Iati.Activity of, SaidPlace place, PartnerRegister partners) => new()
    {
        Id = id,
        ActivityId = place.ActivityId,
        Country = place.Country,
        Classification = place.Classification,
        Compartment = place.Compartment,
        Number = number,
        Said = number,
        Type = SaidWords.Code<TransactionType>(said.Type),
        Reference = said.Ref,
        Date = said.Date,
        Amount = said.Value?.Number,
        Currency = said.Value?.Currency ?? of.DefaultCurrency,
        ValueDate = said.Value?.ValueDate,
        Description = SaidWords.Wording(said.Description, of.Language),
        ProviderId = Partner(partners, said.Provider, of.Language),
        ProviderActivity = said.Provider?.ActivityId,
        ReceiverId = Partner(partners, said.Receiver, of.Language),
        ReceiverActivity = said.Receiver?.ActivityId,
        Channel = said.DisbursementChannel,
        FlowType = said.FlowType,
        FinanceType = said.FinanceType,
        AidTypes = SaidWords.AidTypes(said.AidTypes),
        TiedStatus = said.TiedStatus,
        IsHumanitarian = said.IsHumanitarian,
        Sectors = SaidWords.Sectors(said.Sectors),
        RecipientCountry = said.Country?.Code,
        RecipientRegion = said.Region?.Code,
    };

    /// <summary>Budgets first, then planned disbursements, as they are numbered.</summary>
    public static IEnumerable<SaidAmount> Planned(Cornerstone.Iati.Activity said) =>
    [
        .. said.Budgets.Select(b => new SaidAmount(PlannedKind.Budget, b.Type, b.Status, b.Start, b.End, b.Value, null, null)),
        .. said.PlannedDisbursements.Select(p => new SaidAmount(PlannedKind.Disbursement, p.Type, null, p.Start, p.End, p.Value, p.Provider, p.Receiver)),
    ];

    public static PlannedAmount Planned(SaidAmount said, int number, Guid id, Cornerstone.Iati.Activity of, SaidPlace place, PartnerRegister partners) => new()
    {
        Id = id,
        ActivityId = place.ActivityId,
        Country = place.Country,
        Classification = place.Classification,
        Compartment = place.Compartment,
        Number = number,
        Said = number,
        Kind = said.Kind,
        IsRevised = SaidWords.Number(said.Type) switch { 1 => false, 2 => true, _ => null },
        IsCommitted = SaidWords.Number(said.Status) switch { 1 => false, 2 => true, _ => null },
        FromDay = said.From,
        UntilDay = said.Until,
        Amount = said.Value?.Number,
        Currency = said.Value?.Currency ?? of.DefaultCurrency,
        ValueDate = said.Value?.ValueDate,
        ProviderId = Partner(partners, said.Provider, of.Language),
        ProviderActivity = said.Provider?.ActivityId,
        ReceiverId = Partner(partners, said.Receiver, of.Language),
        ReceiverActivity = said.Receiver?.ActivityId,
    };

    private static Guid? Reporter(Cornerstone.Iati.Activity said, PartnerRegister partners) =>
        said.ReportingOrganisation is { } reporter ? Partner(partners, reporter.Ref, reporter.Name, reporter.Type, said.Language) : null;

    private static Guid? Partner(PartnerRegister partners, FlowParty? party, string? language) =>
        party is null ? null : Partner(partners, party.Ref, party.Name, party.Type, language);

    private static Guid? Partner(PartnerRegister partners, string? identifier, Items<Narrative> names, string? kind, string? language) =>
        partners.IdOf(identifier, SaidWords.First(names), () => SaidWords.Wording(names, language), kind);

    private static DateOnly? Day(Cornerstone.Iati.Activity said, string type)
    {
        foreach (var date in said.Dates)
        {
            if (date.Type == type)
            {
                return date.Day;
            }
        }

        return null;
    }
}

/// <summary>A budget or a planned disbursement as published: they differ in little.</summary>
internal sealed record SaidAmount(PlannedKind Kind, string? Type, string? Status, DateOnly? From, DateOnly? Until, Amount? Value, FlowParty? Provider, FlowParty? Receiver);
