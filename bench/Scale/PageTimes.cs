using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Cornerstone.Access;

namespace Cornerstone.Bench.Scale;

/// <summary>Asks for pages as one signed-in person over the loopback, one after another, and keeps how long each answer took and what it weighed.</summary>
internal sealed partial class PageTimes(string root) : IDisposable
{
    private const int Warming = 3;
    private readonly HttpClient client = new(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = new Uri(root) };

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
        var (times, weight) = (new List<double>(), 0);
        for (var round = 0; round < Warming + rounds; round++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add("Accept-Encoding", "br");
            var watch = Stopwatch.StartNew();
            using var answer = await client.SendAsync(request);
            weight = (await answer.Content.ReadAsByteArrayAsync()).Length;
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                return $"{path}: {(int)answer.StatusCode}";
            }

            if (round >= Warming)
            {
                times.Add(watch.Elapsed.TotalMilliseconds);
            }
        }

        times.Sort();
        return $"{path}: p50 {times[times.Count / 2]:0} ms, p95 {times[(int)(times.Count * 0.95)]:0} ms, {weight / 1024.0:0.0} KB";
    }

    public void Dispose() => client.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"", RegexOptions.None, 2000)]
    private static partial Regex Token();
}
