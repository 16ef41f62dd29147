using System.Diagnostics;
using Cornerstone.Data.Embedded;

namespace Cornerstone.Access;

/// <summary>
/// Work that keeps a processor busy for long, in the order it came, on a few threads of its own, which let every other thread go first.
/// </summary>
/// <param name="rests">They rest after each piece as long as it took: where more work may come than the machine can do.</param>
internal sealed class QuietLine(string name, int threads, bool rests = true)
{
    private readonly Queue<Action> line = new();
    private int working;

    public int Waiting
    {
        get
        {
            lock (line)
            {
                return line.Count;
            }
        }
    }

    public Task<T> EnterAsync<T>(Func<T> work, CancellationToken ct)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (line)
        {
            line.Enqueue(() => Complete(done, work, ct));
            if (working < threads)
            {
                working++;
                new Thread(Work) { IsBackground = true, Name = name }.Start();
            }
        }

        return done.Task;
    }

    // Who went away while waiting costs nothing.
    private static void Complete<T>(TaskCompletionSource<T> done, Func<T> work, CancellationToken ct)
    {
        try
        {
            ct.ThrowIfCancellationRequested();
            done.SetResult(work());
        }
        catch (OperationCanceledException)
        {
            done.SetCanceled(ct);
        }
        catch (Exception fault)
        {
            done.SetException(fault);
        }
    }

    // A thread lives as long as somebody waits: starting one costs nothing beside the work.
    private void Work()
    {
        Posix.LetOthersGoFirst();
        while (Next() is { } work)
        {
            var began = Stopwatch.GetTimestamp();
            work();
            if (rests) CancellationToken.None.WaitHandle.WaitOne(Stopwatch.GetElapsedTime(began));
        }
    }

    private Action? Next()
    {
        lock (line)
        {
            if (line.TryDequeue(out var next))
            {
                return next;
            }

            working--;
            return null;
        }
    }
}
