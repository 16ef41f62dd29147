using Cornerstone.Features.Support;
using Cornerstone.Values;

namespace Cornerstone.Features.SupportSheets;

/// <summary>A layout many countries get their tables in: its columns, currency and unit are known before anybody has looked.</summary>
/// <param name="Name">By which it is asked for.</param>
/// <param name="Source">Who tells.</param>
/// <param name="Factor">What one of a written amount stands for.</param>
/// <param name="Sign">The heading without which a table is of another layout.</param>
internal sealed record TableLayout(string Name, SourceKind Kind, string Source, string Currency, decimal Factor, string Sign)
{
    public static IReadOnlyList<TableLayout> All { get; } =
    [
        new("CRS", SourceKind.Crs, "OECD, Creditor Reporting System", "USD", 1_000_000m, KnownHeadings.OfCrs),
        new("TOSSD", SourceKind.Tossd, "International Forum on TOSSD", "USD", 1_000m, KnownHeadings.OfTossd),
    ];

    public static TableLayout? Of(SourceKind kind) => All.FirstOrDefault(l => l.Kind == kind);

    public static TableLayout? Named(string name) => All.FirstOrDefault(l => string.Equals(l.Name, name, StringComparison.OrdinalIgnoreCase));

    public bool Fits(IReadOnlyList<string> headings) => headings.Any(h => TableGuess.Plain(h) == Sign);

    public TableMapping Mapping(string country, Classification level, IReadOnlyList<string> headings) => new()
    {
        Country = country,
        Classification = level,
        Name = Source,
        Kind = Kind,
        Columns = TableGuess.Of(headings, []),
        Currency = Currency,
        Factor = Factor,
    };
}
