using System.Text.Json;
using System.Text.Json.Serialization;
using Cornerstone.Data;
using Cornerstone.Features.Support;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cornerstone.Features.SupportSheets;

/// <summary>What a column of a table says.</summary>
public enum TableField
{
    Ignored,
    Identifier,
    Title,
    Description,
    Donor,

    /// <summary>Where every giver numbers activities by itself, the identifier begins with it. Of the TOSSD, 0 is no giver but a sum of several.</summary>
    DonorCode,
    Implementer,

    /// <summary>Of a table of many countries: rows about others are left out.</summary>
    Recipient,

    /// <summary>Of the TOSSD: the first reaches countries, the second serves regions or the world and is left out.</summary>
    Pillar,
    Status,
    PlannedStart,
    Starts,
    Ends,
    Purpose,

    /// <summary>Goals and targets of sustainable development.</summary>
    Goals,
    FlowType,
    FinanceType,
    AidType,

    /// <summary>The source's own name of a row of money.</summary>
    Line,
    Day,
    Year,
    Stage,
    Currency,

    /// <summary>Of the stage another column says.</summary>
    Amount,
    Committed,
    PaidOut,
    Spent,

    /// <summary>What came back to the giver: repaid, or given back.</summary>
    Returned,

    /// <summary>Private money that official support brought along. It is no support given: told, and not counted.</summary>
    Mobilised,
}

/// <summary>A column by its heading.</summary>
/// <param name="Year">For an amount whose heading names its year: "Disbursed 2024".</param>
public sealed record TableColumn(string Heading, TableField Field, int? Year = null);

/// <summary>How the tables of one source are read: which column says what, in which currency and unit its amounts stand. Shown before it is used, and used again for the next table of the source.</summary>
public sealed class TableMapping : IRecord, IVersioned
{
    public const int LongestName = 200;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Country { get; init; }

    public required Classification Classification { get; init; }

    public Guid? Compartment { get; init; }

    /// <summary>Who tells: "Aid management platform of the ministry of finance".</summary>
    public required string Name { get; init; }

    public required SourceKind Kind { get; init; }

    public List<TableColumn> Columns { get; set; } = [];

    /// <summary>Where no column says it; null where one does.</summary>
    public string? Currency { get; set; }

    /// <summary>1, 1,000 or 1,000,000: what one of a written amount stands for.</summary>
    public decimal Factor { get; set; } = 1m;

    /// <summary>"." or ",": a table made by a program keeps to one.</summary>
    public string DecimalSign { get; set; } = ".";

    public int Version { get; set; } = 1;

    /// <summary>Amounts may stand in several columns: one for each year.</summary>
    public static bool MayStandAgain(TableField field) => field is TableField.Ignored or TableField.Amount || IsStage(field);

    /// <summary>An amount whose column says its stage.</summary>
    public static bool IsStage(TableField field) => field is TableField.Committed or TableField.PaidOut or TableField.Spent or TableField.Returned;

    /// <summary>What a table cannot be read without.</summary>
    public Refusal? MayRead()
    {
        var fields = Columns.ConvertAll(c => c.Field);
        return fields.Count(f => f == TableField.Identifier) != 1 ? new Refusal("tables.identifier")
            : fields.Where(f => !MayStandAgain(f)).GroupBy(f => f).Any(g => g.Count() > 1) ? new Refusal("tables.twice")
            : fields.Contains(TableField.Amount) && !fields.Contains(TableField.Stage) ? new Refusal("tables.stage")
            : Currency is null && !fields.Contains(TableField.Currency) ? new Refusal("tables.currency")
            : null;
    }
}

/// <summary>A table sent, until its columns are read. Nobody else sees it, and after a week it is gone.</summary>
public sealed class TableDraft : IRecord
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Country { get; init; }

    public required Classification Classification { get; init; }

    public Guid? Compartment { get; init; }

    public required Guid PersonId { get; init; }

    public required string FileName { get; init; }

    public required byte[] Content { get; init; }

    public required string Name { get; init; }

    public required SourceKind Kind { get; init; }

    /// <summary>Of activities that are new.</summary>
    public required Classification Level { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public IReadOnlyCollection<string> LeftOutOfJournal => [nameof(Content)];
}

internal sealed class TableMappingTable : IEntityTypeConfiguration<TableMapping>
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    public void Configure(EntityTypeBuilder<TableMapping> mapping)
    {
        mapping.ToTable("support_mapping", "work");
        mapping.Property(m => m.Version).IsConcurrencyToken();
        mapping.Property(m => m.Factor).HasColumnType("numeric");
        mapping.Property(m => m.Columns).HasColumnType("jsonb").HasConversion(
            columns => JsonSerializer.Serialize(columns, Json),
            stored => JsonSerializer.Deserialize<List<TableColumn>>(stored, Json)!,
            new ValueComparer<List<TableColumn>>((a, b) => ReferenceEquals(a, b) || (a != null && b != null && a.SequenceEqual(b)), c => c.Count, c => new List<TableColumn>(c)));
    }
}

internal sealed class TableDraftTable : IEntityTypeConfiguration<TableDraft>
{
    public void Configure(EntityTypeBuilder<TableDraft> draft) => draft.ToTable("support_table", "work");
}
