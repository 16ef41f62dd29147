using System.ComponentModel.DataAnnotations;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Published;
using Cornerstone.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Publications;

/// <summary>Takes one thing away from the public, in every edition at once. One person may: danger does not wait, and the tombstone tells of it.</summary>
[Requires(PublicationsRoom.Approve)]
public sealed class WithdrawPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    [BindProperty, Required(ErrorMessage = "Say why it is withdrawn."), StringLength(Publication.LongestText), Display(Name = "Ground")]
    public string? Ground { get; set; }

    public Subject Subject { get; private set; } = null!;

    public string Path => $"/{Country.ToLowerInvariant()}/publications";

    private string Country => current.Workspace!.Code;

    public async Task<IActionResult> OnGetAsync(SubjectKind kind, string key, CancellationToken ct) => await ReadAsync(kind, key, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(SubjectKind kind, string key, CancellationToken ct)
    {
        if (!await ReadAsync(kind, key, ct))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var now = clock.GetUtcNow();
        db.Withdrawals.Add(new Withdrawal { Country = Country, Kind = kind, Key = key, Ground = Ground!.Trim(), WithdrawnBy = current.Reader.Id, WithdrawnAt = now });
        await db.SaveAsync(new Act("publications.withdraw", Country, now, Ground.Trim()), ct);
        this.Say(T["Withdrawn. Its rows are gone, and everybody reads when and on what ground."]);
        return Redirect(Path);
    }

    private async Task<bool> ReadAsync(SubjectKind kind, string key, CancellationToken ct)
    {
        var found = await (
            from subject in db.PublishedSubjects
            join edition in db.Editions on subject.EditionId equals edition.Id
            where subject.Country == Country && subject.Kind == kind && subject.Key == key && subject.WithdrawnAt == null
            orderby edition.Number descending
            select subject).FirstOrDefaultAsync(ct);
        Subject = found!;
        return found is not null;
    }
}
