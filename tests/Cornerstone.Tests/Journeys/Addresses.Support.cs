using System.Text;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.ExchangeRates;
using Cornerstone.Features.Partners;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportFiles;
using Cornerstone.Features.SupportImport;
using Cornerstone.Features.SupportSheets;
using Cornerstone.Tests.Features.ExchangeRates;
using Cornerstone.Tests.Features.SupportImport;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Journeys;

internal static partial class Addresses
{
    private static readonly Dictionary<BrowserApp, Task<(Guid Draft, Guid Table)>> SupportDrafts = [];

    private static async Task<IEnumerable<Sample>> SupportAsync(BrowserApp app, AppDb db)
    {
        const string room = $"{Country}/support";
        var ct = TestContext.Current.CancellationToken;
        var (draft, table) = await SharedSupportDraftAsync(app);
        var activity = await db.Activities.Where(a => a.Country == "XS" && a.Identifier == "XM-EX-1-BORDER").Select(a => a.Id).SingleAsync(ct);
        var partner = await db.Partners.Where(p => p.Country == "XS").Select(p => p.Id).FirstAsync(ct);
        var alike = await db.Activities.Where(a => a.Country == "XS" && (a.Identifier == "XM-EX-AV-101" || a.Identifier == "XM-EX-OP-12")).OrderBy(a => a.Identifier).Select(a => a.Id).ToListAsync(ct);
        var doubted = await db.ExchangeRates.Where(r => r.Country == "XS" && r.Doubt != null).Select(r => r.Id).FirstAsync(ct);
        var file = await db.FileImports.Where(i => i.Country == "XS").Select(i => i.Id).FirstAsync(ct);
        return
        [
            new(room, "/xs/support", Amina),
            new(room, "/xs/support?status=Closed&sector=15210", Dmitri),
            new(room, "/xs/support?component=POL&year=2025&currency=XSC", Elif),
            new($"{room}/ledger", "/xs/support/ledger", Amina),
            new($"{room}/ledger", "/xs/support/ledger?view=Spending&currency=XSC&year=2025", Elif),
            new($"{room}/ledger/rows", "/xs/support/ledger/rows?reason=SaidTwice", Dmitri),
            new($"{room}/reported", "/xs/support/reported", Amina),
            new($"{room}/reported", "/xs/support/reported?stage=Committed&purpose=reform&currency=XSC&year=2025", Elif),
            new($"{room}/reported/rows", "/xs/support/reported/rows?figure=Told", Dmitri),
            new($"{room}/explorer", "/xs/support/explorer", Amina),
            new($"{room}/explorer", "/xs/support/explorer?rows=component&columns=objective&view=Spending&partner=none", Elif),
            new($"{room}/gaps", "/xs/support/gaps", Amina),
            new($"{room}/overview", "/xs/support/overview", Amina),
            new($"{room}/overview", "/xs/support/overview?view=Spending&currency=XSC&year=2025", Elif),
            new($"{room}/partners", "/xs/support/partners", Amina),
            new($"{room}/partners/{{id:guid}}", $"/xs/support/partners/{partner}", Amina),
            new($"{room}/{{id:guid}}", $"/xs/support/{activity}", Amina),
            new($"{room}/{{id:guid}}", $"/xs/support/{activity}?tab=history", Amina),
            new($"{room}/{{id:guid}}/said", $"/xs/support/{activity}/said", Dmitri),
            new($"{room}/{{id:guid}}/origins", $"/xs/support/{activity}/origins", Amina),
            new($"{room}/{{id:guid}}/known", $"/xs/support/{activity}/known", Amina),
            new($"{room}/{{id:guid}}/oda", $"/xs/support/{activity}/oda", Amina),
            new($"{room}/{{id:guid}}/correct", $"/xs/support/{activity}/correct?field=Sectors", Amina),
            new($"{room}/{{id:guid}}/alignment", $"/xs/support/{activity}/alignment", Amina),
            new($"{room}/alignments", "/xs/support/alignments?judged=true", Amina),
            new($"{room}/{{id:guid}}/withheld", $"/xs/support/{activity}/withheld", Farid),
            new($"{room}/twins", "/xs/support/twins", Amina),
            new($"{room}/twins/{{one:guid}}/{{other:guid}}", $"/xs/support/twins/{alike[0]}/{alike[1]}", Amina),
            new($"{room}/tables", "/xs/support/tables", Amina),
            new($"{room}/tables/{{id:guid}}", $"/xs/support/tables/{table}", Amina),
            new($"{Country}/rates/doubted", "/xs/rates/doubted", Amina),
            new($"{Country}/rates/doubted/{{id:guid}}", $"/xs/rates/doubted/{doubted}", Amina),
            new($"{room}/import", "/xs/support/import", Amina),
            new($"{room}/drafts/{{id:guid}}", $"/xs/support/drafts/{draft}", Amina),
            new($"{room}/files", "/xs/support/files", Amina),
            new($"{room}/files/{{id:guid}}", $"/xs/support/files/{file}", Dmitri),
        ];
    }

    private static Task<(Guid Draft, Guid Table)> SharedSupportDraftAsync(BrowserApp app)
    {
        lock (OneDraft)
        {
            return SupportDrafts.TryGetValue(app, out var draft) ? draft : SupportDrafts[app] = SupportDraftAsync(app);
        }
    }

    /// <summary>A file of Amina's that is in, and a newer one of hers that waits: one activity changed, one new, one refused.</summary>
    private static async Task<(Guid Draft, Guid Table)> SupportDraftAsync(BrowserApp app)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var db = AppDb.Over(app.Database);
        var current = new CurrentReader();
        await current.LoadAsync(db, Amina.Id, "XS", ct);
        await db.BeginAsync(current.Reader, ct);
        var import = app.Services.GetRequiredService<ImportIati>();
        await import.ImportAsync(GivenFiles.File(GivenFiles.Border), new SupportOrder(current.Reader, "XS", Classification.Public), null, ct);
        var newer = GivenFiles.Border.Replace("Twelve posts", "Fourteen posts", StringComparison.Ordinal);
        var file = Encoding.UTF8.GetBytes($"<iati-activities version=\"2.03\">{newer}{GivenFiles.Radio}<iati-activity><title></iati-activity></iati-activities>");
        var send = new SendSupport(db, import, current, TimeProvider.System);
        var draft = await send.SendAsync("newer.xml", file, Classification.Public, false, ct);
        var table = Encoding.UTF8.GetBytes("Project;Title;Commitment 2025;Currency\nP-1;Posts in the hills;120000;USD\nP-2;Radios;a lot;USD\n");
        var columns = await new SendTable(db, send, current, TimeProvider.System).SendAsync("table.csv", table, "Ministry of finance", SourceKind.National, Classification.Partner, ct);
        await DoubtARateAsync(db);
        return (draft, columns);
    }

    private static async Task DoubtARateAsync(AppDb db)
    {
        var (source, rate) = Given.Doubted("XS", Amina.Id);
        db.AddRange(source, rate);
        await db.SaveAsync(new Act("rates.test", "XS", TimeProvider.System.GetUtcNow()), TestContext.Current.CancellationToken);
    }
}
