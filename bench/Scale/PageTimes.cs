using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Runtime;
using System.Text.RegularExpressions;
using Cornerstone.Access;

namespace Cornerstone.Bench.Scale;

/// <summary>Asks for pages as one signed-in person over the loopback, one after another, and keeps how long each answer took, what it cost and what it weighed.</summary>
internal sealed partial class PageTimes(string root, string dataFolder, StatementLog statements) : IDisposable
{
    internal const string Head = "| page | first ms | p50 ms | p95 ms | processor ms: ours | PostgreSQL's | statements | their ms | KB |\n|---|---|---|---|---|---|---|---|---|";

    // What a page may take and weigh (docs/benchmarks.md); in bold what takes more.
    private const double MostMilliseconds = 150;
    private const double MostKilobytes = 100;

    // .NET compiles what is used often a second time, in the background. A page is measured when that is done: hardly anything new in so many answers in a row, or after so many at most.
    private const int AtRest = 10;
    private const int FewMethods = 20;
    private const int MostWarming = 150;

    private readonly HttpClient client = new(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = new Uri(root), Timeout = Timeout.InfiniteTimeSpan };

    internal async Task SignInAsync(DemonstrationPerson person)
    {
        var page = await client.GetStringAsync("/sign-in");
        var token = Token().Match(page).Groups[1].Value;
        using var form = new FormUrlEncodedContent([new("person", person.Id.ToString()), new("__RequestVerificationToken", token)]);
        using var answer = await client.PostAsync("/sign-in?handler=Demonstration", form);
        if (answer.StatusCode != HttpStatusCode.Redirect)
        {
            throw new InvalidOperationException($"Signing in answered {answer.StatusCode}.");
        }
    }

    internal async Task<string> MeasureAsync(string path, int rounds)
    {
        var name = Identifier().Replace(path, "…");
        var (answer, first, _) = await AskAsync(path);
        if (answer != HttpStatusCode.OK)
        {
            return $"| {name} | {(int)answer} |";
        }

        await WarmAsync(path);
        statements.Clear();
        var (processor, server) = (Environment.CpuUsage.TotalTime, ServerTime.Seconds(dataFolder));
        var (times, weight) = (new List<double>(), 0);
        for (var round = 0; round < rounds; round++)
        {
            var (_, took, bytes) = await AskAsync(path);
            times.Add(took);
            weight = bytes;
        }

        times.Sort();
        var (ours, theirs) = ((Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / rounds, (ServerTime.Seconds(dataFolder) - server) * 1_000 / rounds);
        return string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {first:0} | {times[times.Count / 2]:0} | {Marked(times[(int)(times.Count * 0.95)], MostMilliseconds, "0")} | {ours:0} | {theirs:0} | {statements.Count / rounds} | {statements.Milliseconds / rounds:0} | {Marked(weight / 1024.0, MostKilobytes, "0.0")} |");
    }

    public void Dispose() => client.Dispose();

    private async Task WarmAsync(string path)
    {
        var (compiled, since) = (JitInfo.GetCompiledMethodCount(), 0);
        for (var round = 0; round < MostWarming && since < AtRest; round++)
        {
            await AskAsync(path);
            since = JitInfo.GetCompiledMethodCount() - compiled < FewMethods ? since + 1 : 0;
            compiled = since == 0 ? JitInfo.GetCompiledMethodCount() : compiled;
        }
    }

    internal async Task<(HttpStatusCode Status, double Milliseconds, int Bytes)> AskAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept-Encoding", "br");
        var watch = Stopwatch.StartNew();
        using var answer = await client.SendAsync(request);
        var bytes = (await answer.Content.ReadAsByteArrayAsync()).Length;
        return (answer.StatusCode, watch.Elapsed.TotalMilliseconds, bytes);
    }

    private static string Marked(double figure, double most, string form) =>
        figure.ToString(form, CultureInfo.InvariantCulture) is var text && figure > most ? $"**{text}**" : text;

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"", RegexOptions.None, 2000)]
    private static partial Regex Token();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}", RegexOptions.None, 2000)]
    private static partial Regex Identifier();
}
