using System.Runtime.CompilerServices;
using Cornerstone.Sealing.Rotation;
using Cornerstone.Sealing.Searching;
using Cornerstone.Sealing.Tests.TestKit;

namespace Cornerstone.Sealing.Tests.Searching;

public sealed class SealedSearchTests
{
    private readonly DossierKey key = Given.DossierKey();
    private readonly FakeClock clock = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_finds_the_places_of_what_is_asked_whatever_the_case()
    {
        var cells = Cells("the Market of Solen", "a bridge", "near the MARKET", "سوق القديم");

        Assert.Equal([cells[0], cells[2]], await FindAsync(new SealedSearch(SearchBudget.Usual, clock), cells, "market"));
        Assert.Equal([cells[3]], await FindAsync(new SealedSearch(SearchBudget.Usual, clock), cells, "القديم"));
        Assert.Empty(await FindAsync(new SealedSearch(SearchBudget.Usual, clock), cells, "river"));
    }

    [Fact]
    public async Task It_ends_at_its_budget_of_fields_and_says_so()
    {
        var cells = Cells("market", "market", "market");
        var search = new SealedSearch(new SearchBudget(2, TimeSpan.FromSeconds(20)), clock);
        var whole = new SealedSearch(new SearchBudget(3, TimeSpan.FromSeconds(20)), clock);

        Assert.Equal(2, (await FindAsync(search, cells, "market")).Count);
        Assert.Equal(3, (await FindAsync(whole, cells, "market")).Count);

        Assert.Equal((2, true), (search.Searched, search.EndedEarly));
        Assert.Equal((3, false), (whole.Searched, whole.EndedEarly));
    }

    [Fact]
    public async Task It_ends_at_its_budget_of_time_and_says_so()
    {
        var search = new SealedSearch(new SearchBudget(100, TimeSpan.FromSeconds(2)), clock);

        var found = await FindAsync(search, Cells("market", "market", "market", "market"), "market", beforeEach: () => clock.Move(TimeSpan.FromSeconds(0.9)));

        Assert.Equal((2, true), (found.Count, search.EndedEarly));
    }

    [Fact]
    public async Task What_the_reader_has_no_key_for_is_neither_opened_nor_counted()
    {
        var cells = Cells("market", "market");
        var search = new SealedSearch(SearchBudget.Usual, clock);

        var found = new List<SealedCell>();
        await foreach (var cell in search.FindAsync(Stream(cells, null, Stop), c => c == cells[1] ? key : null, SealedSearch.Containing("market"), Stop)) found.Add(cell);

        Assert.Equal([cells[1]], found);
        Assert.Equal(1, search.Searched);
    }

    [Fact]
    public async Task An_altered_field_stops_it()
    {
        var cells = Cells("market", "market", "market");
        cells[1] = cells[1] with { Place = cells[0].Place };

        await Assert.ThrowsAsync<SealBrokenException>(() => FindAsync(new SealedSearch(SearchBudget.Usual, clock), cells, "market"));
    }

    // CR-01 for what this library gives to a store: no canary in any usual form.
    [Fact]
    public void Two_hundred_canaries_are_nowhere_in_what_is_stored()
    {
        var canaries = Enumerable.Range(0, 200).Select(i => $"canary{i}{Guid.CreateVersion7():N}").ToArray();
        var stored = Cells(canaries).Select(c => c.Field.ToStored()).SelectMany(b => b).ToArray();
        var place = Given.Place();

        var found = canaries.Where(c => Forms(c).Any(f => stored.AsSpan().IndexOf(f) >= 0));

        Assert.Empty(found);
        Assert.Equal(canaries[0], key.OpenText(place, key.Seal(place, canaries[0])));

        static IEnumerable<byte[]> Forms(string canary)
        {
            var utf8 = System.Text.Encoding.UTF8.GetBytes(canary);
            return [utf8, System.Text.Encoding.Unicode.GetBytes(canary), System.Text.Encoding.ASCII.GetBytes(Convert.ToBase64String(utf8)), System.Text.Encoding.ASCII.GetBytes(Convert.ToHexString(utf8))];
        }
    }

    private List<SealedCell> Cells(params string[] texts) => [.. texts.Select(text =>
    {
        var place = Given.Place();
        return new SealedCell(key.Dossier, place, key.Seal(place, text));
    })];

    private async Task<List<SealedCell>> FindAsync(SealedSearch search, List<SealedCell> cells, string words, Action? beforeEach = null)
    {
        var found = new List<SealedCell>();
        await foreach (var cell in search.FindAsync(Stream(cells, beforeEach, Stop), _ => key, SealedSearch.Containing(words), Stop)) found.Add(cell);
        return found;
    }

    private static async IAsyncEnumerable<SealedCell> Stream(List<SealedCell> cells, Action? beforeEach, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var cell in cells)
        {
            await Task.Yield();
            ct.ThrowIfCancellationRequested();
            beforeEach?.Invoke();
            yield return cell;
        }
    }
}
