using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Values;
using Cornerstone.Workbooks;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.ExchangeRates;

/// <summary>Sources of rates and their rates, in and out. A rate that differs from the one kept ends it; a doubted one is kept and waits.</summary>
internal sealed partial class RatesWorkbook : IWorkbook
{
    private const string Sources = "sources";
    private const string Rates = "rates";

    public string Name => "exchange-rates";

    public string Title => Text.Later("Exchange rates");

    public string Purpose => Text.Later("Rates by source, currency and period, with the method by which the source makes them.");

    public string Reads => ExchangeRatesRoom.Read;

    public string Needs => ExchangeRatesRoom.Edit;

    public Task<IReadOnlyList<WorkbookSheet>> SheetsAsync(WorkbookRun run, CancellationToken ct) => Task.FromResult<IReadOnlyList<WorkbookSheet>>(
    [
        new(Sources, Text.Later("Sources"),
        [
            new("code", Text.Later("Code")) { IsKey = true, Longest = RateSource.LongestCode, Note = Text.Later("Short and stable: lower-case letters, digits and hyphens, such as central-bank-month.") },
            new("name", Text.Later("Name")) { IsRequired = true, Longest = 300 },
            new("publisher", Text.Later("Publisher")) { IsRequired = true, Longest = 300 },
            new("address", Text.Later("Address")) { Longest = 500 },
            new("method", Text.Later("Method"), ColumnKind.Choice) { IsRequired = true, Choices = [.. Enum.GetValues<RateMethod>().Select(m => new WorkbookChoice(m.ToString(), run.T.Of(m)))] },
            new("base", Text.Later("Base currency")) { IsRequired = true, Longest = 3, Note = Text.Later("Rates are units of another currency for one of this.") },
            new("order", Text.Later("Order"), ColumnKind.Number) { IsRequired = true, Note = Text.Later("Lower is asked earlier: the first source that has a rate for the day answers.") },
            new("note", Text.Later("Note")) { Longest = 2_000 },
        ]),
        new(Rates, Text.Later("Rates"),
        [
            new("source", Text.Later("Source"), ColumnKind.Reference) { IsKey = true },
            new("currency", Text.Later("Currency")) { IsKey = true, Longest = 3 },
            new("period", Text.Later("Period"), ColumnKind.Period) { IsKey = true },
            new("units", Text.Later("Units for one of the base"), ColumnKind.Number) { IsRequired = true },
        ]),
    ]);

    public async IAsyncEnumerable<WorkbookRow> ReadAsync(WorkbookRun run, [EnumeratorCancellation] CancellationToken ct)
    {
        var kept = await KeptRates.OfAsync(run, ct);
        foreach (var source in kept.Sources.Values.OrderBy(s => s.Order).ThenBy(s => s.Code, StringComparer.Ordinal))
        {
            yield return Row(source);
        }

        var codes = kept.Sources.Values.ToDictionary(s => s.Id, s => s.Code);
        var rates = run.Db.ExchangeRates.AsNoTracking().Where(r => r.Country == run.Country && r.EndedAt == null).OrderBy(r => r.SourceId).ThenBy(r => r.Currency).ThenBy(r => r.FromDay).ThenBy(r => r.Id);
        await foreach (var r in rates.AsAsyncEnumerable().WithCancellation(ct))
        {
            yield return WorkbookRow.Of(Rates, [("source", codes[r.SourceId]), ("currency", r.Currency.Code), ("period", r.Period.ToString()), ("units", r.Units)]);
        }
    }

    public async Task<IReadOnlyList<RowVerdict>> CheckAsync(IReadOnlyList<WorkbookRow> rows, WorkbookRun run, CancellationToken ct)
    {
        var kept = await KeptRates.OfAsync(run, ct);
        return [.. rows.Select(row => row.Sheet == Sources ? CheckSource(row, kept, run.T) : CheckRate(row, kept, run))];
    }

    public async Task ApplyAsync(IReadOnlyList<RowVerdict> verdicts, WorkbookRun run, CancellationToken ct)
    {
        foreach (var row in verdicts.Select(v => v.Row).Where(r => r.Sheet == Sources))
        {
            await ApplySourceAsync(row, run, ct);
        }

        var rates = verdicts.Where(v => v.Row.Sheet == Rates).ToList();
        if (rates.Count == 0)
        {
            return;
        }

        var kept = await KeptRates.OfAsync(run, ct);
        var ids = await run.Db.RateSources.Where(s => s.Country == run.Country).Select(s => new { s.Code, s.Id, s.Classification, s.Compartment }).ToDictionaryAsync(s => s.Code, ct);
        var ended = rates.Where(v => v.Outcome == RowOutcome.Change).Select(v => kept.IdOf(v.Row)).OfType<Guid>().ToList();
        foreach (var rate in await run.Db.ExchangeRates.Where(r => ended.Contains(r.Id)).ToListAsync(ct))
        {
            rate.EndedAt = run.At;
        }

        await run.Db.RecordAsync(run.Act, ct);
        await run.Db.CopyAsync([.. rates.Select(v => (v.Row, Source: ids[v.Row.Text("source")!])).Select(r => New(r.Row, r.Source.Id, r.Source.Classification, r.Source.Compartment, kept, run))], ct);
    }

