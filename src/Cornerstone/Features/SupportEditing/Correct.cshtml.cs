using System.ComponentModel.DataAnnotations;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Partners;
using Cornerstone.Features.Support;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Activity = Cornerstone.Features.Support.Activity;
using Transaction = Cornerstone.Features.Support.Transaction;

namespace Cornerstone.Features.SupportEditing;

/// <summary>
/// The country holds something else than a source says, field by field and with a reason. New files leave it so; where the source has
/// changed its word since, a person keeps the correction or lets the source's word hold again.
/// </summary>
[Requires(SupportRoom.Edit)]
public sealed class CorrectPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    /// <summary>Of the activity, or of the line that is named.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Field { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Line { get; set; }

    [BindProperty, Display(Name = "What stands here instead")]
    public string? Given { get; set; }

    [BindProperty, Required, StringLength(SupportCorrection.LongestReason), Display(Name = "Reason")]
    public string Reason { get; set; } = "";

    [BindProperty]
    public int Version { get; set; }

    public Activity Activity { get; private set; } = null!;

    public Transaction? Transaction { get; private set; }

    public IReadOnlyList<SupportCorrection> Corrections { get; private set; } = [];

    public IReadOnlyList<Transaction> Lines { get; private set; } = [];

    internal CorrectableField? Chosen { get; private set; }

    public bool IsDate => Chosen?.IsDate ?? false;

    public bool IsLong => Chosen?.IsLong ?? false;

    public string? Hint => Chosen?.Hint(T);

    public string? ChosenName => Chosen is null ? null : T.FieldOf(Chosen.Name);

    public IReadOnlyList<SelectListItem> Choices => Chosen is null ? [] : [.. Chosen.Choices(T).Select(c => new SelectListItem(c.Word, c.Value))];

    public IEnumerable<SelectListItem> Fields => Offered.Select(f => new SelectListItem(T.FieldOf(f.Name), f.Name));

    public IEnumerable<SelectListItem> LineChoices => Lines.Select(l => new SelectListItem(NameOf(l), l.Id.ToString()));

    public string Stands => Chosen is null ? "" : Told(Chosen.Name, ValueOf(Chosen.Name));

    public string Path => $"/{Country.ToLowerInvariant()}/support";

    public string Self => $"{Path}/{Activity.Id}";

    public string Title => Activity.Title?.In(T.Language.Code) ?? Activity.Identifier;

    private PartnerIndex partners = null!;

    private string Country => current.Workspace!.Code;

    private IReadOnlyList<CorrectableField> Offered => Line is null ? CorrectableField.OfActivity : CorrectableField.OfTransaction;

    private int VersionNow => Transaction?.Version ?? Activity.Version;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await ReadAsync(id, ct)) return NotFound();

        Given = Chosen is null ? null : CorrectableField.Write(ValueOf(Chosen.Name), T);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        var expected = Version;
        if (!await ReadAsync(id, ct) || Chosen is not { } field) return NotFound();

        var written = field.Read(Given, ValueOf(field.Name), T);
        if (written.Fault is { } fault) ModelState.AddModelError(nameof(Given), fault);
        if (ModelState.IsValid && FieldText.Of(written.Value) == FieldText.Of(ValueOf(field.Name))) ModelState.AddModelError(nameof(Given), T["This stands here already."]);
        if (!ModelState.IsValid) return this.Again();
        if (expected != VersionNow) return Clash();

        Take(field.Name, written.Value, Reason.Trim());
        // A line has an amount, or a reason why there is none.
        if (field.Name == nameof(Transaction.Amount) && Transaction is { Absence: not null } && written.Value is not null) Take(nameof(Transaction.Absence), null, Reason.Trim());
        return await SaveAsync("support.correct", ct);
    }

    public async Task<IActionResult> OnPostKeepAsync(Guid id, Guid correction, CancellationToken ct)
    {
        if (!await ReadAsync(id, ct) || Corrections.FirstOrDefault(c => c.Id == correction) is not { } found) return NotFound();

        ModelState.Clear();
        return found.Keep() is { } refusal ? this.Again("", T[refusal]) : await SaveAsync("support.decide", ct);
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id, Guid correction, CancellationToken ct)
    {
        if (!await ReadAsync(id, ct) || Corrections.FirstOrDefault(c => c.Id == correction) is not { } found) return NotFound();

        ModelState.Clear();
        var ended = Corrections.Where(c => c == found || (IsOfAmount(c) && IsOfAmount(found) && c.TransactionId == found.TransactionId)).ToList();
        if (ended.ConvertAll(c => c.End(current.Reader.Id, clock.GetUtcNow())).FirstOrDefault(r => r is not null) is { } refusal) return this.Again("", T[refusal]);

        var line = found.TransactionId is { } named ? await db.Transactions.SingleOrDefaultAsync(t => t.ActivityId == id && t.Id == named, ct) : null;
        if (found.IsGone && line is not null && !Corrections.Except(ended).Any(c => c.TransactionId == line.Id))
        {
            // The source tells of this line no more, and nothing of the country's hangs on it.
            db.Remove(line);
        }
        else
        {
            ended.ForEach(c => Put((object?)line ?? Activity, c.Field, c.Told));
        }

        return await SaveAsync("support.decide", ct);
    }

    private static bool IsOfAmount(SupportCorrection correction) => correction.Field is nameof(Transaction.Amount) or nameof(Transaction.Absence);

    public string NameOf(Transaction line) => $"{T.Of(line.Type)}, {line.Date?.ToString(T.Language.Culture) ?? T["not said"]}, {(line.Amount is { } amount ? T.AmountOf(amount, line.Currency) : T["unknown"])}";

    public string PlaceOf(SupportCorrection correction) => Lines.FirstOrDefault(l => l.Id == correction.TransactionId) is { } line ? $"{T.FieldOf(correction.Field)} ({NameOf(line)})" : T.FieldOf(correction.Field);

    public string GivenIn(SupportCorrection correction) => Kept(correction, correction.Given);

    public string SaidIn(SupportCorrection correction) => Kept(correction, correction.Told);

    private string Kept(SupportCorrection correction, string? json) => Told(correction.Field, FieldText.Read(json, TypeOf(correction)));

    private static Type TypeOf(SupportCorrection correction)
    {
        var type = (correction.TransactionId is null ? typeof(Activity) : typeof(Transaction)).GetProperty(correction.Field)!.PropertyType;
        return Nullable.GetUnderlyingType(type) ?? type;
    }

    private string Told(string field, object? value) => T.ValueOf(field, value, partners);

    private object Record => (object?)Transaction ?? Activity;

    private object? ValueOf(string field) => Record.GetType().GetProperty(field)!.GetValue(Record);

    private void Take(string field, object? value, string reason)
    {
        var (said, given, now) = (FieldText.Of(ValueOf(field)), FieldText.Of(value), clock.GetUtcNow());
        if (Corrections.FirstOrDefault(c => c.Field == field && c.TransactionId == Line) is { } there)
        {
            there.Renew(given, reason, current.Reader.Id, now);
        }
        else
        {
            db.Add(SupportCorrection.Of(Activity, Line, field, said, given, reason, current.Reader.Id, now));
        }

        Put(Record, field, given);
    }

    private void Put(object record, string field, string? json)
    {
        var property = db.Entry(record).Property(field);
        var type = property.Metadata.ClrType;
        // A list is never null: nothing said is no entry.
        property.CurrentValue = FieldText.Read(json, Nullable.GetUnderlyingType(type) ?? type) ?? (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>) ? Activator.CreateInstance(type) : null);
        _ = record is Transaction line ? line.Version++ : Activity.Version++;
    }

    private async Task<IActionResult> SaveAsync(string act, CancellationToken ct)
    {
        if (await db.TrySaveAsync(new Act(act, Country, clock.GetUtcNow()), ct) is not SaveOutcome.Saved)
        {
            return await ReadAsync(Activity.Id, ct) ? Clash() : NotFound();
        }

        this.Say(T["Saved."]);
        return Redirect($"{Self}/correct");
    }

    private IActionResult Clash()
    {
        Version = VersionNow;
        return this.Overtaken(T["Somebody changed this activity while you were editing. Look at its history, then save again."], nameof(Version));
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken ct)
    {
        if (await db.Activities.SingleOrDefaultAsync(a => a.Id == id && a.Country == Country, ct) is not { } activity) return false;

        Activity = activity;
        partners = await db.PartnerIndexAsync(Country, ct);
        Lines = await db.Transactions.AsNoTracking().Where(t => t.ActivityId == id).OrderBy(t => t.Date).ThenBy(t => t.Number).ToListAsync(ct);
        Corrections = await db.SupportCorrections.Where(c => c.ActivityId == id && c.EndedAt == null).OrderBy(c => c.CorrectedAt).ToListAsync(ct);
        Transaction = Line is { } line ? await db.Transactions.SingleOrDefaultAsync(t => t.ActivityId == id && t.Id == line, ct) : null;
        if (Line is not null && Transaction is null) return false;

        Chosen = Offered.FirstOrDefault(f => f.Name == Field);
        Version = VersionNow;
        return true;
    }
}
