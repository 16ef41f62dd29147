using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Sheets;
using Cornerstone.Workbooks;
using Microsoft.Extensions.DependencyInjection;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Journeys;

internal static partial class Addresses
{
    // A second file of the same person takes the first one's place, so all tests that share a program share its draft.
    private static readonly Lock OneDraft = new();
    private static readonly Dictionary<BrowserApp, Task<Guid>> Drafts = [];

    private static async Task<IEnumerable<Sample>> SheetsAsync(BrowserApp app)
    {
        const string room = $"{Country}/workbooks";
        return
        [
            new(room, "/xs/workbooks", Amina),
            new($"{room}/{{name}}", "/xs/workbooks/regions", Amina),
            new($"{room}/{{name}}", "/xs/workbooks/plan", Dmitri),
            new($"{room}/drafts/{{id:guid}}", $"/xs/workbooks/drafts/{await SharedDraftAsync(app)}", Amina),
        ];
    }

    private static Task<Guid> SharedDraftAsync(BrowserApp app)
    {
        lock (OneDraft)
        {
            return Drafts.TryGetValue(app, out var draft) ? draft : Drafts[app] = DraftAsync(app);
        }
    }

    /// <summary>A file of Amina's with a good row and a refused one.</summary>
    private static async Task<Guid> DraftAsync(BrowserApp app)
    {
        var ct = TestContext.Current.CancellationToken;
        using var memory = new MemoryStream();
        using (var writer = new XlsxWriter(memory))
        {
            writer.Begin(new SheetLayout("Regions", [new("Code"), new("Name [en]"), new("Level"), new("Lies in")]));
            writer.Row("SOL-NEW", "Northern islands", "1", null);
            writer.Row("SOL-BAD", "Southern islands", "third", null);
        }

        await using var db = AppDb.Over(app.Database);
        var current = new CurrentReader();
        await current.LoadAsync(db, Amina.Id, "XS", ct);
        await db.BeginAsync(current.Reader, ct);
        var words = app.Services.GetRequiredService<Cornerstone.Languages.Text>();
        var send = new SendWorkbook(db, current, TimeProvider.System, words);
        return await send.SendAsync(WorkbooksRoom.All.Single(w => w.Name == "regions"), "regions.xlsx", memory.ToArray(), null, ct);
    }
}
