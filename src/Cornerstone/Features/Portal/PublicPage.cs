using System.Security.Cryptography;
using System.Text;
using Cornerstone.Access;
using Cornerstone.Published;
using Cornerstone.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;

namespace Cornerstone.Features.Portal;

/// <summary>
/// A page or file of the published store. It is the same for whoever asks, signed in or not, and says so: any cache may keep it, and
/// asks with its tag whether anything changed. A country without editions looks like one that does not exist.
/// </summary>
[Public, NeedsNoReader]
public abstract class PublicPage(PublishedDb store) : PageModel
{
    // What is withdrawn is gone from caches a minute later.
    private const string Kept = "public, max-age=60";

    protected PublishedDb Store => store;

    /// <summary>The code, in capitals.</summary>
    public string Country { get; private set; } = "";

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Country = ((string)RouteData.Values["country"]!).ToUpperInvariant();
        if (await store.StampAsync(Country, HttpContext.RequestAborted) is not { } stamp)
        {
            context.Result = NotFound();
            return;
        }

        var tag = TagOf(stamp);
        if (Request.Knows(tag))
        {
            Keep(tag);
            context.Result = StatusCode(StatusCodes.Status304NotModified);
            return;
        }

        if ((await next()) is { Result: PageResult or FileResult, Exception: null })
        {
            Keep(tag);
        }
    }

    // Of the address, what is published and the program that writes it: the same sentence in another version is another page.
    private EntityTagHeaderValue TagOf(string stamp)
    {
        var all = $"{Request.Path}{Request.QueryString} {stamp} {typeof(PublicPage).Module.ModuleVersionId}";
        return new($"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)).AsSpan(0, 12))}\"", isWeak: true);
    }

    private void Keep(EntityTagHeaderValue tag)
    {
        ResponseHeaders.MayBeKeptByAll(Response, Kept);
        Response.Headers.ETag = tag.ToString();
    }
}

/// <summary>A page in the language of its address, with the country's name and its newest edition in its frame.</summary>
public abstract class FramedPage(PublishedDb store) : PublicPage(store)
{
    public Edition Newest { get; private set; } = null!;

    /// <summary>"/xs/public/ar": where the pages in this language begin.</summary>
    public string Root { get; private set; } = "";

    public string NameOfCountry => Newest.CountryNames.In(Languages.Languages.Current.Code);

    public string DataPath => $"/{Country.ToLowerInvariant()}/public/data";

    public override async Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context)
    {
        var country = (string)RouteData.Values["country"]!;
        Root = $"/{country}/public/{RouteData.Values["language"]}";
        Newest = (await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.FirstOrDefaultAsync(Store.EditionsOf(country.ToUpperInvariant()), HttpContext.RequestAborted))!;
    }

    /// <summary>A code in an address.</summary>
    public static string InAddress(string key) => string.Join('/', key.Split('/').Select(Uri.EscapeDataString));
}
