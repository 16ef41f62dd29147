namespace Cornerstone.Access.Tokens;

/// <summary>An address under which something is read in somebody's name without signing in.</summary>
/// <param name="What">What is read there, in the reader's language.</param>
public sealed record OpenAddress(Guid Id, Guid PersonId, string Country, string What, DateTimeOffset? LastUsedAt, DateTimeOffset ExpiresAt);

/// <summary>A room that gives out such addresses: their owners and the country's administrators see and end them beside the tokens.</summary>
public interface IKeepsAddresses
{
    /// <param name="person">Of one person; of all whom the reader sees when null.</param>
    /// <param name="country">For one country; for all when null.</param>
    Task<IReadOnlyList<OpenAddress>> OpenAsync(Guid? person, string? country, CancellationToken ct);

    /// <summary>Ends one of those that <see cref="OpenAsync"/> gave.</summary>
    Task EndAsync(Guid address, CancellationToken ct);
}

internal static class KeptAddresses
{
    extension(IEnumerable<IKeepsAddresses> rooms)
    {
        public async Task<IReadOnlyList<OpenAddress>> OpenAsync(Guid? person, string? country, CancellationToken ct)
        {
            var all = new List<OpenAddress>();
            foreach (var room in rooms)
            {
                all.AddRange(await room.OpenAsync(person, country, ct));
            }

            return all;
        }

        /// <summary>False when there is no such address.</summary>
        public async Task<bool> EndAsync(Guid address, Guid? person, string? country, CancellationToken ct)
        {
            foreach (var room in rooms)
            {
                if ((await room.OpenAsync(person, country, ct)).Any(a => a.Id == address))
                {
                    await room.EndAsync(address, ct);
                    return true;
                }
            }

            return false;
        }
    }
}
