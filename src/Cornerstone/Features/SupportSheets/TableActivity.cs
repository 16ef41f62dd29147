using System.Globalization;
using Cornerstone.Features.Support;
using Cornerstone.Iati;
using Cornerstone.Sheets;

namespace Cornerstone.Features.SupportSheets;

/// <summary>One activity of a table, gathered from all its rows.</summary>
internal sealed class TableActivity(string identifier)
{
    private readonly Dictionary<TableField, string> facts = [];
    private readonly List<Iati.Transaction> money = [];

    public void Hear(Func<TableField, SheetCell?> cell, TableReading.RowPlace place)
    {
        foreach (var field in new[] { TableField.Title, TableField.Description, TableField.Donor, TableField.Implementer, TableField.Status, TableField.Starts, TableField.Ends, TableField.Purpose, TableField.FlowType })
        {
            if (cell(field) is not { } said)
            {
                continue;
            }

            var text = field is TableField.Starts or TableField.Ends ? TableCells.Day(said)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                : field == TableField.Status ? TableCells.Status(said.Text)
                : said.Text.Trim();
            if (text is null)
            {
                place.Tell("T3", "Warning", field.ToString(), $"\"{said.Text.Trim()}\" is not understood here.");
            }
            else if (!facts.TryAdd(field, text) && facts[field] != text && field is not (TableField.Donor or TableField.Implementer))
            {
                place.Tell("T4", "Warning", field.ToString(), $"Another row of the same activity says \"{facts[field]}\"; the first one holds.");
            }
        }
    }

    public void Hear(SheetCell cell, TableColumn says, Func<TableField, SheetCell?> other, TableMapping mapping, TableReading.RowPlace place)
    {
        if (TableCells.Amount(cell, mapping.DecimalSign) is not { } amount)
        {
            place.Tell("T5", "Error", says.Heading, $"\"{cell.Text.Trim()}\" is no amount with the decimal sign \"{mapping.DecimalSign}\".");
            return;
        }

        if (StageOf(says, other) is not { } stage)
        {
            place.Tell("T6", "Error", says.Heading, $"\"{other(TableField.Stage)?.Text.Trim()}\" is no stage: commitment, disbursement, expenditure or pledge.");
            return;
        }

        var day = DayOf(says, other, place);
        var currency = other(TableField.Currency)?.Text.Trim().ToUpperInvariant() ?? mapping.Currency;
        var giver = other(TableField.Donor) is { } donor && TableCells.Several(donor.Text) is [var single] ? new FlowParty(null, null, null, [new Narrative(single)]) : null;
        money.Add(new()
        {
            Type = ((int)stage).ToString(CultureInfo.InvariantCulture),
            Ref = other(TableField.Line)?.Text.Trim(),
            Date = day,
            Value = new Amount(amount * mapping.Factor, currency, day),
            Provider = giver,
        });
    }

    public Iati.Activity Told(TableMapping mapping) => new()
    {
        Identifier = identifier,
        DefaultCurrency = mapping.Currency,
        ReportingOrganisation = new(null, null, true, [new Narrative(mapping.Name)]),
        Title = facts.TryGetValue(TableField.Title, out var title) ? [new Narrative(title)] : [],
        Descriptions = facts.TryGetValue(TableField.Description, out var text) ? [new Description("1", [new Narrative(text)])] : [],
        ParticipatingOrganisations = [.. Parties(TableField.Donor, "1"), .. Parties(TableField.Implementer, "4")],
        Status = facts.GetValueOrDefault(TableField.Status),
        Dates = [.. Date(TableField.Starts, "2"), .. Date(TableField.Ends, "3")],
        Countries = [new CountryShare(mapping.Country, null, [])],
        Sectors = [.. TableCells.Several(facts.GetValueOrDefault(TableField.Purpose, "")).Select(code => new SectorShare(code, code.Length == 3 ? "2" : "1", null, null, []))],
        DefaultFlowType = facts.GetValueOrDefault(TableField.FlowType),
        Transactions = [.. money],
    };

    // Of a column that names its stage, that; else what the row says.
    private static TransactionType? StageOf(TableColumn says, Func<TableField, SheetCell?> other) => says.Field switch
    {
        TableField.Committed => TransactionType.OutgoingCommitment,
        TableField.PaidOut => TransactionType.Disbursement,
        TableField.Spent => TransactionType.Expenditure,
        _ => TableCells.Stage(other(TableField.Stage)?.Text ?? ""),
    };

    // Where only the year is known, its last day stands for it: a yearly rate is the same on all its days.
    private static DateOnly? DayOf(TableColumn says, Func<TableField, SheetCell?> other, TableReading.RowPlace place)
    {
        if (other(TableField.Day) is { } written && TableCells.Day(written) is { } day)
        {
            return day;
        }

        if ((says.Year ?? (other(TableField.Year) is { } cell ? TableCells.Year(cell) : null)) is { } year)
        {
            place.Tell("T7", "Warning", says.Heading, $"Only the year {year} is known: the amount stands on its last day.");
            return new DateOnly(year, 12, 31);
        }

        place.Tell("T8", "Warning", says.Heading, "Neither day nor year is known: the amount is shown and not counted.");
        return null;
    }

    private IEnumerable<ParticipatingOrganisation> Parties(TableField field, string role) =>
        TableCells.Several(facts.GetValueOrDefault(field, "")).Select(name => new ParticipatingOrganisation(null, null, role, null, null, [new Narrative(name)]));

    private IEnumerable<ActivityDate> Date(TableField field, string type) =>
        facts.TryGetValue(field, out var day) ? [new ActivityDate(type, DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), [])] : [];
}
