using System.Text;
using System.Text.RegularExpressions;
using AngleSharp;
using AngleSharp.Html.Dom;
using Cornerstone.Tests.TestKit;

namespace Cornerstone.Tests.TwoWorlds;

/// <summary>One person walks both worlds side by side, from the same addresses along the same links, and notes where they differ; or one world alone.</summary>
internal sealed partial class WorldCrawl(Visitor without, Visitor with)
{
    // What is new in each answer, whatever it answers: the form's token, the policy's nonce, an error's reference, an authenticator's secret.
    private const string Fresh = "~";
    private readonly Queue<(string Address, bool IsFollowed)> ahead = new();
    private readonly HashSet<string> known = [];
    private readonly Dictionary<string, int> kinds = [];

    private bool IsAlone => ReferenceEquals(without, with);

    public List<string> Differences { get; } = [];

    /// <summary>Called with each address and what was seen there.</summary>
    public Action<string, string>? Looked { get; init; }

    public int Visited { get; private set; }

    /// <summary>Addresses that were answered with a page.</summary>
    public List<string> Shown { get; } = [];

    /// <summary>The forms on the way, one of each kind.</summary>
    public List<OfferedForm> Forms { get; } = [];

    /// <param name="mostOfAKind">How many addresses that differ only in the record or in what is asked are opened, of one kind.</param>
    public async Task WalkAsync(IEnumerable<string> starts, int mostOfAKind, CancellationToken ct)
    {
        foreach (var start in starts)
        {
            Add(start, isFollowed: true, mostOfAKind);
        }

        while (ahead.TryDequeue(out var next))
        {
            var (seen, isPage) = await CompareAsync(next.Address, ct);
            if (next.IsFollowed && isPage)
            {
                Shown.Add(next.Address);
                AddLinks(next.Address, seen, mostOfAKind);
                await AddFormsAsync(next.Address, seen, ct);
            }
        }
    }

    /// <summary>These addresses and no others.</summary>
    public async Task ReadAsync(IEnumerable<string> addresses, CancellationToken ct)
    {
        foreach (var address in addresses)
        {
            await CompareAsync(address, ct);
        }
    }

    private async Task<(string Seen, bool IsPage)> CompareAsync(string address, CancellationToken ct)
    {
        Visited++;
        var one = await ReadAsync(without, address, ct);
        var other = IsAlone ? one : await ReadAsync(with, address, ct);
        Looked?.Invoke(address, one.Seen);
        if (one.Seen != other.Seen)
        {
            Differences.Add($"{address}: {FirstDifference(one.Seen, other.Seen)}");
        }

        return one;
    }

    private void AddLinks(string from, string page, int mostOfAKind)
    {
        foreach (Match link in Link().Matches(page))
        {
            var address = new Uri(new Uri(new Uri("http://localhost"), from), System.Net.WebUtility.HtmlDecode(link.Groups[1].Value));
            if (address.Authority == "localhost")
            {
                Add(address.PathAndQuery, isFollowed: true, mostOfAKind);
            }
        }
    }

    private async Task AddFormsAsync(string from, string seen, CancellationToken ct)
    {
        if (!seen.Contains("method=\"post\"", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        var page = await BrowsingContext.New(Configuration.Default).OpenAsync(r => r.Content(seen).Address(new Uri(new Uri("http://localhost"), from)), ct);
        var kinds = Forms.Select(f => f.Kind).ToHashSet();
        Forms.AddRange(OfferedForm.On((IHtmlDocument)page).Where(f => kinds.Add(f.Kind)));
    }

    // A language is chosen by a link too; following it would read every page six times.
    private void Add(string address, bool isFollowed, int mostOfAKind)
    {
        if (address.Contains("lang=", StringComparison.Ordinal) || InAnotherLanguage().IsMatch(address) || !known.Add(address))
        {
            return;
        }

        var kind = Asked().Replace(Guids.Record().Replace(address, "*"), "=*");
        if ((kinds[kind] = kinds.GetValueOrDefault(kind) + 1) > mostOfAKind && isFollowed)
        {
            return;
        }

        ahead.Enqueue((address, isFollowed));
        if (isFollowed && !IsAlone)
        {
            foreach (var twin in SecretTwins.Of(address))
            {
                Add(twin, isFollowed: false, mostOfAKind);
            }
        }
    }

    private static async Task<(string Seen, bool IsPage)> ReadAsync(Visitor visitor, string address, CancellationToken ct)
    {
        using var answer = await visitor.Client.GetAsync(address, ct);
        var bytes = await answer.Content.ReadAsByteArrayAsync(ct);
        var isText = answer.Content.Headers.ContentType?.MediaType?.StartsWith("text/", StringComparison.Ordinal) ?? false;
        var seen = new StringBuilder().Append((int)answer.StatusCode).Append('\n');
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(h => h.Key is not ("Set-Cookie" or "Date")).OrderBy(h => h.Key, StringComparer.Ordinal))
        {
            seen.Append(name).Append(": ").AppendJoin(", ", values).Append('\n');
        }

        seen.Append(isText ? Encoding.UTF8.GetString(bytes) : Convert.ToBase64String(bytes));
        return (Changing().Replace(seen.ToString(), Fresh), isText && answer.IsSuccessStatusCode);
    }

    public static string FirstDifference(string one, string other)
    {
        var at = Enumerable.Range(0, Math.Min(one.Length, other.Length)).FirstOrDefault(i => one[i] != other[i], Math.Min(one.Length, other.Length));
        string Around(string text) => text[Math.Max(0, at - 80)..Math.Min(text.Length, at + 120)].ReplaceLineEndings(" ");
        return $"\n    without: …{Around(one)}…\n    with:    …{Around(other)}…";
    }

    [GeneratedRegex("^/../public/(?!en|data)")]
    private static partial Regex InAnotherLanguage();

    [GeneratedRegex("=[^&]*")]
    private static partial Regex Asked();

    [GeneratedRegex("""<a [^>]*?href="([^"#]+)""")]
    private static partial Regex Link();

    [GeneratedRegex("""(?<=name="__RequestVerificationToken"[^>]*value=")[^"]+|(?<=nonce[-=]"?)[A-Za-z0-9+/=_-]{16,}|(?<=data-test="(?:reference|secret)">)[^<]+|(?<=/calendar/)[0-9a-f]{64}|(?<=name="Sealed"[^>]*value=")[^"]+|(?<=class="qr-code">).*?(?=</figure>)""")]
    public static partial Regex Changing();
}
