using Cornerstone.Features.ExchangeRates;
using Cornerstone.Tests.TestKit;

namespace Cornerstone.Tests.Features.ExchangeRates;

/// <summary>Published rates, which are not part of this project: tests that need them skip, and say so, where they are not.</summary>
internal static class PublishedFiles
{
    public const string Fund = "imf-codeforiati/imf_exchangerates_A_ENDA_USD.csv";
    public const string Months = "datasets-exchange-rates/data/monthly.csv";
    public const string Years = "datasets-exchange-rates/data/annual.csv";
    public const string Table = "dportal-exchange/dstore/csv/exchange.csv";
    public const string Deflators = "alnap/datasets/Deflators/deflators_2023usd.csv";

    public static PublishedRates Read(string file)
    {
        using var stream = File.OpenRead(PathOf(file));
        return RateLayout.Read(stream, Path.GetFileName(file));
    }

    public static string PathOf(string file)
    {
        var path = Path.Combine(Repository.Shared ?? "", "data", "09-fx", file);
        Assert.SkipUnless(File.Exists(path), $"The published rates are not on this machine (../shared/data/09-fx/{file}, or CORNERSTONE_SHARED).");
        return path;
    }
}
