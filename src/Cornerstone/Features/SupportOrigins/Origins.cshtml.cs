using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Partners;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportImport;
using Cornerstone.Languages;
using Cornerstone.Workbooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Activity = Cornerstone.Features.Support.Activity;

namespace Cornerstone.Features.SupportOrigins;

/// <summary>Field by field: what the source says, since which file, and what the country holds against it.</summary>
[Requires(SupportRoom.Read)]
public sealed class OriginsPage(AppDb db, CurrentReader current, Text T) : PageModel
{
    /// <param name="Since">The file in which the source first said what it says now; null where nothing was read.</param>
    public sealed record Origin(string Field, string Said, Guid? Since, string? SinceFile, DateTimeOffset? SinceAt, SupportCorrection? Correction, string Holds);

    public Activity Activity { get; private set; } = null!;

    public IReadOnlyList<Origin> Origins { get; private set; } = [];

    public IReadOnlyList<(Guid Id, string File, DateTimeOffset At, long Line, IReadOnlyList<string> Changed)> Told { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> People { get; private set; } = new Dictionary<Guid, string>();

    public string Path => $"/{Country.ToLowerInvariant()}/support";

    public string Self => $"{Path}/{Activity.Id}";

    public string Title => Activity.Title?.In(T.Language.Code) ?? Activity.Identifier;

    private string Country => current.Workspace!.Code;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await ReadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnGetExportAsync(Guid id, string? format, CancellationToken ct) => !await ReadAsync(id, ct) ? NotFound() : this.Export(
        new ListExport<Origin>("origins", T["Which source said what, when"], Origins)
        {
            Columns =
            [
                new(T["Field"], o => T.FieldOf(o.Field)),
                new(T["The source says"], o => o.Said, Width: 50),
                new(T["since the file"], o => o.SinceFile, Width: 30),
                new(T["read on"], o => o.SinceAt is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : null, Sheets.CellKind.Date),
                new(T["Here stands"], o => o.Holds, Width: 50),
                new(T["Reason"], o => o.Correction?.Reason, Width: 40),
            ],
            Filters = [Title],
        },
        format);

    private async Task<bool> ReadAsync(Guid id, CancellationToken ct)
    {
        Activity = (await db.Activities.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.Country == Country, ct))!;
        if (Activity is null || await Readings.OfAsync(db, id, ct) is not { Count: > 0 } readings)
        {
            return false;
        }

        var partners = await db.PartnerIndexAsync(Country, ct);
        var register = await PartnerRegister.LoadAsync(db, Country, Activity.Classification, ct);
        var rows = readings.ConvertAll(r => r.Said is { Identifier: not null } said ? Row(new SaidRecord(said, r.Record, r.Line), register) : null);
        var corrections = await db.SupportCorrections.AsNoTracking().Where(c => c.ActivityId == id && c.TransactionId == null && c.EndedAt == null).ToDictionaryAsync(c => c.Field, ct);
        var by = corrections.Values.Select(c => c.CorrectedBy).ToList();
        People = await db.Users.Where(u => by.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, ct);
        Origins = [.. SaidFields.OfActivity.Select(field => Of(field, readings, rows, corrections.GetValueOrDefault(field), partners)).Where(o => o.Said != T["not said"] || o.Correction is not null)];
        Told = [.. readings.Select((r, i) => (r.ImportId, r.FileName, r.At, r.Line, Changed(rows, i)))];
        return true;
    }

    private Activity Row(SaidRecord record, PartnerRegister register) =>
        SaidRows.Activity(record, new SaidPlace(Activity.Id, Country, Activity.Classification, null), Activity.SourceId, Activity.Copy, register, Guid.Empty, default);

    private Origin Of(string field, List<Reading> readings, List<Activity?> rows, SupportCorrection? correction, PartnerIndex partners)
    {
        var holds = T.ValueOf(field, Value(Activity, field), partners);
        if (rows[0] is not { } now)
        {
            return new(field, T["kept closer than you may read"], null, null, null, correction, holds);
        }

        var since = 0;
        while (since + 1 < rows.Count && rows[since + 1] is { } before && IsSame(now, before, field))
        {
            since++;
        }

        var first = readings[since];
        return new(field, T.ValueOf(field, Value(now, field), partners), first.ImportId, first.FileName, first.At, correction, holds);
    }

    private static List<string> Changed(List<Activity?> rows, int place) => place + 1 < rows.Count && rows[place] is { } now && rows[place + 1] is { } before
        ? [.. SaidFields.OfActivity.Where(f => !IsSame(now, before, f))]
        : [];

    private static bool IsSame(Activity one, Activity other, string field) => FieldText.Of(Value(one, field)) == FieldText.Of(Value(other, field));

    private static object? Value(Activity activity, string field) => typeof(Activity).GetProperty(field)!.GetValue(activity);
}
