namespace Cornerstone.Features.Support;

/// <summary>The fields a source speaks about: each is either as the source says, or as the country corrected it.</summary>
internal static class SaidFields
{
    public static readonly IReadOnlyList<string> OfActivity =
    [
        nameof(Activity.ReporterId), nameof(Activity.Title), nameof(Activity.Description), nameof(Activity.Status),
        nameof(Activity.PlannedStart), nameof(Activity.ActualStart), nameof(Activity.PlannedEnd), nameof(Activity.ActualEnd),
        nameof(Activity.DefaultCurrency), nameof(Activity.Scope), nameof(Activity.CollaborationType), nameof(Activity.FlowType),
        nameof(Activity.FinanceType), nameof(Activity.AidTypes), nameof(Activity.TiedStatus), nameof(Activity.IsHumanitarian),
        nameof(Activity.Hierarchy), nameof(Activity.Parties), nameof(Activity.Countries), nameof(Activity.Regions),
        nameof(Activity.Sectors), nameof(Activity.Markers), nameof(Activity.Places), nameof(Activity.Relations), nameof(Activity.OtherIdentifiers),
    ];

    public static readonly IReadOnlyList<string> OfTransaction =
    [
        nameof(Transaction.Type), nameof(Transaction.Reference), nameof(Transaction.Date), nameof(Transaction.Amount), nameof(Transaction.Currency),
        nameof(Transaction.ValueDate), nameof(Transaction.Description), nameof(Transaction.ProviderId), nameof(Transaction.ProviderActivity),
        nameof(Transaction.ReceiverId), nameof(Transaction.ReceiverActivity), nameof(Transaction.Channel), nameof(Transaction.FlowType),
        nameof(Transaction.FinanceType), nameof(Transaction.AidTypes), nameof(Transaction.TiedStatus), nameof(Transaction.IsHumanitarian),
        nameof(Transaction.Sectors), nameof(Transaction.RecipientCountry), nameof(Transaction.RecipientRegion),
    ];

    public static readonly IReadOnlyList<string> OfPlannedAmount =
    [
        nameof(PlannedAmount.IsRevised), nameof(PlannedAmount.IsCommitted), nameof(PlannedAmount.FromDay), nameof(PlannedAmount.UntilDay),
        nameof(PlannedAmount.Amount), nameof(PlannedAmount.Currency), nameof(PlannedAmount.ValueDate), nameof(PlannedAmount.ProviderId),
        nameof(PlannedAmount.ProviderActivity), nameof(PlannedAmount.ReceiverId), nameof(PlannedAmount.ReceiverActivity),
    ];
}
