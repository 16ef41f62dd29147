using System.ComponentModel;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Partners;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportActivities;
using Cornerstone.Values;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Api;

/// <summary>An organisation where it is named in a row: the entry that stands for it.</summary>
public sealed record PartnerRef(Guid Id, IReadOnlyDictionary<string, string> Name)
{
    internal static PartnerRef? Of(PartnerEntry? entry) => entry is null ? null : new(entry.Id, entry.Names.Texts);
}

/// <summary>The sum of one stage of an activity in one currency.</summary>
/// <param name="UnknownLines">Lines whose amount nobody said: not zero, and not in the sum.</param>
public sealed record StageRow(TransactionType? Type, string? Currency, decimal Sum, int Lines, int UnknownLines);

/// <param name="Sectors">Codes with their shares in per cent; a share nobody said is null.</param>
public sealed record ActivityRow(
    Guid Id, string Identifier, Classification Classification, IReadOnlyDictionary<string, string>? Title, IReadOnlyDictionary<string, string>? Description, PartnerRef? ReportedBy,
    ActivityStatus? Status, ActivityStage? NationalStage, DateOnly? Starts, DateOnly? Ends, string? DefaultCurrency, string? FlowType, string? FinanceType, IReadOnlyList<string> AidTypes,
    string? TiedStatus, bool? IsHumanitarian, bool? SupportsForces, IReadOnlyList<CodedShare> Sectors, IReadOnlyList<CodedShare> Countries, IReadOnlyList<ActivityMarker> Markers,
    IReadOnlyList<ActivityPlace> Places, IReadOnlyList<ActivityRelation> Relations, IReadOnlyList<StageRow> Money, DateTimeOffset RecordedAt);

public sealed record TransactionRow(
    Guid Id, Guid ActivityId, TransactionType? Type, DateOnly? Date, decimal? Amount, AmountAbsence? Absence, string? Currency, DateOnly? ValueDate,
    IReadOnlyDictionary<string, string>? Description, PartnerRef? Provider, string? ProviderActivity, PartnerRef? Receiver, string? ReceiverActivity, SupportForm? Form, decimal? Quantity,
    string? Unit, string? FlowType, string? FinanceType, IReadOnlyList<string> AidTypes, IReadOnlyList<CodedShare> Sectors, Classification Classification);

/// <param name="StandsForId">The entry into which this one was merged.</param>
public sealed record PartnerRow(Guid Id, IReadOnlyDictionary<string, string> Name, PartnerKind? Kind, Guid? StandsForId, Classification Classification);

/// <summary>International support for programs: activities, lines and partners.</summary>
internal static class SupportApi
{
    public static async Task<Results<Ok<Listing<ActivityRow>>, ProblemHttpResult>> ActivitiesAsync(
        AppDb db, CurrentReader current, HttpRequest request, [AsParameters] ListingRequest part, CancellationToken ct,
        [FromQuery, Description("Words of the title, or the identifier.")] string? search = null, [FromQuery] Guid? partner = null, [FromQuery] ActivityStatus? status = null,
        [FromQuery, Description("A code of the DAC: five digits, or its category’s three.")] string? sector = null,
        [FromQuery, Description("A component of the security sector.")] string? component = null, [FromQuery, Description("Something was promised or moved in it.")] int? year = null)
    {
        if (part.Refusal is { } refusal) return TypedResults.Problem(refusal, statusCode: StatusCodes.Status400BadRequest);

        var partners = await db.PartnerIndexAsync(current.Workspace!.Code, ct);
        var filter = new ActivityFilter { Search = search, Partner = partner, Status = status, Sector = sector, Component = component, Year = year };
        var (found, hasMore) = await part.ReadAsync(filter.Apply(db.Activities.Where(a => a.Country == current.Workspace.Code), db.Transactions, partners), ct);
        return TypedResults.Ok(part.Answer(request, await RowsAsync(db, partners, found, ct), found.LastOrDefault()?.Id, hasMore));
    }

