namespace Cornerstone.Sealing.Tests.TestKit;

/// <summary>A clock that stands until it is moved; timers fire when it passes them.</summary>
internal sealed class FakeClock : TimeProvider
{
    private readonly List<Alarm> timers = [];
    private long now = 1;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Alarm(this, callback, state);
        timer.Change(dueTime, period);
        timers.Add(timer);
        return timer;
    }

    internal void Move(TimeSpan by, bool withTimers = true)
    {
        now += by.Ticks;
        foreach (var timer in timers.Where(t => withTimers && t.Due <= now).ToList())
        {
            timer.Fire();
        }
    }

    private sealed class Alarm(FakeClock clock, TimerCallback callback, object? state) : ITimer
    {
        internal long Due { get; private set; } = long.MaxValue;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Due = dueTime == Timeout.InfiniteTimeSpan ? long.MaxValue : clock.now + dueTime.Ticks;
            return true;
        }

        public void Dispose() => Due = long.MaxValue;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        internal void Fire()
        {
            Due = long.MaxValue;
            callback(state);
        }
    }
}
