using System.Globalization;
using Cornerstone.Features.Support;
using Cornerstone.Iati;
using Cornerstone.Sheets;

namespace Cornerstone.Features.SupportSheets;

/// <summary>One activity of a table, gathered from all its rows.</summary>
internal sealed class TableActivity(string identifier)
{
    private static readonly TableField[] Facts =
    [
        TableField.Title, TableField.Description, TableField.Donor, TableField.Implementer, TableField.Status, TableField.PlannedStart, TableField.Starts, TableField.Ends,
        TableField.Purpose, TableField.Goals, TableField.FlowType, TableField.FinanceType, TableField.AidType,
    ];

    private readonly Dictionary<TableField, string> facts = [];
    private readonly List<Iati.Transaction> money = [];

    public string Identifier => identifier;

    public void Hear(Func<TableField, SheetCell?> cell, TableReading.RowPlace place)
    {
        foreach (var field in Facts)
        {
            if (cell(field) is not { } said)
            {
                continue;
            }

            if (Meaning(field, said) is not { } text)
            {
                place.Tell("T3", "Warning", field.ToString(), $"\"{said.Text.Trim()}\" is not understood here: {Expected(field)} is expected.");
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

        var currency = other(TableField.Currency)?.Text.Trim().ToUpperInvariant() ?? mapping.Currency;
        if (says.Field == TableField.Mobilised)
        {
            var brought = (amount * mapping.Factor).ToString("#,0.##", CultureInfo.InvariantCulture);
            place.Tell("T12", "Warning", says.Heading, $"Private money of {brought} {currency} is told beside the support: it is not support and is not counted.");
            return;
        }

        if (StageOf(says, other) is { } stage)
        {
            money.Add(Line(new(amount * mapping.Factor, currency, DayOf(says, other, place)), stage, says, other));
        }
        else
        {
            place.Tell("T6", "Error", says.Heading, $"\"{other(TableField.Stage)?.Text.Trim()}\" is no stage: commitment, disbursement, expenditure or pledge.");
        }
    }

    private static Iati.Transaction Line(Amount value, TransactionType stage, TableColumn says, Func<TableField, SheetCell?> other)
    {
        var giver = other(TableField.Donor) is { } donor && TableCells.Several(donor.Text) is [var single] ? new FlowParty(null, null, null, [new Narrative(single)]) : null;
        var isReturned = says.Field == TableField.Returned;
        return new()
        {
            Type = ((int)stage).ToString(CultureInfo.InvariantCulture),
            Ref = other(TableField.Line)?.Text.Trim(),
            Date = value.ValueDate,
            Value = value,
            Provider = isReturned ? null : giver,
            Receiver = isReturned ? giver : null,
        };
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
        Dates = [.. Date(TableField.PlannedStart, "1"), .. Date(TableField.Starts, "2"), .. Date(TableField.Ends, "3")],
        Countries = [new CountryShare(mapping.Country, null, [])],
        Sectors = [.. Codes(TableField.Purpose).Select(code => Sector(code, code.Length == 3 ? "2" : "1")), .. Codes(TableField.Goals).Select(code => Sector(code, code.Contains('.', StringComparison.Ordinal) ? "8" : "7"))],
        DefaultFlowType = facts.GetValueOrDefault(TableField.FlowType),
        DefaultFinanceType = facts.GetValueOrDefault(TableField.FinanceType),
        DefaultAidTypes = facts.TryGetValue(TableField.AidType, out var aid) ? [new AidType(aid, "1")] : [],
        Transactions = [.. money],
    };

    private static string? Meaning(TableField field, SheetCell said) => field switch
    {
        TableField.PlannedStart or TableField.Starts or TableField.Ends => TableCells.Day(said)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TableField.Status => TableCells.Status(said.Text),
        TableField.FlowType => TableCells.FlowType(said.Text),
        TableField.FinanceType => TableCells.FinanceType(said.Text),
        TableField.AidType => TableCells.AidType(said.Text),
        _ => said.Text.Trim(),
    };

    private static string Expected(TableField field) => field switch
    {
        TableField.Status => "a status of the standard, by number or word",
        TableField.FlowType => "a flow type of the standard or the CRS",
        TableField.FinanceType => "a finance type of the DAC",
        TableField.AidType => "an aid type of the DAC",
        _ => "a day such as 2024-12-31",
    };

    private IReadOnlyList<string> Codes(TableField field) => TableCells.Several(facts.GetValueOrDefault(field, ""));

    private static SectorShare Sector(string code, string vocabulary) => new(code, vocabulary, null, null, []);

    // Of a column that names its stage, that; else what the row says.
    private static TransactionType? StageOf(TableColumn says, Func<TableField, SheetCell?> other) => says.Field switch
    {
        TableField.Committed => TransactionType.OutgoingCommitment,
        TableField.PaidOut => TransactionType.Disbursement,
        TableField.Spent => TransactionType.Expenditure,
        TableField.Returned => TableCells.IsDebt(other(TableField.FinanceType)?.Text) ? TransactionType.LoanRepayment : TransactionType.Reimbursement,
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
        Codes(field).Select(name => new ParticipatingOrganisation(null, null, role, null, null, [new Narrative(name)]));

    private IEnumerable<ActivityDate> Date(TableField field, string type) =>
        facts.TryGetValue(field, out var day) ? [new ActivityDate(type, DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), [])] : [];
}
