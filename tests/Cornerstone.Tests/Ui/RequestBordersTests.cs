using System.Net.Sockets;
using System.Text;
using Cornerstone.Tests.Journeys;

namespace Cornerstone.Tests.Ui;

/// <summary>
/// One request in, one answer out (security handbook §2, goal 26): bytes whose end two readers could see in two places, sent to the program's
/// own port as a careless proxy would pass them on. Behind each stands a request of its own; nobody may ever be answered that.
/// </summary>
public sealed class RequestBordersTests(RequestBordersTests.Setting setting) : IClassFixture<RequestBordersTests.Setting>
{
    private const string Hidden = "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private const string HiddenAnswer = "{\"status\"";
    private static readonly TimeSpan First = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Next = TimeSpan.FromSeconds(1.5);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Requests() => new()
    {
        { "a length and pieces", Post("Content-Length: 4\r\nTransfer-Encoding: chunked", "0\r\n\r\n" + Hidden) },
        { "pieces and a length", Post($"Transfer-Encoding: chunked\r\nContent-Length: {5 + Hidden.Length}", "0\r\n\r\n" + Hidden) },
        { "two lengths", Post($"Content-Length: 0\r\nContent-Length: {Hidden.Length}", Hidden) },
        { "two lengths in one line", Post($"Content-Length: 0, {Hidden.Length}", Hidden) },
        { "a negative length", Post("Content-Length: -1", Hidden) },
        { "a length in other digits", Post("Content-Length: ٠", Hidden) },
        { "a length in sixteens", Post("Content-Length: 0x0", Hidden) },
        { "a length too long for a number", Post("Content-Length: 18446744073709551616", Hidden) },
        { "pieces, and then as they are", Post("Transfer-Encoding: chunked, identity", "0\r\n\r\n" + Hidden) },
        { "something like pieces", Post("Transfer-Encoding: xchunked", "0\r\n\r\n" + Hidden) },
        { "pieces twice", Post("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity", "0\r\n\r\n" + Hidden) },
        { "a blank before the colon", Post("Transfer-Encoding : chunked\r\nContent-Length: 0", "0\r\n\r\n" + Hidden) },
        { "a tab in the name", Post("Transfer-Encoding\t: chunked\r\nContent-Length: 0", "0\r\n\r\n" + Hidden) },
        { "a name that goes on in the next line", Post("Transfer-Encoding:\r\n chunked\r\nContent-Length: 0", "0\r\n\r\n" + Hidden) },
        { "pieces with a tab of another kind", Post("Transfer-Encoding: \vchunked\r\nContent-Length: 0", "0\r\n\r\n" + Hidden) },
        { "a piece whose length is negative", Post("Transfer-Encoding: chunked", "-1\r\n\r\n" + Hidden) },
        { "a piece longer than a number", Post("Transfer-Encoding: chunked", "FFFFFFFFFFFFFFFF1\r\n\r\n" + Hidden) },
        { "a piece with a blank in its length", Post("Transfer-Encoding: chunked", "0 0\r\n\r\n" + Hidden) },
        { "a remark to a piece that ends in half a line end", Post("Transfer-Encoding: chunked", "1;a\nX\r\n0\r\n\r\n" + Hidden) },
        { "a remark to a piece with a lone return", Post("Transfer-Encoding: chunked", "1;a\rX\r\n0\r\n\r\n" + Hidden) },
        { "a piece that is longer than it says", Post("Transfer-Encoding: chunked", "1\r\nXX\r\n0\r\n\r\n" + Hidden) },
        { "pieces in the older form of the protocol", $"POST /sign-in HTTP/1.0\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n{Hidden}" },
        { "a question with a body", $"GET /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: {Hidden.Length}\r\n\r\n{Hidden}" },
        { "no host", $"GET /sign-in HTTP/1.1\r\n\r\n{Hidden}" },
        { "two hosts", $"GET /sign-in HTTP/1.1\r\nHost: localhost\r\nHost: other\r\n\r\n{Hidden}" },
        { "a lone return within a header", $"GET /sign-in HTTP/1.1\r\nHost: localhost\r\nX: a\rContent-Length: 5\r\n\r\n{Hidden}" },
        { "a NUL within a header", $"GET /sign-in HTTP/1.1\r\nHost: localhost\r\nX: a\0b\r\n\r\n{Hidden}" },
        { "a blank before the first header", $"GET /sign-in HTTP/1.1\r\n Host: localhost\r\n\r\n{Hidden}" },
        { "another protocol", $"GET /sign-in HTTP/7.0\r\nHost: localhost\r\n\r\n{Hidden}" },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task A_request_whose_end_is_in_doubt_hides_no_other(string what, string bytes)
    {
        var answered = await SendAsync(bytes);

        Assert.StartsWith("HTTP/1.1 ", answered, StringComparison.Ordinal);
        Assert.False(answered.Contains(HiddenAnswer, StringComparison.Ordinal), $"{what}: {answered[..Math.Min(answered.Length, 400)]}");
        Assert.True(Answers(answered) <= 1, $"{what}: {answered[..Math.Min(answered.Length, 400)]}");
    }

    // The attempt must be able to succeed: two requests that are whole are two.
    [Fact]
    public async Task Two_whole_requests_on_one_line_get_two_answers()
    {
        var answered = await SendAsync(Post("Content-Length: 0", Hidden));

        Assert.Contains(HiddenAnswer, answered, StringComparison.Ordinal);
        Assert.Equal(2, Answers(answered));
    }

    private static string Post(string headers, string rest) => $"POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n{headers}\r\n\r\n{rest}";

    private static int Answers(string answered) => answered.Split("HTTP/1.1 ").Length - 1;

    // Everything that comes until the program hangs up, or says no more once it has answered.
    private async Task<string> SendAsync(string bytes)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", setting.Port, Ct);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(bytes), Ct);
        var (answered, piece) = (new StringBuilder(), new byte[16_384]);
        try
        {
            while (true)
            {
                using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);
                patience.CancelAfter(answered.Length == 0 ? First : Next);
                if (await stream.ReadAsync(piece, patience.Token) is not (> 0 and var read)) break;
                answered.Append(Encoding.UTF8.GetString(piece, 0, read));
            }
        }
        catch (Exception end) when (end is IOException || (end is OperationCanceledException && !Ct.IsCancellationRequested))
        {
            // It hung up on what it had not read, or waits for more of a body.
        }

        return answered.ToString();
    }

    public sealed class Setting : IAsyncLifetime
    {
        private BrowserApp app = null!;

        public int Port => new Uri(app.Root).Port;

        public async ValueTask InitializeAsync() => app = await BrowserApp.StartAsync(CancellationToken.None);

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
