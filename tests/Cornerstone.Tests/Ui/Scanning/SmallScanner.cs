using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;
using Cornerstone.Ui.Scanning;

namespace Cornerstone.Tests.Ui.Scanning;

/// <summary>A service on a socket that speaks as ClamAV's does, and finds what it is told to find.</summary>
internal sealed class SmallScanner : IAsyncDisposable
{
    public const string Mark = "a word the scanner does not like";
    private readonly Socket listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly string folder = Directory.CreateTempSubdirectory("cs-scan-").FullName;
    private readonly CancellationTokenSource ended = new();
    private readonly Task serving;

    public SmallScanner()
    {
        listener.Bind(new UnixDomainSocketEndPoint(Place));
        listener.Listen();
        serving = ServeAsync();
    }

    public string Place => Path.Combine(folder, "clamd.ctl");

    public FileScanner Scanner => new(Place) { Patience = TimeSpan.FromSeconds(20) };

    /// <summary>Files as they came over the socket.</summary>
    public ConcurrentQueue<byte[]> Seen { get; } = [];

    public string Version { get; set; } = "ClamAV 1.4.3/27500/Mon Nov  2 09:33:15 2026";

    /// <summary>Hangs up with these words once this much came.</summary>
    public (int Bytes, string Words)? Limit { get; set; }

    /// <summary>Says these words whatever came; empty: hangs up without a word.</summary>
    public string? Words { get; set; }

    /// <summary>Takes the file and never answers.</summary>
    public bool IsStuck { get; set; }

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        listener.Dispose();
        await serving.ContinueWith(_ => { }, TaskScheduler.Default);
        ended.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private async Task ServeAsync()
    {
        var answering = new List<Task>();
        try
        {
            while (true)
            {
                answering.Add(AnswerAsync(await listener.AcceptAsync(ended.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(answering).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    private async Task AnswerAsync(Socket caller)
    {
        await using var stream = new NetworkStream(caller, ownsSocket: true);
        var command = await WordAsync(stream);
        var answer = command == "zVERSION" ? Version : command == "zINSTREAM" ? await JudgeAsync(stream) : "UNKNOWN COMMAND";
        if (IsStuck) await Task.Delay(Timeout.Infinite, ended.Token);
        if (answer.Length > 0) await stream.WriteAsync(Encoding.UTF8.GetBytes(answer + "\0"), ended.Token);
    }

    private async Task<string> JudgeAsync(NetworkStream stream)
    {
        using var file = new MemoryStream();
        var length = new byte[sizeof(int)];
        while (true)
        {
            await stream.ReadExactlyAsync(length, ended.Token);
            var piece = new byte[BinaryPrimitives.ReadInt32BigEndian(length)];
            if (piece.Length == 0) break;
            await stream.ReadExactlyAsync(piece, ended.Token);
            await file.WriteAsync(piece, ended.Token);
            if (Limit is { } limit && file.Length > limit.Bytes) return limit.Words;
        }

        Seen.Enqueue(file.ToArray());
        return Words ?? (file.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(Mark)) >= 0 ? "stream: Solenia.Test.Word FOUND" : "stream: OK");
    }

    private async Task<string> WordAsync(NetworkStream stream)
    {
        var word = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one, ended.Token) == 1 && one[0] != 0)
        {
            word.Add(one[0]);
        }

        return Encoding.ASCII.GetString([.. word]);
    }
}
