using Cornerstone.Access;
using Cornerstone.Features.Commitments;

namespace Cornerstone.Features.ServedProvisions;

/// <summary>A link with the record at its other end.</summary>
public sealed record ServingLink(ProvisionServed Link, IServing Room, ServingRecord Record);

/// <summary>Turns links into records people can read: each room is asked once for its own.</summary>
public sealed class ServingRecords(IEnumerable<IServing> rooms, CurrentReader current)
{
    /// <summary>The room whose records are linked under this word of the address; null for none this reader may read.</summary>
    public IServing? RoomOf(string word) => rooms.FirstOrDefault(r => r.Word == word && current.May(r.Needs));

    /// <summary>False for records that no room of this program answers for; they are counted, not named.</summary>
    public bool Knows(string recordType) => rooms.Any(r => r.RecordType == recordType);

    /// <summary>In the order of the links; a record nobody answers for, or that the reader may not see, is left out.</summary>
    public async Task<IReadOnlyList<ServingLink>> OfAsync(string country, IReadOnlyCollection<ProvisionServed> links, CancellationToken ct)
    {
        var found = new Dictionary<(string, Guid), (IServing, ServingRecord)>();
        // One after the other: the rooms share this request's database connection.
        foreach (var room in rooms.Where(r => current.May(r.Needs)))
        {
            var ids = links.Where(l => l.RecordType == room.RecordType).Select(l => l.RecordId).Distinct().ToList();
            foreach (var record in ids.Count == 0 ? [] : await room.FindAsync(country, ids, ct))
            {
                found[(room.RecordType, record.Id)] = (room, record);
            }
        }

        return [.. links.Where(l => found.ContainsKey((l.RecordType, l.RecordId)))
            .Select(l => (Link: l, Other: found[(l.RecordType, l.RecordId)])).Select(l => new ServingLink(l.Link, l.Other.Item1, l.Other.Item2))];
    }

    /// <summary>Where the links of a record are changed; null for a reader who may not.</summary>
    public static string? ChangeAddress(string country, string word, Guid id, bool mayLink) => mayLink ? $"/{country.ToLowerInvariant()}/serves/{word}/{id}" : null;
}
