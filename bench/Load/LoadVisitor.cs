using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Cornerstone.Access;

namespace Cornerstone.Bench.Load;

/// <summary>One browser.</summary>
internal sealed partial class LoadVisitor(Uri root) : IDisposable
{
    private static readonly string[] Files = ["/xs/support", "/xs/indicators", "/xs/institutions", "/xs/plan", "/xs/commitments"];

    private readonly HttpClient client = new(new SocketsHttpHandler
    {
        CookieContainer = new CookieContainer(),
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(5),
    })
    {
        BaseAddress = root,
    };

    /// <summary>Files it got, or passwords it tried.</summary>
    public int Done { get; private set; }

    public void Dispose() => client.Dispose();

    internal static async Task<LoadVisitor> SignedInAsync(Uri root, DemonstrationPerson person)
    {
        var visitor = new LoadVisitor(root);
        using var form = new FormUrlEncodedContent([new("person", person.Id.ToString()), new("__RequestVerificationToken", await visitor.TokenAsync())]);
        using var answer = await visitor.client.PostAsync("/sign-in?handler=Demonstration", form);
        return answer.StatusCode == HttpStatusCode.Redirect ? visitor : throw new InvalidOperationException($"Signing in answered {answer.StatusCode}.");
    }

    /// <summary>Reads a page, thinks, reads another.</summary>
    internal async Task ReadForEverAsync(string[] pages, double secondsOfThought, List<double> waits, CancellationToken ct)
    {
        try
        {
            while (true)
            {
                await Task.Delay(TimeSpan.FromSeconds(-Math.Log(1 - Random.Shared.NextDouble()) * secondsOfThought), ct);
                var took = await AskAsync(pages[Random.Shared.Next(pages.Length)], ct);
                lock (waits)
                {
                    waits.Add(took);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The time is over.
        }
    }

    /// <summary>One list after another as a file.</summary>
    internal async Task ExportForEverAsync(CancellationToken ct)
    {
        try
        {
            while (true)
            {
                await AskAsync($"{Files[Random.Shared.Next(Files.Length)]}?handler=export&format=xlsx", ct);
                Done++;
            }
        }
        catch (OperationCanceledException)
        {
            // The time is over.
        }
    }

    /// <summary>One common password at ever other accounts: half of the sprayers from one address, the others each time from another one, which no pace of an address slows down.</summary>
    internal async Task SprayAsync(int sprayer, CancellationToken ct)
    {
        try
        {
            var token = await TokenAsync();
            for (var i = 0; ; i++)
            {
                var from = sprayer % 2 == 0 ? "203.0.113.1" : string.Create(CultureInfo.InvariantCulture, $"10.{sprayer}.{i / 250 % 250}.{i % 250}");
                await TryPasswordAsync($"person{sprayer}.{i}@solenia.example", from, token, ct);
                Done++;
            }
        }
        catch (OperationCanceledException)
        {
            // The time is over.
        }
    }

    /// <summary>What a page or a list as a file says, if it is one.</summary>
    internal async Task<(HttpStatusCode Status, string Page)> ReadAsync(string path, CancellationToken ct)
    {
        using var answer = await client.GetAsync(path, ct);
        var bytes = await answer.Content.ReadAsByteArrayAsync(ct);
        return (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType is "text/html" or "text/csv" ? Encoding.UTF8.GetString(bytes) : "");
    }

    /// <summary>How long an answer takes, to its last byte.</summary>
    internal async Task<(HttpStatusCode Status, double Milliseconds)> TimeAsync(HttpRequestMessage ask, CancellationToken ct)
    {
        var began = Stopwatch.GetTimestamp();
        using var answer = await client.SendAsync(ask, ct);
        await answer.Content.ReadAsByteArrayAsync(ct);
        return (answer.StatusCode, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
    }

    /// <summary>Tries a wrong password, as if from another address.</summary>
    internal async Task<(HttpStatusCode Status, double Milliseconds)> TryPasswordAsync(string email, string from, string token, CancellationToken ct)
    {
        using var form = new FormUrlEncodedContent([new("Email", email), new("Password", "Summer2026!Summer"), new("__RequestVerificationToken", token)]);
        using var ask = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = form, Headers = { { "X-Forwarded-For", from } } };
        return await TimeAsync(ask, ct);
    }

    internal async Task<string> TokenAsync(string page = "/sign-in") =>
        Token().Match(await client.GetStringAsync(page)) is { Success: true } token ? token.Groups[1].Value : throw new InvalidOperationException($"{page} has no form.");

    // Not a number: no page came.
    private async Task<double> AskAsync(string path, CancellationToken ct)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Get, path);
        var (status, took) = await TimeAsync(ask, ct);
        // A page that a role may not open is answered too.
        return status is HttpStatusCode.OK or HttpStatusCode.NotFound or HttpStatusCode.NotModified ? took : double.NaN;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
