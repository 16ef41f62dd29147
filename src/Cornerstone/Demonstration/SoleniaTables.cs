using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportImport;
using Cornerstone.Features.SupportSheets;
using Cornerstone.Features.SupportTwins;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Demonstration;

/// <summary>
/// What two other systems tell of support: a table of the OECD's layout and the aid platform of the finance ministry. Most of it is told
/// by a publisher too: of most pairs the secretariat decided that they are one, two are left to be looked at.
/// </summary>
internal static class SoleniaTables
{
    private const string Platform = "Aid platform of the finance ministry";

    public static async Task AddAsync(AppDb db, ImportIati import, string country, Reader reader, DateTimeOffset now, CancellationToken ct)
    {
        var workspace = await db.Workspaces.AsNoTracking().SingleAsync(w => w.Code == country, ct);
        var platform = new TableMapping { Country = country, Classification = Classification.Public, Name = Platform, Kind = SourceKind.National, Columns = Guess("support-amp.csv"), Currency = "USD", Factor = 1_000m };
        db.Add(platform);
        await db.SaveAsync(new Act("demonstration.tables", country, now), ct);
        await ReadAsync(import, "support-amp.csv", platform, workspace, reader, ct);
        await ReadAsync(import, "support-crs.csv", TableLayout.Of(SourceKind.Crs)!.Mapping(country, Classification.Public, Headings("support-crs.csv")), workspace, reader, ct);
    }

    /// <summary>Which records tell of one activity; the publisher's stands.</summary>
    public static async Task JoinAsync(AppDb db, string country, Guid person, DateTimeOffset now, CancellationToken ct)
    {
        var rows = SoleniaFile.Rows("support-same.csv").ToList();
        var named = rows.SelectMany(r => new[] { r["Activity"], r["Standing"] }).ToHashSet();
        var activities = await db.Activities.AsNoTracking().Where(a => a.Country == country && named.Contains(a.Identifier)).ToDictionaryAsync(a => a.Identifier, ct);
        var join = new JoinActivities(db);
        foreach (var row in rows)
        {
            var reasons = row.Codes("Reasons").Select(r => Enum.Parse<LikenessReason>(r));
            if (await join.DecideAsync(activities[row["Activity"]], activities[row["Standing"]], isSame: true, reasons, person, now, ct) is { } refusal)
            {
                throw new InvalidOperationException($"{row["Activity"]}: {refusal.Code}");
            }
        }

        await db.SaveAsync(new Act("demonstration.same", country, now), ct);
    }

    private static List<TableColumn> Guess(string name) => TableGuess.Of(Headings(name), []);

    private static IReadOnlyList<string> Headings(string name) => TableReading.Look(Content(name), 1).Headings;

    private static async Task ReadAsync(ImportIati import, string name, TableMapping mapping, Workspace workspace, Reader reader, CancellationToken ct)
    {
        var reading = TableReading.Of(Content(name), mapping, TableCountry.Of(workspace));
        var order = new SupportOrder(reader, workspace.Code, Classification.Public) { Table = new(mapping.Kind, reading.Findings, reading.Rules) };
        await import.ImportAsync(SupportFile.Of(name.Replace("support-", "", StringComparison.Ordinal), reading.AsFile()), order, null, ct);
    }

    private static MemoryStream Content(string name)
    {
        using var content = SoleniaFile.Open(name);
        var copy = new MemoryStream();
        content.CopyTo(copy);
        return copy;
    }
}