    public static async Task<Results<Ok<ActivityRow>, ProblemHttpResult>> ActivityAsync(AppDb db, CurrentReader current, Guid id, CancellationToken ct)
    {
        var found = await db.Activities.AsNoTracking().Where(a => a.Country == current.Workspace!.Code && a.Id == id).ToListAsync(ct);
        return found.Count == 0 ? TypedResults.Problem(statusCode: StatusCodes.Status404NotFound) : TypedResults.Ok((await RowsAsync(db, await db.PartnerIndexAsync(current.Workspace!.Code, ct), found, ct))[0]);
    }

    public static async Task<Results<Ok<Listing<TransactionRow>>, ProblemHttpResult>> TransactionsAsync(
        AppDb db, CurrentReader current, HttpRequest request, [AsParameters] ListingRequest part, CancellationToken ct,
        [FromQuery] Guid? activity = null, [FromQuery] TransactionType? type = null, [FromQuery] DateOnly? from = null, [FromQuery] DateOnly? until = null)
    {
        if (part.Refusal is { } refusal) return TypedResults.Problem(refusal, statusCode: StatusCodes.Status400BadRequest);

        var partners = await db.PartnerIndexAsync(current.Workspace!.Code, ct);
        var (found, hasMore) = await part.ReadAsync(
            db.Transactions.Where(t => t.Country == current.Workspace.Code && (activity == null || t.ActivityId == activity) && (type == null || t.Type == type)
                && (from == null || t.Date >= from) && (until == null || t.Date <= until)),
            ct);
        return TypedResults.Ok(part.Answer(request, found.ConvertAll(t => Of(t, partners)), found.LastOrDefault()?.Id, hasMore));
    }

    public static async Task<Results<Ok<Listing<PartnerRow>>, ProblemHttpResult>> PartnersAsync(
        AppDb db, CurrentReader current, HttpRequest request, [AsParameters] ListingRequest part, CancellationToken ct)
    {
        if (part.Refusal is { } refusal) return TypedResults.Problem(refusal, statusCode: StatusCodes.Status400BadRequest);

        var partners = await db.PartnerIndexAsync(current.Workspace!.Code, ct);
        var (found, hasMore) = await part.ReadAsync(db.Partners.Where(p => p.Country == current.Workspace.Code), ct);
        return TypedResults.Ok(part.Answer(
            request, found.ConvertAll(p => new PartnerRow(p.Id, p.Names.Texts, p.Kind, partners.Of(p.Id) is { } standing && standing.Id != p.Id ? standing.Id : null, p.Classification)), found.LastOrDefault()?.Id, hasMore));
    }

    private static async Task<List<ActivityRow>> RowsAsync(AppDb db, PartnerIndex partners, List<Activity> activities, CancellationToken ct)
    {
        var sums = await db.StageSumsAsync([.. activities.Select(a => a.Id)], ct);
        return activities.ConvertAll(a => new ActivityRow(
            a.Id, a.Identifier, a.Classification, a.Title?.Texts, a.Description?.Texts, PartnerRef.Of(partners.Of(a.ReporterId)), a.Status, a.Stage, a.Starts, a.Ends, a.DefaultCurrency,
            a.FlowType, a.FinanceType, a.AidTypes, a.TiedStatus, a.IsHumanitarian, a.SupportsForces, a.Sectors, a.Countries, a.Markers, a.Places, a.Relations,
            [.. sums[a.Id].OrderBy(s => s.Type).ThenBy(s => s.Currency, StringComparer.Ordinal).Select(s => new StageRow(s.Type, s.Currency, s.Sum, s.Lines, s.Unknown))], a.RecordedAt));
    }

    private static TransactionRow Of(Transaction t, PartnerIndex partners) => new(
        t.Id, t.ActivityId, t.Type, t.Date, t.Amount, t.Absence, t.Currency, t.ValueDate, t.Description?.Texts, PartnerRef.Of(partners.Of(t.ProviderId)), t.ProviderActivity,
        PartnerRef.Of(partners.Of(t.ReceiverId)), t.ReceiverActivity, t.Form, t.Quantity, t.Unit, t.FlowType, t.FinanceType, t.AidTypes, t.Sectors, t.Classification);
}
