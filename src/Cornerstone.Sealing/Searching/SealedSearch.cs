using System.Runtime.CompilerServices;
using System.Text;
using Cornerstone.Sealing.Forms;
using Cornerstone.Sealing.Rotation;

namespace Cornerstone.Sealing.Searching;

/// <summary>How much one search may open. It ends there and says so: half an answer must not look whole.</summary>
public sealed record SearchBudget(int Fields, TimeSpan Time)
{
    /// <summary>Twice the largest compartment foreseen: 5,000 dossiers of 20 fields (security handbook §5.5).</summary>
    public static SearchBudget Usual { get; } = new(200_000, TimeSpan.FromSeconds(20));
}

/// <summary>Judges opened text. The text is lent: it is gone after the call.</summary>
public delegate bool TextMatch(ReadOnlySpan<char> text);

/// <summary>
/// Search in sealed fields: opens one after the other in memory and keeps none. There is no index of sealed text, in words, pieces or hashes, because an index tells what it was made from.
/// It gives places, not text: whoever reads a hit opens it, and that reading is recorded.
/// </summary>
public sealed class SealedSearch(SearchBudget budget, TimeProvider clock)
{
    public int Searched { get; private set; }

    /// <summary>The budget ended before the fields did.</summary>
    public bool EndedEarly { get; private set; }

    /// <summary>The same letters, whatever their case. Names across scripts and spellings are matched by other means.</summary>
    public static TextMatch Containing(string words) => text => text.Contains(words, StringComparison.OrdinalIgnoreCase);

    /// <summary><paramref name="keyOf"/> gives the open key of a cell's dossier, or null where this reader has none. A broken seal stops the search: it is an alarm.</summary>
    public async IAsyncEnumerable<SealedCell> FindAsync(
        IAsyncEnumerable<SealedCell> cells,
        Func<SealedCell, DossierKey?> keyOf,
        TextMatch match,
        [EnumeratorCancellation] CancellationToken ct)
    {
        var began = clock.GetTimestamp();
        await foreach (var cell in cells.WithCancellation(ct))
        {
            if (Searched >= budget.Fields || clock.GetElapsedTime(began) >= budget.Time)
            {
                EndedEarly = true;
                yield break;
            }

            if (keyOf(cell) is not { } key) continue;

            Searched++;
            if (key.Read(cell.Place, cell.Field, bytes => Matches(bytes, match))) yield return cell;
        }
    }

    private static bool Matches(ReadOnlySpan<byte> bytes, TextMatch match)
    {
        using var letters = new Letters(Encoding.UTF8.GetMaxCharCount(bytes.Length));
        return match(letters.Span[..Encoding.UTF8.GetChars(bytes, letters.Span)]);
    }

    /// <summary>The same care for opened letters as for opened bytes.</summary>
    private readonly ref struct Letters(int length) : IDisposable
    {
        private readonly Scratch scratch = new(length * sizeof(char));

        internal Span<char> Span => System.Runtime.InteropServices.MemoryMarshal.Cast<byte, char>(scratch.Bytes);

        public void Dispose() => scratch.Dispose();
    }
}
