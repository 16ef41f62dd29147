using Cornerstone.Values;
using Cornerstone.Workbooks;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.ExchangeRates;

/// <summary>What a run of the workbook knows: sources and rates of the record, and those of the rows above.</summary>
internal sealed class KeptRates
{
    private readonly Dictionary<string, RateSource> learnt = [];
    private readonly Dictionary<(string Source, Currency Currency, PeriodPrecision Precision, DateOnly From, DateOnly Until), (Guid? Id, decimal Units)> rates = [];
    private readonly Dictionary<(string Source, Currency Currency, Period Period), RateDoubt?> doubts = [];
    private readonly Dictionary<string, RateBook> others = [];
    private readonly RateBounds bounds = new();
    private List<RateSource> inOrder = [];
    private List<RateQuote> usable = [];

    public Dictionary<string, RateSource> Sources { get; private set; } = [];

    public static Task<KeptRates> OfAsync(WorkbookRun run, CancellationToken ct) => run.OnceAsync("rates.kept", async () =>
    {
        var kept = new KeptRates
        {
            inOrder = await run.Db.RateSourcesAsync(run.Country, ct),
            usable = await run.Db.UsableQuotesAsync(run.Country, ct),
        };
        kept.Sources = kept.inOrder.Where(s => s.Country == run.Country).DistinctBy(s => s.Code).ToDictionary(s => s.Code);
        var codes = kept.Sources.Values.ToDictionary(s => s.Id, s => s.Code);
        foreach (var r in await run.Db.RatesInForce(run.Country).Where(r => r.Country == run.Country).ToListAsync(ct))
        {
            if (codes.TryGetValue(r.SourceId, out var code)) kept.rates[(code, r.Currency, r.Precision, r.FromDay, r.UntilDay)] = (r.Id, r.Units);
        }

        return kept;
    });

    /// <summary>A source of the record or of a row above.</summary>
    public RateSource? SourceOf(string? code) => code is null ? null : learnt.GetValueOrDefault(code) ?? Sources.GetValueOrDefault(code);

    public void Learn(string code, Currency unit, RateMethod method) => learnt[code] = Sources.GetValueOrDefault(code) ?? new()
    {
        Country = "",
        Code = code,
        Name = code,
        Publisher = code,
        Method = method,
        Base = unit,
        Order = 0,
    };

    public (Guid? Id, decimal Units)? Find(string source, Currency currency, Period period) =>
        rates.TryGetValue(Key(source, currency, period), out var there) ? there : null;

    public Guid? IdOf(WorkbookRow row) =>
        Find(row.Text("source")!, Currency.Parse(row.Text("currency")!, null), Period.Parse(row.Text("period")!, null))?.Id;

    public RateDoubt? DoubtOf(string source, Currency currency, Period period) => doubts.GetValueOrDefault((source, currency, period));

    public RateDoubt? Judge(RateQuote quote)
    {
        var before = Before(quote.Period) is { } earlier && Find(quote.Source.Code, quote.Currency, earlier) is { } rate ? quote with { Period = earlier, Units = rate.Units } : null;
        return doubts[(quote.Source.Code, quote.Currency, quote.Period)] = RateChecks.Judge(quote, before, Others(quote.Source.Code), bounds);
    }

    public void Put(RateQuote quote, Guid? id) => rates[Key(quote.Source.Code, quote.Currency, quote.Period)] = (id, quote.Units);

    private RateBook Others(string code)
    {
        if (!others.TryGetValue(code, out var book))
        {
            var own = Sources.GetValueOrDefault(code)?.Id;
            others[code] = book = new(inOrder, usable.Where(q => q.Source.Id != own));
        }

        return book;
    }

    private static Period? Before(Period period) => !period.IsSingle ? null : period.Precision switch
    {
        PeriodPrecision.Year => Period.OfYear(period.From.Year - 1),
        PeriodPrecision.Day => Period.OfDay(period.From.AddDays(-1)),
        var precision => new Period(period.From.AddDays(-1), period.From.AddDays(-1), precision),
    };

    private static (string, Currency, PeriodPrecision, DateOnly, DateOnly) Key(string source, Currency currency, Period period) =>
        (source, currency, period.Precision, period.From, period.Until);
}
