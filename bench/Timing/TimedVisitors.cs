using Cornerstone.Access;
using Cornerstone.Bench.Load;

namespace Cornerstone.Bench.Timing;

/// <summary>One person in each of the worlds, who signs in anew when the programs were started again.</summary>
internal sealed class TimedVisitors(TimedWorlds worlds, DemonstrationPerson person) : IDisposable
{
    private LoadVisitor[] visitors = [];

    public LoadVisitor Without => visitors[0];

    public LoadVisitor With => visitors[1];

    public LoadVisitor Alike => visitors[2];

    public async Task SignInAsync()
    {
        Dispose();
        visitors = [await worlds.Without.AsAsync(person), await worlds.With.AsAsync(person), await worlds.Alike.AsAsync(person)];
    }

    public void Dispose()
    {
        foreach (var visitor in visitors)
        {
            visitor.Dispose();
        }
    }
}
