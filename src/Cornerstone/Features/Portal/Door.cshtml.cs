using Cornerstone.Published;
using Microsoft.AspNetCore.Mvc;

namespace Cornerstone.Features.Portal;

/// <summary>The country's public address as people say it: it leads on to the reader's language, whose address always gives the same page.</summary>
public sealed class DoorPage(PublishedDb store) : PublicPage(store)
{
    public IActionResult OnGet() => Redirect($"/{Country.ToLowerInvariant()}/public/{Languages.Languages.Current.Code}");
}
