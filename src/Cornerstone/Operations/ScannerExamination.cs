using System.Globalization;
using Cornerstone.Ui.Scanning;

namespace Cornerstone.Operations;

/// <summary>Whether somebody looks at the files that people send, and how old what it knows is.</summary>
internal static class ScannerExamination
{
    private const string What = "scanner of files";
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(30);

    public static async Task<Finding> OfAsync(FileScanner? scanner, DateTimeOffset now, CancellationToken ct)
    {
        if (scanner is null) return Finding.Good(What, $"none; {FileScanner.PlaceSetting} names one");
        if (await scanner.VersionAsync(ct) is not { } version) return Finding.Bad(What, $"nobody answers at {scanner.Place}: no file is taken");

        return DayOf(version) switch
        {
            null => Finding.Warning(What, $"{version}, which does not say of when its signatures are"),
            { } day when now - day > Fresh => Finding.Warning(What, $"{version}: its signatures are older than {Fresh.Days} days"),
            _ => Finding.Good(What, version),
        };
    }

    // "ClamAV 1.4.3/27500/Tue Jan  7 09:33:15 2025": the program, its signatures and their day, in UTC or near it.
    private static DateTimeOffset? DayOf(string version) =>
        version.Split('/') is [_, _, var day] && DateTimeOffset.TryParseExact(day, "ddd MMM d HH:mm:ss yyyy", CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;
}
