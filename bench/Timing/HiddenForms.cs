using System.Globalization;
using System.Net;
using AngleSharp;
using AngleSharp.Html.Dom;
using Cornerstone.Bench.Load;
using Cornerstone.Tests.TwoWorlds;

namespace Cornerstone.Bench.Timing;

/// <summary>A form that names a hidden record, the same about no record, and about another one that is not there; and what they are answered.</summary>
internal sealed record HiddenForm(string Name, OfferedForm Hidden, OfferedForm Missing, OfferedForm OtherMissing, HttpStatusCode Answer);

/// <summary>The forms that are offered on a walk, some of each kind.</summary>
internal sealed class HiddenForms
{
    private const int MostOfAKind = 6;
    private readonly List<OfferedForm> offered = [];
    private readonly SortedSet<string> leadOn = new(StringComparer.Ordinal);
    private readonly SortedSet<string> refused = new(StringComparer.Ordinal);
    private readonly SortedSet<string> notMet = new(StringComparer.Ordinal);

    /// <summary>Where a hidden record is answered otherwise than none, or with a fault: these tell without a clock.</summary>
    public SortedSet<string> Told { get; } = new(StringComparer.Ordinal);

    public async Task MeetAsync(Uri address, string page, CancellationToken ct)
    {
        if (!page.Contains("method=\"post\"", StringComparison.OrdinalIgnoreCase)) return;

        using var context = BrowsingContext.New(Configuration.Default);
        using var document = (IHtmlDocument)await context.OpenAsync(answer => answer.Content(page).Address(address.ToString()), ct);
        offered.AddRange(OfferedForm.On(document).Where(f => offered.Count(o => o.Kind == f.Kind) < MostOfAKind));
    }

    /// <summary>Of each kind of form, all its records at once, and one field at a time, about a hidden record and about none, where both are refused alike. They are sent: what saves in spite of it has saved.</summary>
    /// <param name="hidden">Ids of all hidden records.</param>
    /// <param name="page">Forms whose address has this in it.</param>
    public async Task<List<HiddenForm>> FindAsync(LoadVisitor visitor, string token, IReadOnlySet<string> hidden, string page, CancellationToken ct)
    {
        var (found, tried) = (new List<HiddenForm>(), new HashSet<string>());
        var asked = offered.FindAll(f => f.Action.Contains(page, StringComparison.Ordinal) && (Guids.Record().IsMatch(f.Action) || f.Fields.Any(p => Guids.Record().IsMatch(p.Value))));
        // What hangs on an open record is found by it, and then left out; what hangs on a hidden one is not even looked for.
        var chosen = asked.SelectMany(f => SecretTwins.Ids.Reverse().SelectMany(twin => About(f, twin, hidden)));
        foreach (var form in chosen.Where(f => tried.Add(f.Name)))
        {
            switch (await StatusAsync(form.Missing))
            {
                case >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest:
                    leadOn.Add(form.Name);
                    break;
                case HttpStatusCode.BadRequest or HttpStatusCode.Forbidden:
                    refused.Add(form.Name);
                    break;
                case var answer when answer >= HttpStatusCode.InternalServerError || answer != await StatusAsync(form.Hidden):
                    Told.Add(form.Name);
                    break;
                case var answer:
                    found.Add(form with { Name = string.Create(CultureInfo.InvariantCulture, $"{form.Name} {(int)answer}"), Answer = answer });
                    break;
            }
        }

        notMet.UnionWith(asked.Select(AddressOf).Where(a => !tried.Any(t => t.StartsWith(a + " with ", StringComparison.Ordinal))));
        return found;

        async Task<HttpStatusCode> StatusAsync(OfferedForm form)
        {
            using var ask = Ask(form, token);
            return (await visitor.TimeAsync(ask, ct)).Status;
        }
    }

    /// <summary>What was not timed, and why.</summary>
    public IEnumerable<string> NotTimed() =>
    [
        $"They lead on, and may save each time: {string.Join(", ", leadOn)}",
        $"Refused before a record is looked for: {string.Join(", ", refused)}",
        $"Answered otherwise about a hidden record, or with a fault: {string.Join(", ", Told)}",
        $"No hidden record met: {string.Join(", ", notMet)}",
    ];

    internal static HttpRequestMessage Ask(OfferedForm form, string token) => new(HttpMethod.Post, form.Action) { Content = form.ContentWith(token) };

    private static string AddressOf(OfferedForm form) => form.Kind.Split(' ')[0];

    private static IEnumerable<HiddenForm> About(OfferedForm form, Func<string, string> twin, IReadOnlySet<string> hidden)
    {
        var address = AddressOf(form);
        var (about, missing, other) = (Instead(twin), Instead(id => SecretTwins.Beside(id, "nobody")), Instead(id => SecretTwins.Beside(id, "nobody else")));
        if (Guids.Record().Matches(form.Action).Any(id => hidden.Contains(twin(id.Value)))) yield return new($"{address} with all", form.About(about), form.About(missing), form.About(other), default);

        var fields = form.WithOneAbout(about).Zip(form.WithOneAbout(missing), form.WithOneAbout(other));
        foreach (var (field, (one, none, another)) in form.Fields.Where(f => Guids.Record().IsMatch(f.Value)).Zip(fields))
        {
            if (Guids.Record().Matches(field.Value).Any(id => hidden.Contains(twin(id.Value)))) yield return new($"{address} with {field.Key}", one, none, another, default);
        }

        Func<string, string> Instead(Func<string, string> made) => id => hidden.Contains(twin(id)) ? made(id) : id;
    }
}
