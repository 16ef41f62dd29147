using Cornerstone.Features.Support;

namespace Cornerstone.Features.SupportImport;

/// <summary>A line of money by what its source said of it, whatever the country corrected since: by this it is known again.</summary>
internal sealed record SaidLine(TransactionType? Type, string? Reference, DateOnly? Date, decimal? Amount, string? Currency, Guid? ProviderId, Guid? ReceiverId, string? Description)
{
    public static SaidLine Of(Transaction line, IEnumerable<SupportCorrection> corrections)
    {
        var told = corrections.ToDictionary(c => c.Field, c => c.Told);
        T? Said<T>(string field, T? stands) => told.TryGetValue(field, out var said) ? (T?)FieldText.Read(said, typeof(T)) : stands;
        return new(
            Said(nameof(line.Type), line.Type), Said(nameof(line.Reference), line.Reference), Said(nameof(line.Date), line.Date), Said(nameof(line.Amount), line.Amount),
            Said(nameof(line.Currency), line.Currency), Said(nameof(line.ProviderId), line.ProviderId), Said(nameof(line.ReceiverId), line.ReceiverId),
            FieldText.Of(Said(nameof(line.Description), line.Description)));
    }
}

/// <inheritdoc cref="SaidLine"/>
internal sealed record SaidPlan(PlannedKind Kind, bool? IsRevised, DateOnly? From, DateOnly? Until, decimal? Amount, string? Currency)
{
    public static SaidPlan Of(PlannedAmount planned) => new(planned.Kind, planned.IsRevised, planned.FromDay, planned.UntilDay, planned.Amount, planned.Currency);
}
