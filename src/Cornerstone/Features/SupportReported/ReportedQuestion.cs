using System.Globalization;
using Cornerstone.Features.CountedSupport;
using Cornerstone.Features.OdaEligibility;
using Cornerstone.Features.SupportLedger;
using Microsoft.AspNetCore.WebUtilities;

namespace Cornerstone.Features.SupportReported;

/// <summary>What is asked of both sides; all of it stands in the address.</summary>
/// <param name="Purpose">A code, <see cref="Reform"/> for all purposes of reform, or null for all.</param>
/// <param name="Partner">As a value of the ledger's axis, and so is the year; null for all.</param>
public sealed record ReportedQuestion(MoneyStage Stage, string Currency, string? Purpose, string? Partner, string? Year)
{
    public const string Reform = "reform";

    // Longer than any code or id.
    private const int LongestValue = 200;

    /// <summary>Purposes that are reform by their code, also those that are only where the activity serves the plan: the OECD is not told that.</summary>
    private static readonly IReadOnlyCollection<string> OfReform = [.. SsrPurpose.All.Where(p => p.Scope is SsrScope.Core or SsrScope.Broad or SsrScope.Linked).Select(p => p.Code)];

    /// <summary>Null for all.</summary>
    public IReadOnlyCollection<string>? Purposes => Purpose switch
    {
        null => null,
        Reform => OfReform,
        _ => [Purpose],
    };

    /// <summary>Null where a value can be none of an axis.</summary>
    public static ReportedQuestion? Of(MoneyStage stage, string currency, string? purpose, string? partner, string? year) =>
        new[] { purpose, partner, year }.Any(v => v?.Length > LongestValue) || (year is not null and not LedgerQuestion.Undeclared && !int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            ? null
            : new(stage, currency, Filled(purpose), Filled(partner), Filled(year));

    public string AddressOn(string path, ReportedFigure? figure = null) => QueryHelpers.AddQueryString(path, new Dictionary<string, string?>
    {
        ["stage"] = Stage.ToString(),
        ["currency"] = Currency,
        ["purpose"] = Purpose,
        ["partner"] = Partner,
        ["year"] = Year,
        ["figure"] = figure?.ToString(),
    }.Where(w => w.Value is not null));

    private static string? Filled(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
