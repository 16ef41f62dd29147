using Cornerstone.Languages;
using Cornerstone.Ui.Tags;
using Microsoft.AspNetCore.Html;

namespace Cornerstone.Ui.Scanning;

internal static class ScanWords
{
    public static IHtmlContent WhyNotTaken(this Text T, RefusedFile refused) => refused.Scan switch
    {
        { Outcome: ScanOutcome.Harmful, Found: var found } => T.Html("The scanner of this installation found something harmful in “{0}”: {1}. Nothing of it was kept. Ask whoever gave you the file for another one, and tell your administrator.", Markup.Isolated(refused.Name), Markup.Isolated(found ?? "")),
        { Outcome: ScanOutcome.TooLarge } => T.Html("“{0}” is larger than the scanner of this installation looks at, and nothing is taken that it has not looked at. Send it in parts, or ask your administrator.", Markup.Isolated(refused.Name)),
        _ => T.Html("Files are looked at for viruses before they are taken, and the scanner of this installation does not answer. Nothing was kept. Try again later, and tell your administrator."),
    };
}
