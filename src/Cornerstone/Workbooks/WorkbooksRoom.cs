using Cornerstone.Access;
using Cornerstone.Languages;

namespace Cornerstone.Workbooks;

/// <summary>Spreadsheets in and out, for every room that has some. What a person may bring in or take out is the rooms' to say.</summary>
public sealed class WorkbooksRoom : IRoom
{
    public const string Read = "workbooks.read";

    /// <summary>All workbooks of the program, in the order of the rooms.</summary>
    public static IEnumerable<IWorkbook> All => Cornerstone.Rooms.All.SelectMany(r => r.Workbooks);

    public MenuGroup Group => MenuGroup.Plan;

    public IEnumerable<Permission> Permissions => [new(Read, [.. Enum.GetValues<Role>().Where(r => r != Role.Administrator)])];

    public IEnumerable<MenuEntry> Menu => [new("Spreadsheets", "/Workbooks/Index", Read, Text.Later("Bring in and take out by Excel"))];

    public IReadOnlyDictionary<string, string> HistoryWords => new Dictionary<string, string>
    {
        [SendWorkbook.ActName] = Text.Later("Spreadsheet sent"),
        [SendWorkbook.DiscardName] = Text.Later("Spreadsheet put aside"),
        [SendWorkbook.HandOverName] = Text.Later("Spreadsheet handed over"),
        [SendWorkbook.GiveBackName] = Text.Later("Spreadsheet given back"),
        [nameof(WorkbookDraft.HandedOverAt)] = Text.Later("Handed over"),
        [nameof(WorkbookDraft.ReturnedBecause)] = Text.Later("Given back because"),
        [WorkbookImport.ActName] = Text.Later("Brought in by spreadsheet"),
        [nameof(WorkbookDraft.Workbook)] = Text.Later("Spreadsheet"),
        [nameof(WorkbookDraft.FileName)] = Text.Later("File"),
        [nameof(WorkbookDraft.Encoding)] = Text.Later("Encoding"),
        [nameof(WorkbookDraft.SentAt)] = Text.Later("Sent"),
        [nameof(WorkbookDraft.ExpiresAt)] = Text.Later("Kept until"),
        [nameof(WorkbookDraft.PersonId)] = Text.Later("Person"),
    };

    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<SendWorkbook>();
        services.AddSingleton(new RefusalSentence("workbooks.handed-over", "The file is handed over already."));
        services.AddSingleton(new RefusalSentence("workbooks.not-waiting", "The file does not wait for an answer."));
        services.Configure<Microsoft.AspNetCore.Mvc.MvcOptions>(o => o.Filters.Add<PageTablesFilter>());
    }
}
