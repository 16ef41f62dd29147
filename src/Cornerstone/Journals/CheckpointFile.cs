namespace Cornerstone.Journals;

/// <summary>
/// Checkpoints outside the database: a file beside it, and one in the folder of anchors, which should be another disk or another
/// machine's. Each only grows.
/// </summary>
internal sealed record CheckpointFile(string Folder)
{
    /// <summary>The folder of anchors; none when it is not set.</summary>
    public const string FolderSetting = "CORNERSTONE_ANCHORS";

    private const string Name = "checkpoints.txt";

    public string File => Path.Join(Folder, Name);

    /// <summary>The file in the data folder, and the one in the folder of anchors when there is one.</summary>
    public static IEnumerable<CheckpointFile> All(string dataFolder)
    {
        yield return new(dataFolder);
        if (Environment.GetEnvironmentVariable(FolderSetting) is { Length: > 0 } anchors)
        {
            yield return new(anchors);
        }
    }

    public async Task AppendAsync(Checkpoint checkpoint, string publicKeyPem, CancellationToken ct)
    {
        Directory.CreateDirectory(Folder);
        await using (var file = new FileStream(File, FileMode.Append, FileAccess.Write, FileShare.Read))
        {
            await file.WriteAsync(System.Text.Encoding.UTF8.GetBytes(checkpoint.Text), ct);
            file.Flush(flushToDisk: true);
        }

        // The key's name is its fingerprint: one that was replaced stays for what it signed.
        var key = Path.Join(Folder, $"journal-key-{checkpoint.Key[..16]}.public.pem");
        if (!System.IO.File.Exists(key))
        {
            await System.IO.File.WriteAllTextAsync(key, publicKeyPem, ct);
        }
    }

    public IReadOnlyList<Checkpoint?> Read() => System.IO.File.Exists(File) ? [.. Checkpoint.ParseAll(System.IO.File.ReadAllLines(File))] : [];

    /// <summary>
    /// True when this file has seen more of the journal than the database now holds, or another history: the database was
    /// rolled back or rebuilt behind the program's back.
    /// </summary>
    public bool Contradicts(Checkpoint? lastInDatabase) =>
        Read() is [.., { } seen]
        && (lastInDatabase is null || seen.Number > lastInDatabase.Number || (seen.Number == lastInDatabase.Number && seen.Body != lastInDatabase.Body));
}
