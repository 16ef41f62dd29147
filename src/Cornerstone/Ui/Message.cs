using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Ui;

/// <summary>One sentence that the next page shows once: "The document was imported."</summary>
public static class Message
{
    public const string Key = "message";

    /// <summary>Say(T["Saved."]) before the redirect.</summary>
    public static void Say(this PageModel page, string sentence) => page.TempData[Key] = sentence;
}
