namespace Cornerstone.Backups;

/// <summary>What a backup holds, said first: when it was made, how far the journal and the schema had come, which tables follow.</summary>
/// <param name="Steps">The migrations the database had run, by id, with their fingerprints.</param>
internal sealed record BackupManifest(
    int Format, DateTimeOffset Made, string Program, Guid? Origin, long JournalSize, string JournalHead, IReadOnlyDictionary<string, string> Steps, IReadOnlyList<BackupTable> Tables)
{
    /// <summary>Since 2 the files of keys and a signature stand behind the tables.</summary>
    public const int CurrentFormat = 2;

    public const int Unsigned = 1;
}

/// <param name="Name">Schema and name, as SQL writes them.</param>
/// <param name="Columns">What is copied, as SQL writes them: generated columns generate themselves anew.</param>
/// <param name="Order">By what the rows are ordered, so that equal contents give equal bytes.</param>
internal sealed record BackupTable(string Name, IReadOnlyList<string> Columns, string Order)
{
    private string List => string.Join(", ", Columns);

    public string CopyOut => $"copy (select {List} from {Name} order by {Order}) to stdout";

    public string CopyIn => $"copy {Name} ({List}) from stdin";
}

/// <summary>How much a table held and what it was, as one number.</summary>
internal sealed record TableContent(string Name, long Rows, string Digest);
