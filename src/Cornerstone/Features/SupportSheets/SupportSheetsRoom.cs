using Cornerstone.Access;
using Cornerstone.Languages;

namespace Cornerstone.Features.SupportSheets;

/// <summary>Tables of support made for another purpose: a national aid management system, rows told to the OECD (CRS) or to the forum of the TOSSD. Which column says what is shown, kept for each source, and used again.</summary>
public sealed class SupportSheetsRoom : IRoom
{
    public MenuGroup Group => MenuGroup.Money;

    public IEnumerable<Permission> Permissions => [];

    public IEnumerable<MenuEntry> Menu => [];

    public IReadOnlyDictionary<string, string> HistoryWords => new Dictionary<string, string>
    {
        [SendTable.SendName] = Text.Later("Table of support sent"),
        [SendTable.MapName] = Text.Later("Columns of a table read"),
        [nameof(TableMapping.Columns)] = Text.Later("Columns"),
        [nameof(TableMapping.Factor)] = Text.Later("Amounts are in"),
        [nameof(TableMapping.DecimalSign)] = Text.Later("Decimal sign"),
    };

    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<SendTable>();
        services.AddSingleton(new RefusalSentence("tables.identifier", "Say of one column that it is the identifier: by it an activity is found again in the next table."));
        services.AddSingleton(new RefusalSentence("tables.twice", "Two columns cannot say the same, but for amounts."));
        services.AddSingleton(new RefusalSentence("tables.stage", "An amount needs a stage: say which column names it, or that the amounts are committed, paid out or spent."));
        services.AddSingleton(new RefusalSentence("tables.currency", "Say the currency: by a column, or once for all amounts."));
    }
}
