using Cornerstone.Sealing.Erasing;

namespace Cornerstone.Vaults;

/// <summary>
/// The list of erasures where no restore reaches it: one file in the data folder and one beside the automatic backups. What is erased is on
/// the disk of both before its keys are destroyed (decision 22). Each file is the whole list, and takes from the other what it lacks.
/// </summary>
public sealed class ErasureFiles(IReadOnlyList<string> folders)
{
    public const string FileName = "erasures.txt";

    private readonly Lock turn = new();

    /// <summary>What one file says; an empty list where there is none.</summary>
    /// <exception cref="Sealing.SealBrokenException">A line of it is not as it was written.</exception>
    public static ErasureList Read(string file)
    {
        if (!File.Exists(file))
        {
            return new();
        }

        using var lines = File.OpenText(file);
        return ErasureList.Read(lines, head: null);
    }

    /// <summary>One list of several copies, each of which may lack what another one knows.</summary>
    public static ErasureList Together(IEnumerable<ErasureList> lists)
    {
        var all = new ErasureList();
        foreach (var erasure in lists.SelectMany(l => l.Erasures).DistinctBy(e => e.Dossier).OrderBy(e => e.Day))
        {
            all.Add(erasure);
        }

        return all;
    }

    /// <exception cref="IOException">One of the files cannot be written: then nothing may be erased.</exception>
    public void Keep(IReadOnlyCollection<Erasure> erasures)
    {
        lock (turn)
        {
            var lists = folders.Select(f => (File: Path.Join(f, FileName), Read(Path.Join(f, FileName)).Erasures)).ToList();
            var all = lists.SelectMany(l => l.Erasures).Concat(erasures).DistinctBy(e => e.Dossier).ToList();
            foreach (var (file, known) in lists)
            {
                Write(file, [.. known, .. all.ExceptBy(known.Select(e => e.Dossier), e => e.Dossier)]);
            }
        }
    }

    // The whole file anew, and put in the place of the old one when it is on the disk: a power cut leaves one of the two.
    private static void Write(string file, IReadOnlyList<Erasure> erasures)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var (draft, list) = (file + ".part", new ErasureList());
        using (var target = new FileStream(draft, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite }))
        {
            target.Write(System.Text.Encoding.ASCII.GetBytes(string.Concat(erasures.Select(list.Add))));
            target.Flush(flushToDisk: true);
        }

        File.Move(draft, file, overwrite: true);
    }
}
