using Cornerstone.Access;
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

    public IEnumerable<MenuEntry> Menu => [];

    public IEnumerable<IWorkbook> Workbooks => [new RatesWorkbook()];

    public IReadOnlyDictionary<string, string> HistoryWords => RateWords.History;
}
