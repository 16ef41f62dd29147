using System.Globalization;

namespace Cornerstone.Features.LibraryImport;

/// <summary>A bar on one line of a terminal, redrawn a few times a second; silent where standard error is a file.</summary>
internal sealed class ProgressBar(TextWriter to, int total, TimeProvider clock)
{
    private const int Width = 30;
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);
    private readonly long started = clock.GetTimestamp();
    private readonly bool isShown = !Console.IsErrorRedirected;
    private long shown;

    public void Show(int done)
    {
        if (!isShown || (done < total && clock.GetElapsedTime(shown) < Pace))
        {
            return;
        }

        shown = clock.GetTimestamp();
        var filled = total == 0 ? Width : Width * done / total;
        var rate = done / Math.Max(clock.GetElapsedTime(started).TotalSeconds, 0.001);
        to.Write(string.Create(CultureInfo.InvariantCulture, $"\r{new string('█', filled)}{new string('░', Width - filled)} {done}/{total}  {rate:0}/s "));
    }

    public void Close()
    {
        if (isShown)
        {
            to.WriteLine();
        }
    }
}
