using Cornerstone.Features.Support;
using Cornerstone.Languages;
using Cornerstone.Published;
using Cornerstone.Values;

namespace Cornerstone.Features.SupportPublishing;

/// <summary>Writes an activity and its lines as everybody could read them if nothing were withheld: codes and names instead of ids.</summary>
internal sealed class SupportTeller(NamedPartners partners, IReadOnlyDictionary<Guid, Wording> sources, IReadOnlyDictionary<string, Wording> regions, Text T)
{
    private readonly SupportNames names = new(T);

    public PublishedActivity Told(Activity a) => new()
    {
        Identifier = a.Identifier,
        Source = sources[a.SourceId],
        SaidAt = a.SaidAt,
        Title = a.Title,
        Description = a.Description,
        Reporter = partners.Of(a.ReporterId),
        Status = a.Status is { } status ? names.Of(status) : null,
        PlannedStart = a.PlannedStart,
        ActualStart = a.ActualStart,
        PlannedEnd = a.PlannedEnd,
        ActualEnd = a.ActualEnd,
        DefaultCurrency = a.DefaultCurrency,
        Hierarchy = a.Hierarchy,
        IsHumanitarian = a.IsHumanitarian,
        Scope = SupportNames.Plain(a.Scope),
        Collaboration = SupportNames.Plain(a.CollaborationType),
        Flow = names.Flow(a.FlowType),
        Finance = names.Finance(a.FinanceType),
        AidTypes = names.Aid(a.AidTypes),
        Tied = names.Tied(a.TiedStatus),
        Parties = [.. a.Parties.Select(p => partners.Of(p.PartnerId, p.Activity) is var party && p.Role is { } role ? party with { Role = names.Of(role) } : party)],
        Countries = [.. a.Countries.Select(c => new PublicShare(c.Code, null, c.Vocabulary, c.Percentage))],
        Regions = [.. a.Regions.Select(c => new PublicShare(c.Code, null, c.Vocabulary, c.Percentage))],
        Sectors = names.Sectors(a.Sectors),
        Components = names.Components(a.Sectors),
        Markers = [.. a.Markers.Select(names.Of)],
        Places = [.. a.Places.Select(p => new PublicPlace(p.Name, p.Region is { } region ? regions.GetValueOrDefault(region) : null, p.Latitude, p.Longitude))],
        Relations = [.. a.Relations.Select(r => new PublicRelation(r.Kind is { } kind ? names.Of(kind) : null, r.Identifier))],
        OtherIdentifiers = a.OtherIdentifiers,
    };

    public PublishedLine Told(Activity a, Transaction t) => new()
    {
        Kind = PublicLineKind.Transaction,
        Stage = t.Type is { } type ? names.Of(type) : null,
        FromDay = t.Date,
        State = t.Amount is not null ? ToldState.Known : t.Absence == AmountAbsence.NotApplicable ? ToldState.NotApplicable : ToldState.Unknown,
        Amount = t.Amount,
        Currency = t.Currency,
        ValueDate = t.ValueDate,
        Reference = t.Reference,
        Description = t.Description,
        Provider = End(t.ProviderId, t.ProviderActivity),
        Receiver = End(t.ReceiverId, t.ReceiverActivity),
        Channel = t.Channel,
        Flow = names.Flow(t.FlowType),
        Finance = names.Finance(t.FinanceType),
        AidTypes = names.Aid(t.AidTypes),
        Tied = names.Tied(t.TiedStatus),
        IsHumanitarian = t.IsHumanitarian,
        Sectors = names.Sectors(t.Sectors),
        Components = names.Components(t.Sectors.Count > 0 ? t.Sectors : a.Sectors),
        RecipientCountry = t.RecipientCountry,
        RecipientRegion = t.RecipientRegion,
        Form = t.Form is { } form ? names.Of(form) : null,
        Quantity = t.Quantity,
        Unit = t.Unit,
    };

    public PublishedLine Told(PlannedAmount p) => new()
    {
        Kind = p.Kind == PlannedKind.Budget ? PublicLineKind.Budget : PublicLineKind.PlannedDisbursement,
        IsRevised = p.IsRevised,
        IsCommitted = p.IsCommitted,
        FromDay = p.FromDay,
        UntilDay = p.UntilDay,
        State = p.Amount is not null ? ToldState.Known : ToldState.Unknown,
        Amount = p.Amount,
        Currency = p.Currency,
        ValueDate = p.ValueDate,
        Provider = End(p.ProviderId, p.ProviderActivity),
        Receiver = End(p.ReceiverId, p.ReceiverActivity),
    };

    private PublicParty? End(Guid? partner, string? activity) => partner is null && activity is null ? null : partners.Of(partner, activity);
}
