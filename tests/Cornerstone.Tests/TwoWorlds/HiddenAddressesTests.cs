using System.Net;
using System.Net.Http.Headers;
using Cornerstone.Tests.TestKit;
using Npgsql;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.TwoWorlds;

/// <summary>Whoever may not, or may no longer, read a record finds nothing at its address in whichever way they ask (security handbook, AC-12, AC-14, AC-15, AC-17).</summary>
public sealed class HiddenAddressesTests(HiddenAddressesTests.SecretWorld world) : IClassFixture<HiddenAddressesTests.SecretWorld>
{
    private static readonly string[] Telling = ["Allow", "Accept-Ranges", "ETag", "Last-Modified", "Content-Range", "Content-Disposition"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_former_member_finds_nothing_there_by_any_method_range_or_condition()
    {
        var (told, asked) = (new List<string>(), 0);
        var hidden = await world.AddressesAsync();
        foreach (var visitor in new[] { world.Former, await world.With.AsAsync(Jamila) })
        {
            foreach (var (address, missing) in hidden)
            {
                foreach (var way in Ways())
                {
                    asked++;
                    using var there = await visitor.Client.SendAsync(way(address), Ct);
                    using var nowhere = await visitor.Client.SendAsync(way(missing), Ct);
                    var (seen, expected) = (await Seen.OfAsync(there, Ct), await Seen.OfAsync(nowhere, Ct));
                    if (seen != expected || Tells(there))
                    {
                        told.Add($"{address} {there.RequestMessage!.Method} {(int)there.StatusCode}: {WorldCrawl.FirstDifference(expected, seen)}");
                    }
                }
            }
        }

        Assert.True(hidden.Count > 8 && asked > 100, $"{hidden.Count} addresses, {asked} questions");
        Assert.Empty(told);
    }

    /// <summary>Files hang on nothing but the right to read their record: not on knowing an id, and there is no address by content.</summary>
    [Fact]
    public async Task The_file_of_a_hidden_record_is_not_there_by_its_id_or_its_content()
    {
        var (document, hash) = await world.HiddenFileAsync();
        var jamila = await world.With.AsAsync(Jamila);

        foreach (var address in new[] { $"/xs/library/documents/{document}/original", $"/xs/library/documents/{document}/original?handler=text", $"/xs/library/documents/{document}/about", $"/xs/library/files/{hash}", $"/xs/library/documents/{hash}/original" })
        {
            Assert.Equal(HttpStatusCode.NotFound, await jamila.StatusOfAsync(address));
            Assert.Equal(HttpStatusCode.NotFound, await world.Former.StatusOfAsync(address));
        }

        Assert.Equal(HttpStatusCode.OK, await world.Member.StatusOfAsync($"/xs/library/documents/{document}/original"));
    }

    [Fact]
    public async Task Four_hundred_requests_of_two_people_at_once_mix_nothing()
    {
        const string address = "/xs/commitments";
        var jamila = await world.With.AsAsync(Jamila);
        var (hers, theirs) = (await ReadAsync(jamila, address), await ReadAsync(world.Member, address));

        var answers = await Task.WhenAll(Enumerable.Range(0, 400).Select(async i => (IsHers: i % 2 == 0, Seen: await ReadAsync(i % 2 == 0 ? jamila : world.Member, address))));

        Assert.NotEqual(hers, theirs);
        Assert.DoesNotContain(Worlds.Canary, hers, StringComparison.Ordinal);
        Assert.Contains(Worlds.Canary, theirs, StringComparison.Ordinal);
        Assert.All(answers, a => Assert.Equal(a.IsHers ? hers : theirs, a.Seen));
    }

    private static async Task<string> ReadAsync(Visitor visitor, string address)
    {
        using var answer = await visitor.Client.GetAsync(address, Ct);
        return await Seen.OfAsync(answer, Ct);
    }

    private static IEnumerable<Func<string, HttpRequestMessage>> Ways()
    {
        yield return a => new(HttpMethod.Get, a);
        yield return a => new(HttpMethod.Head, a);
        yield return a => new(HttpMethod.Options, a);
        yield return a => new(HttpMethod.Get, a) { Headers = { Range = new RangeHeaderValue(0, 10) } };
        yield return a => new(HttpMethod.Get, a) { Headers = { IfNoneMatch = { EntityTagHeaderValue.Any } } };
        yield return a => new(HttpMethod.Get, a) { Headers = { IfModifiedSince = DateTimeOffset.UnixEpoch.AddYears(90) } };
    }

    private static bool Tells(HttpResponseMessage answer) => answer.StatusCode is HttpStatusCode.PartialContent or HttpStatusCode.NotModified or HttpStatusCode.OK or HttpStatusCode.PreconditionFailed or HttpStatusCode.RequestedRangeNotSatisfiable
        || (answer.RequestMessage!.Method != HttpMethod.Options && answer.Headers.Concat(answer.Content.Headers).Any(h => Telling.Contains(h.Key)));

    /// <summary>A world with secrets, a member of their group, and one who was a member until a moment ago.</summary>
    public sealed class SecretWorld : IAsyncLifetime
    {
        private Worlds worlds = null!;

        internal TestApp With => worlds.With;

        internal Visitor Member { get; private set; } = null!;

        internal Visitor Former { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            worlds = await Worlds.MakeAsync(CancellationToken.None);
            await worlds.AdmitAsync(Amina, CancellationToken.None);
            await worlds.AdmitAsync(Bruno, CancellationToken.None);
            (Member, Former) = (await With.AsAsync(Amina), await With.AsAsync(Bruno));
            await With.ExecuteAsync($"delete from access.compartment_member where person_id = '{Bruno.Id}'");
        }

        public ValueTask DisposeAsync() => worlds.DisposeAsync();

        /// <summary>Addresses of hidden records that a member opens, each with one of the same kind that leads to no record.</summary>
        internal async Task<IReadOnlyList<(string Hidden, string Missing)>> AddressesAsync()
        {
            var found = new List<(string, string)>();
            foreach (var address in (await OfferedForms.AddressesOfAsync(Amina)).Where(a => !a.Contains('?', StringComparison.Ordinal)))
            {
                var twin = Guids.Record().Replace(address, m => SecretTwins.Ids[0](m.Value));
                if (twin != address && found.Count < 25 && await Member.StatusOfAsync(twin) == HttpStatusCode.OK)
                {
                    found.Add((twin, Guids.Record().Replace(twin, Guid.CreateVersion7().ToString())));
                }
            }

            return found;
        }

        internal async Task<(string Document, string Hash)> HiddenFileAsync()
        {
            await using var owner = await With.Database.Owner.OpenConnectionAsync(CancellationToken.None);
            await using var command = new NpgsqlCommand("select document_id::text, encode(sha256(bytes), 'hex') from work.library_file where compartment is not null order by document_id limit 1", owner);
            await using var row = await command.ExecuteReaderAsync(CancellationToken.None);
            Assert.True(await row.ReadAsync(CancellationToken.None), "no hidden file");
            return (row.GetString(0), row.GetString(1));
        }
    }
}
