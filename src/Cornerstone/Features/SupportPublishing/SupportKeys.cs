using Cornerstone.Features.Support;

namespace Cornerstone.Features.SupportPublishing;

/// <summary>
/// By which name an activity is found among the public things: its identifier, and where two records have the same, a number after
/// it. What was published once keeps its name.
/// </summary>
/// <param name="known">Names of what was published before, by the record.</param>
internal sealed class SupportKeys(Dictionary<Guid, string> known)
{
    private readonly HashSet<string> taken = [.. known.Values];

    public string Of(Activity activity)
    {
        if (known.TryGetValue(activity.Id, out var key))
        {
            return key;
        }

        key = activity.Identifier;
        for (var again = 2; !taken.Add(key); again++)
        {
            key = $"{activity.Identifier}~{again}";
        }

        return known[activity.Id] = key;
    }
}