    private static RowVerdict CheckSource(WorkbookRow row, KeptRates kept, Text T)
    {
        var there = kept.Sources.GetValueOrDefault(row.Text("code")!);
        WorkbookFinding[] findings =
        [
            .. CodeShape().IsMatch(row.Text("code")!) ? [] : new[] { row.Finding("code", "rates.code", T["lower-case letters, digits and hyphens"]) },
            .. Currency.TryParse(row.Text("base"), out var unit) ? [] : new[] { row.Finding("base", "rates.currency", T["a currency code of three letters"]) },
            .. there is null || unit is null || there.Base == unit ? [] : new[] { row.Finding("base", "rates.base", T["the base it has here; rates against another are another source"]) },
            .. row.Number("order") is { } order && order == decimal.Truncate(order) && Math.Abs(order) <= 10_000 ? [] : new[] { row.Finding("order", "rates.order", T["a whole number"]) },
        ];
        if (findings.Length > 0)
        {
            return row.Refuse(findings);
        }

        kept.Learn(row.Text("code")!, unit!, Enum.Parse<RateMethod>(row.Text("method")!));
        return row.Against(there is null ? null : Row(there));
    }

    private static RowVerdict CheckRate(WorkbookRow row, KeptRates kept, WorkbookRun run)
    {
        var T = run.T;
        if (kept.SourceOf(row.Text("source")) is not { } source)
        {
            return row.Refuse(row.Finding("source", "rates.source", T["the code of a source of the first sheet"]));
        }

        if (!Currency.TryParse(row.Text("currency"), out var currency) || currency == source.Base)
        {
            return row.Refuse(row.Finding("currency", "rates.currency", T["a currency code of three letters, other than the base"]));
        }

        if (!Period.TryParse(row.Text("period"), out var period) || period.From > DateOnly.FromDateTime(run.At.UtcDateTime))
        {
            return row.Refuse(row.Finding("period", "rates.period", T["a period such as 2024, 2024-03 or 2024-03-15 that has begun"]));
        }

        if (row.Number("units") is not > 0m)
        {
            return row.Refuse(row.Finding("units", "rates.units", T["a number above zero"]));
        }

        var (quote, there) = (new RateQuote(source, currency, period, row.Number("units")!.Value), kept.Find(source.Code, currency, period));
        if (there?.Units == quote.Units)
        {
            return row.Unchanged();
        }

        WorkbookFinding[] doubts = kept.Judge(quote) is { } doubt ? [row.Finding("units", $"rates.{char.ToLowerInvariant($"{doubt}"[0])}{$"{doubt}"[1..]}", T.Of(doubt), FindingGrade.Warning)] : [];
        kept.Put(quote, there?.Id);
        return there is null ? row.Add(doubts) : row.Change(doubts);
    }

    private static async Task ApplySourceAsync(WorkbookRow row, WorkbookRun run, CancellationToken ct)
    {
        var code = row.Text("code")!;
        var source = await run.Db.RateSources.FirstOrDefaultAsync(s => s.Country == run.Country && s.Code == code, ct);
        if (source is null)
        {
            source = new()
            {
                Country = run.Country,
                Classification = Classification.Public,
                Code = code,
                Name = "",
                Publisher = "",
                Method = RateMethod.Unstated,
                Base = Currency.Parse(row.Text("base")!, null),
                Order = 0,
            };
            run.Db.Add(source);
        }
        else
        {
            source.Version++;
        }

        (source.Name, source.Publisher, source.Order) = (row.Text("name")!, row.Text("publisher")!, (int)row.Number("order")!.Value);
        source.Method = Enum.Parse<RateMethod>(row.Text("method")!);
        source.Address = row.Has("address") ? row.Text("address") : source.Address;
        source.Note = row.Has("note") ? row.Text("note") : source.Note;
    }

    private static ExchangeRate New(WorkbookRow row, Guid source, Classification classification, Guid? compartment, KeptRates kept, WorkbookRun run)
    {
        var period = Period.Parse(row.Text("period")!, null);
        var currency = Currency.Parse(row.Text("currency")!, null);
        return new()
        {
            Id = OrderedId.At(run.At),
            SourceId = source,
            Country = run.Country,
            Classification = classification,
            Compartment = compartment,
            Currency = currency,
            FromDay = period.From,
            UntilDay = period.Until,
            Precision = period.Precision,
            Units = row.Number("units")!.Value,
            Doubt = kept.DoubtOf(row.Text("source")!, currency, period),
            EnteredBy = run.Reader.Id,
            EnteredAt = run.At,
        };
    }

    private static WorkbookRow Row(RateSource s) => WorkbookRow.Of(Sources,
    [
        ("code", s.Code), ("name", s.Name), ("publisher", s.Publisher), ("address", s.Address), ("method", s.Method), ("base", s.Base.Code), ("order", s.Order), ("note", s.Note),
    ]);

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,39}$", RegexOptions.NonBacktracking)]
    private static partial Regex CodeShape();
}
