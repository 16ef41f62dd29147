using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace Cornerstone.Ui.Scanning;

/// <summary>
/// Asks the scanner of viruses that the operator runs beside the program: ClamAV's service, through its socket on this machine and by its
/// own words (INSTREAM, VERSION). Nothing is installed with us and nothing leaves the machine (security handbook §3, UP-08; ASVS 5.0, 5.4.3).
/// </summary>
/// <param name="Place">Absolute path of the service's socket.</param>
internal sealed record FileScanner(string Place)
{
    public const string PlaceSetting = "CORNERSTONE_FILE_SCANNER";

    private const int Piece = 64 * 1024;
    private const int LongestAnswer = 4_000;

    /// <summary>Bytes of the path of a socket, as Linux takes them, with the NUL at its end.</summary>
    private const int LongestPlace = 108;

    /// <summary>What the service says about its own limit of sizes (StreamMaxLength).</summary>
    private const string TooLarge = "size limit exceeded";

    /// <summary>How long one file may take, with its way through the socket.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>None where the operator names none.</summary>
    /// <exception cref="RefusedException">The path is not absolute, or too long for a socket.</exception>
    public static FileScanner? FromEnvironment() => Environment.GetEnvironmentVariable(PlaceSetting) switch
    {
        null or "" => null,
        var named when Path.IsPathFullyQualified(named) && Encoding.UTF8.GetByteCount(named) < LongestPlace => new FileScanner(named),
        var named => throw new RefusedException($"{PlaceSetting} is \"{named}\": name the socket of the scanner by its whole path, shorter than {LongestPlace} bytes, as in /run/clamav/clamd.ctl"),
    };

    /// <summary>Reads the content to its end. No answer, and any answer but the two that judge, is no leave to take the file.</summary>
    public async Task<Scan> LookAtAsync(Stream content, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            using var socket = await ConnectAsync(patience.Token);
            await using var service = new NetworkStream(socket);
            try
            {
                await SendAsync(service, content, patience.Token);
            }
            catch (IOException)
            {
                // It has heard enough and hung up; what it says of that can still be read.
            }

            return Judged(await AnswerAsync(service, patience.Token));
        }
        catch (Exception fault) when (IsSilence(fault, ct))
        {
            return new(ScanOutcome.NotLookedAt);
        }
    }

    /// <summary>What the service calls itself, with the day of its signatures; null when it does not answer.</summary>
    public async Task<string?> VersionAsync(CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            using var socket = await ConnectAsync(patience.Token);
            await using var service = new NetworkStream(socket);
            await service.WriteAsync("zVERSION\0"u8.ToArray(), patience.Token);
            return await AnswerAsync(service, patience.Token) is { Length: > 0 } said ? said : null;
        }
        catch (Exception fault) when (IsSilence(fault, ct))
        {
            return null;
        }
    }

    private async Task<Socket> ConnectAsync(CancellationToken ct)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(Place), ct);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // Pieces, each behind its length in four bytes; one of length zero ends the file.
    private static async Task SendAsync(NetworkStream service, Stream content, CancellationToken ct)
    {
        await service.WriteAsync("zINSTREAM\0"u8.ToArray(), ct);
        var piece = new byte[sizeof(int) + Piece];
        int read;
        do
        {
            read = await content.ReadAtLeastAsync(piece.AsMemory(sizeof(int)), Piece, throwOnEndOfStream: false, ct);
            BinaryPrimitives.WriteInt32BigEndian(piece, read);
            await service.WriteAsync(piece.AsMemory(0, sizeof(int) + read), ct);
        }
        while (read > 0);
    }

    // To its end, a NUL, and no further: behind it the service may have hung up on bytes it did not want.
    private static async Task<string> AnswerAsync(NetworkStream service, CancellationToken ct)
    {
        var answer = new byte[LongestAnswer];
        var (length, read) = (0, 0);
        do
        {
            read = await service.ReadAsync(answer.AsMemory(length), ct);
            length += read;
        }
        while (read > 0 && length < answer.Length && answer[length - 1] != 0);
        return Encoding.UTF8.GetString(answer, 0, length).TrimEnd('\0');
    }

    // "stream: OK", "stream: Eicar-Test-Signature FOUND", "INSTREAM size limit exceeded. ERROR".
    private static Scan Judged(string answer) => answer switch
    {
        "stream: OK" => new(ScanOutcome.Clean),
        _ when answer.StartsWith("stream: ", StringComparison.Ordinal) && answer.EndsWith(" FOUND", StringComparison.Ordinal) => new(ScanOutcome.Harmful, answer["stream: ".Length..^" FOUND".Length]),
        _ when answer.Contains(TooLarge, StringComparison.Ordinal) => new(ScanOutcome.TooLarge),
        _ => new(ScanOutcome.NotLookedAt),
    };

    private static bool IsSilence(Exception fault, CancellationToken ct) => fault is SocketException or IOException || (fault is OperationCanceledException && !ct.IsCancellationRequested);
}
