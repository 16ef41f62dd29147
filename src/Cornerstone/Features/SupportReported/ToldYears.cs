using System.Globalization;
using Cornerstone.Features.CountedSupport;

namespace Cornerstone.Features.SupportReported;

/// <summary>Of which years, and by whom, the OECD was told anything that was brought in, at whatever stage and for whatever purpose.</summary>
public sealed class ToldYears
{
    private readonly HashSet<string> years;
    private readonly HashSet<string> givers;

    internal ToldYears(IReadOnlyCollection<CrsTold> told)
    {
        (years, givers) = ([.. told.Select(t => t.Year)], [.. told.Select(t => t.Partner)]);
        Latest = years.Where(y => y != LedgerQuestion.Undeclared).Select(y => (int?)int.Parse(y, CultureInfo.InvariantCulture)).Max();
    }

    /// <summary>Null where nothing was brought in.</summary>
    public int? Latest { get; }

    public bool Has(string year) => years.Contains(year);

    /// <summary>Why the OECD cannot have been told of it; null where it may have been.</summary>
    public ReportedFigure? WhyNot(string partner, string year) =>
        partner != LedgerQuestion.Undeclared && !givers.Contains(partner) ? ReportedFigure.GiverSilent : WhyNot(year);

    /// <inheritdoc cref="WhyNot(string, string)"/>
    public ReportedFigure? WhyNot(string year) =>
        Has(year) || !int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? null
        : number > Latest ? ReportedFigure.YearNotYet
        : ReportedFigure.YearMissing;
}
