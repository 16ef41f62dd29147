using Cornerstone.Access;
using Cornerstone.Data;

namespace Cornerstone.Operations;

/// <summary>
/// For the machine that watches: 200 when the program can read its database, 503 when it cannot. It says nothing else, because
/// anybody may ask.
/// </summary>
internal static class Health
{
    public const string Path = "/healthz";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static void MapHealth(this WebApplication app) =>
        app.MapGet(Path, AnswerAsync).WithMetadata(new PublicAttribute(), new NeedsNoReaderAttribute());

    private static async Task<IResult> AnswerAsync(Database database, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            await using var command = database.App.CreateCommand("select 1");
            await command.ExecuteScalarAsync(patience.Token);
            return Results.Json(new { status = "ok" });
        }
        catch (Exception fault) when (fault is Npgsql.NpgsqlException or OperationCanceledException or TimeoutException)
        {
            return Results.Json(new { status = "database" }, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
