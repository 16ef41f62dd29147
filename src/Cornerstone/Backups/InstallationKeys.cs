using Cornerstone.Access.Keys;
using Cornerstone.Journals;

namespace Cornerstone.Backups;

/// <summary>
/// The files of keys without which a restored database lets nobody in: those that lock the secrets of authenticators, and the key that
/// locks them. The key that signs the journal is not among them: whoever opens a backup must not sign.
/// </summary>
internal static class InstallationKeys
{
    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const string Within = KeysSetup.FolderName + "/";
    private const string Ending = ".xml";

    /// <summary>Name, as below the data folder, and content. Empty before the program ran for the first time.</summary>
    public static IReadOnlyDictionary<string, string> Of(string dataFolder)
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var folder = Path.Join(dataFolder, KeysSetup.FolderName);
        foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder, "*" + Ending) : [])
        {
            found.Add(Within + Path.GetFileName(file), File.ReadAllText(file));
        }

        if (File.Exists(ProtectionKey.FileIn(dataFolder)))
        {
            found.Add(ProtectionKey.FileName, File.ReadAllText(ProtectionKey.FileIn(dataFolder)));
        }

        return found;
    }

    /// <exception cref="RefusedException">A name that leads elsewhere: no program of ours wrote it.</exception>
    public static void PutInto(string dataFolder, IReadOnlyDictionary<string, string> keys)
    {
        if (keys.Keys.FirstOrDefault(n => !IsOurs(n)) is { } strange)
        {
            throw new RefusedException($"The backup holds a file of keys called {strange}: it was not written by Cornerstone.");
        }

        Directory.CreateDirectory(Path.Join(dataFolder, KeysSetup.FolderName), OwnFile | UnixFileMode.UserExecute);
        foreach (var (name, content) in keys)
        {
            PrivateFile.Write(Path.Join(dataFolder, name), content, OwnFile);
        }
    }

    private static bool IsOurs(string name) =>
        name == ProtectionKey.FileName
        || (name.StartsWith(Within, StringComparison.Ordinal) && name.EndsWith(Ending, StringComparison.Ordinal) && name[Within.Length..^Ending.Length].All(char.IsAsciiLetterOrDigit));
}
