using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Cornerstone.Tests.Journeys;

/// <summary>What the browser complains of on one page: errors of scripts, refused content, failed requests, other hosts.</summary>
internal sealed class Complaints
{
    private readonly ConcurrentQueue<string> _said = [];

    public Complaints(IPage page)
    {
        page.Console += (_, message) => Add(message.Type == "error" && !IsTheAnswersStatus(message, page), message.Text);
        page.PageError += (_, error) => Add(true, error);
        page.RequestFailed += (_, request) => Add(request.Failure != "net::ERR_ABORTED", $"{request.Url} {request.Failure}");
        page.Request += (_, request) => Add(IsElsewhere(request.Url), $"asks another host: {request.Url}");
    }

    /// <summary>Everything said since the last time.</summary>
    public IReadOnlyList<string> Take()
    {
        var all = _said.ToList();
        _said.Clear();
        return all;
    }

    private void Add(bool isComplaint, string words)
    {
        if (isComplaint)
        {
            _said.Enqueue(words);
        }
    }

    // A page that is meant to answer 404 makes the browser say so; its status is asserted elsewhere.
    private static bool IsTheAnswersStatus(IConsoleMessage message, IPage page) =>
        message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal) && message.Location.StartsWith(page.Url, StringComparison.Ordinal);

    private static bool IsElsewhere(string url) =>
        new Uri(url) is { Scheme: "http" or "https", Host: not ("127.0.0.1" or "localhost") };
}
