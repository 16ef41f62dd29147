using Cornerstone.Languages;

namespace Cornerstone.Ui.Scanning;

internal static class ScanWords
{
    public static string WhyNotTaken(this Text T, RefusedFile refused) => refused.Scan switch
    {
        { Outcome: ScanOutcome.Harmful, Found: var found } => T["The scanner of this installation found something harmful in “{0}”: {1}. Nothing of it was kept. Ask whoever gave you the file for another one, and tell your administrator.", refused.Name, found ?? ""],
        { Outcome: ScanOutcome.TooLarge } => T["“{0}” is larger than the scanner of this installation looks at, and nothing is taken that it has not looked at. Send it in parts, or ask your administrator.", refused.Name],
        _ => T["Files are looked at for viruses before they are taken, and the scanner of this installation does not answer. Nothing was kept. Try again later, and tell your administrator."],
    };
}
