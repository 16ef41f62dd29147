using System.Globalization;
using Cornerstone.Features.Partners;
using Cornerstone.Features.Support;
using Microsoft.AspNetCore.WebUtilities;

namespace Cornerstone.Features.SupportActivities;

/// <summary>What the list of activities is narrowed to; all of it stands in the address.</summary>
public sealed record ActivityFilter
{
    public string? Search { get; init; }

    public Guid? Partner { get; init; }

    public ActivityStatus? Status { get; init; }

    public string? Sector { get; init; }

    /// <summary>A component of the security sector.</summary>
    public string? Component { get; init; }

    /// <summary>A calendar year in which something was promised or moved.</summary>
    public int? Year { get; init; }

    /// <summary>In which amounts are told beside their own; not a condition.</summary>
    public string? Currency { get; init; }

    /// <summary>Activities some of whose support came otherwise than as money.</summary>
    public bool InKind { get; init; }

    public bool IsNarrow => !string.IsNullOrWhiteSpace(Search) || Partner is not null || Status is not null || !string.IsNullOrEmpty(Sector) || !string.IsNullOrEmpty(Component) || Year is not null || InKind;

    /// <param name="partners">An entry stands for those merged into it too.</param>
    public IQueryable<Activity> Apply(IQueryable<Activity> activities, IQueryable<Transaction> transactions, PartnerIndex partners)
    {
        if (!string.IsNullOrWhiteSpace(Search))
        {
            var sought = SearchWords.Fold(Search.Trim());
            activities = activities.Where(a => a.SearchText.Contains(sought));
        }

        if (Partner is { } partner)
        {
            var entries = partners.StandingFor(partner);
            activities = activities.Where(a => a.PartnerIds.Any(p => entries.Contains(p)));
        }

        if (Status is { } status)
        {
            activities = activities.Where(a => a.Status == status);
        }

        if (!string.IsNullOrEmpty(Sector))
        {
            activities = activities.Where(a => a.SectorCodes.Contains(Sector));
        }

        if (!string.IsNullOrEmpty(Component))
        {
            activities = activities.Where(a => a.SectorCodes.Contains(Component));
        }

        if (Year is >= 1900 and <= 9000 and var year)
        {
            var (from, until) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            activities = activities.Where(a => transactions.Any(t => t.ActivityId == a.Id && t.Date >= from && t.Date <= until));
        }

        return InKind
            ? activities.Where(a => transactions.Any(t => t.ActivityId == a.Id && t.Form != null && t.Form != SupportForm.Money && t.Form != SupportForm.BudgetSupport && t.Form != SupportForm.Loan))
            : activities;
    }

    public string AddressOn(string path, int page) => QueryHelpers.AddQueryString(path, new Dictionary<string, string?>
    {
        ["search"] = string.IsNullOrWhiteSpace(Search) ? null : Search,
        ["partner"] = Partner?.ToString(),
        ["status"] = Status?.ToString(),
        ["sector"] = string.IsNullOrEmpty(Sector) ? null : Sector,
        ["component"] = string.IsNullOrEmpty(Component) ? null : Component,
        ["year"] = Year?.ToString(CultureInfo.InvariantCulture),
        ["currency"] = string.IsNullOrEmpty(Currency) ? null : Currency,
        ["inkind"] = InKind ? "true" : null,
        ["p"] = page > 1 ? $"{page}" : null,
    });
}
