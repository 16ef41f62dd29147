using System.Diagnostics.Metrics;

namespace Cornerstone.Operations;

/// <summary>
/// How many requests each page answered and how long it took, as the server itself measures it. Pages are named by their route: no
/// address, no record and no person is in any figure.
/// </summary>
internal sealed class RequestMeasurements : IDisposable
{
    /// <summary>Seconds.</summary>
    private static readonly double[] Bounds = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private readonly MeterListener listener = new();
    private readonly Lock turn = new();
    private readonly SortedDictionary<(string Route, string Method, int Status), Timing> timings = [];
    private long active;

    public RequestMeasurements(IMeterFactory meters)
    {
        // One process may run several servers (tests do): each listens to its own.
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Scope == meters && instrument.Name is "http.server.request.duration" or "http.server.active_requests") self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((instrument, seconds, tags, _) => Record(seconds, tags));
        listener.SetMeasurementEventCallback<long>((instrument, change, _, _) => Interlocked.Add(ref active, change));
        listener.Start();
    }

    public void Dispose() => listener.Dispose();

    public void WriteTo(MetricsText text)
    {
        text.Gauge("cornerstone_requests_active", "Requests being answered now.", Interlocked.Read(ref active));
        text.Begin("cornerstone_request_seconds", "Time from the first byte of a request to the last of its answer.", "histogram");
        lock (turn)
        {
            foreach (var ((route, method, status), timing) in timings)
            {
                var labels = $"route=\"{MetricsText.Escape(route)}\",method=\"{method}\",status=\"{status}\"";
                var upTo = 0L;
                for (var i = 0; i < Bounds.Length; i++)
                {
                    text.Line("cornerstone_request_seconds_bucket", upTo += timing.Counts[i], $"{labels},le=\"{MetricsText.Number(Bounds[i])}\"");
                }

                text.Line("cornerstone_request_seconds_bucket", upTo + timing.Counts[^1], $"{labels},le=\"+Inf\"");
                text.Line("cornerstone_request_seconds_sum", timing.Seconds, labels);
                text.Line("cornerstone_request_seconds_count", upTo + timing.Counts[^1], labels);
            }
        }
    }

    private void Record(double seconds, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var (route, method, status) = ("", "", 0);
        foreach (var (name, value) in tags)
        {
            switch (name)
            {
                case "http.route": route = value as string ?? ""; break;
                case "http.request.method": method = value as string ?? ""; break;
                case "http.response.status_code": status = value as int? ?? 0; break;
            }
        }

        var bucket = Array.FindIndex(Bounds, b => seconds <= b);
        lock (turn)
        {
            if (!timings.TryGetValue((route, method, status), out var timing))
            {
                timings[(route, method, status)] = timing = new();
            }

            timing.Counts[bucket < 0 ? Bounds.Length : bucket]++;
            timing.Seconds += seconds;
        }
    }

    private sealed class Timing
    {
        public long[] Counts { get; } = new long[Bounds.Length + 1];

        public double Seconds { get; set; }
    }
}
