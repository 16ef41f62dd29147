using System.Text;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Partners;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportFiles;
using Cornerstone.Features.SupportImport;
using Cornerstone.Tests.Features.SupportImport;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Journeys;

internal static partial class Addresses
{
    private static readonly Dictionary<BrowserApp, Task<Guid>> SupportDrafts = [];

    private static async Task<IEnumerable<Sample>> SupportAsync(BrowserApp app, AppDb db)
    {
        const string room = $"{Country}/support";
        var ct = TestContext.Current.CancellationToken;
        var draft = await SharedSupportDraftAsync(app);
        var activity = await db.Activities.Where(a => a.Country == "XS" && a.Identifier == "XM-EX-1-BORDER").Select(a => a.Id).SingleAsync(ct);
        var partner = await db.Partners.Where(p => p.Country == "XS").Select(p => p.Id).FirstAsync(ct);
        var file = await db.FileImports.Where(i => i.Country == "XS").Select(i => i.Id).FirstAsync(ct);
        return
        [
            new(room, "/xs/support", Amina),
            new(room, "/xs/support?status=Closed&sector=15210", Dmitri),
            new(room, "/xs/support?component=POL&year=2025&currency=XSC", Elif),
            new($"{room}/ledger", "/xs/support/ledger", Amina),
            new($"{room}/ledger", "/xs/support/ledger?view=Spending&currency=XSC&year=2025", Elif),
            new($"{room}/ledger/rows", "/xs/support/ledger/rows?reason=SaidTwice", Dmitri),
            new($"{room}/gaps", "/xs/support/gaps", Amina),
            new($"{room}/partners", "/xs/support/partners", Amina),
            new($"{room}/partners/{{id:guid}}", $"/xs/support/partners/{partner}", Amina),
            new($"{room}/{{id:guid}}", $"/xs/support/{activity}", Amina),
            new($"{room}/{{id:guid}}", $"/xs/support/{activity}?tab=history", Amina),
            new($"{room}/{{id:guid}}/said", $"/xs/support/{activity}/said", Dmitri),
            new($"{room}/{{id:guid}}/origins", $"/xs/support/{activity}/origins", Amina),
            new($"{room}/import", "/xs/support/import", Amina),
            new($"{room}/drafts/{{id:guid}}", $"/xs/support/drafts/{draft}", Amina),
            new($"{room}/files", "/xs/support/files", Amina),
            new($"{room}/files/{{id:guid}}", $"/xs/support/files/{file}", Dmitri),
        ];
    }

    private static Task<Guid> SharedSupportDraftAsync(BrowserApp app)
    {
        lock (OneDraft)
        {
            return SupportDrafts.TryGetValue(app, out var draft) ? draft : SupportDrafts[app] = SupportDraftAsync(app);
        }
    }

    /// <summary>A file of Amina's that is in, and a newer one of hers that waits: one activity changed, one new, one refused.</summary>
    private static async Task<Guid> SupportDraftAsync(BrowserApp app)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var db = new AppDb(app.Database.Options);
        var current = new CurrentReader();
        await current.LoadAsync(db, Amina.Id, "XS", ct);
        await db.BeginAsync(current.Reader, ct);
        var import = app.Services.GetRequiredService<ImportIati>();
        await import.ImportAsync(GivenFiles.File(GivenFiles.Border), new SupportOrder(current.Reader, "XS", Classification.Public), null, ct);
        var newer = GivenFiles.Border.Replace("Twelve posts", "Fourteen posts", StringComparison.Ordinal);
        var file = Encoding.UTF8.GetBytes($"<iati-activities version=\"2.03\">{newer}{GivenFiles.Radio}<iati-activity><title></iati-activity></iati-activities>");
        return await new SendSupport(db, import, current, TimeProvider.System).SendAsync("newer.xml", file, Classification.Public, false, ct);
    }
}
