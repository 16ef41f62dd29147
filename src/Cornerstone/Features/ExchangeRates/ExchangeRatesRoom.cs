using Cornerstone.Access;
using Cornerstone.Languages;
using Cornerstone.Workbooks;

namespace Cornerstone.Features.ExchangeRates;

/// <summary>By which rates money is told in another currency, each with its date, source and method.</summary>
public sealed class ExchangeRatesRoom : IRoom
{
    public const string Read = "rates.read";
    public const string Edit = "rates.edit";

    public MenuGroup Group => MenuGroup.Money;

    public IEnumerable<Permission> Permissions =>
    [
        new(Read, [.. Enum.GetValues<Role>().Where(r => r != Role.Administrator)]),
        new(Edit, [Role.Secretariat, Role.FinanceAnalyst]),
    ];

    public IEnumerable<MenuEntry> Menu =>
        [new("Doubted rates", "/Features/ExchangeRates/Doubted", Read, Text.Later("Exchange rates that are not used until a person has looked at them"))];

    public IEnumerable<IWorkbook> Workbooks => [new RatesWorkbook()];

    public IReadOnlyDictionary<string, string> HistoryWords => RateWords.History;

    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton(new RefusalSentence("rates.not-doubted", "Nobody doubts this rate: it is used as it is."));
        services.AddSingleton(new RefusalSentence("rates.replaced", "A newer rate stands in its place: decide on that one."));
    }
}
