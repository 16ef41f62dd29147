using Cornerstone.Features.Portal;
using Cornerstone.Published;
using Microsoft.AspNetCore.Mvc;

namespace Cornerstone.Features.PublicSupport;

/// <summary>One activity of support with its money, and every edition that told it. What was withdrawn keeps its tombstone.</summary>
public sealed class ActivityPage(PublishedDb store) : FramedPage(store)
{
    [BindProperty(SupportsGet = true)]
    public int? Edition { get; set; }

    /// <summary>Null where nothing of it is public any more.</summary>
    public PublicActivity? Told { get; private set; }

    public IReadOnlyList<CurrentSubject> Lines { get; private set; } = [];

    public IReadOnlyDictionary<string, string> Keys { get; private set; } = new Dictionary<string, string>();

    public Subject Subject => (Shown ?? Lines[0]).Subject;

    private CurrentSubject? Shown => Lines.FirstOrDefault(l => l.Subject.WithdrawnAt is null && (Edition is null || l.Edition.Number == Edition));

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken ct)
    {
        Lines = await Store.LinesOfAsync(Country, SubjectKind.Support, key, ct);
        if (Lines.Count == 0 || (Edition is not null && Lines.All(l => l.Edition.Number != Edition)))
        {
            return NotFound();
        }

        Told = Shown is { } shown ? (await Store.SupportAsync([shown], lines: true, ct)).SingleOrDefault() : null;
        Keys = Told is { } told ? await Store.KeysAsync(Country, NamedIn(told), ct) : Keys;
        return Page();
    }

    /// <summary>Where another activity is read; null where it is not public.</summary>
    public string? AddressOf(string identifier) => Keys.TryGetValue(identifier, out var key) && key != Subject.Key ? $"{Root}/support/{InAddress(key)}" : null;

    private static IEnumerable<string> NamedIn(PublicActivity told) =>
    [
        .. told.Activity.Relations.Select(r => r.Identifier),
        .. told.Activity.Parties.Select(p => p.Activity).OfType<string>(),
        .. told.Lines.SelectMany(l => new[] { l.Provider?.Activity, l.Receiver?.Activity }).OfType<string>(),
    ];
}
