using System.Text;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Library;
using Cornerstone.Features.LibraryImport;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Tests.Features.LibraryImport;

/// <summary>Invented resolutions of the Council, and a short way to bring them in.</summary>
internal static class LibrarySetting
{
    public const string First = """
        S/RES/9101 (2023)

        Resolution 9101 (2023)

        Adopted by the Security Council at its 9901st meeting, on 3 May 2023

        The Security Council,

        Recalling its resolution 2151 (2014) on security sector reform,

        Stressing the importance of women’s participation in security sector reform,

        1. Encourages Member States to support the police of Solenia, upon request;

        2. Requests the Secretary-General to report by 30 September 2023 on security sector reform;

        3. Decides to remain actively seized of the matter.
        """;

    public const string Second = """
        S/RES/9102 (2024)

        Resolution 9102 (2024)

        Adopted by the Security Council at its 9902nd meeting, on 6 May 2024

        The Security Council,

        Recalling its resolution 9101 (2023),

        1. Urges Member States to support the police of Solenia, upon request;

        2. Calls upon all parties to protect children;

        3. Decides to remain actively seized of the matter.
        """;

    public static async Task<List<FileOutcome>> BringAsync(this TestApp app, ImportOrder order, params SourceFile[] files)
    {
        var import = new ImportDocuments(app.Database, new PdfText(), ImportLimits.Default, TimeProvider.System);
        var outcomes = new List<FileOutcome>();
        await foreach (var outcome in import.ImportAsync(files, order, TestContext.Current.CancellationToken))
        {
            outcomes.Add(outcome);
        }

        return outcomes;
    }

    public static async Task<Guid> BringAsync(this TestApp app, string text, string country = Workspace.Shared, Classification level = Classification.Public) =>
        (await app.BringAsync(new ImportOrder(Reader.Operator, country, level), File("a.txt", text))).Single().DocumentId!.Value;

    public static SourceFile File(string name, string text) => new(name, Encoding.UTF8.GetBytes(text));

    public static Task<int> DocumentCountAsync(this AppDb db) => db.LibraryDocuments.CountAsync(TestContext.Current.CancellationToken);
}
