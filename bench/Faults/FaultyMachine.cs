using System.IO.MemoryMappedFiles;

namespace Cornerstone.Bench.Faults;

/// <summary>Sets the clock and breaks the disk of whoever is started with its environment (machine.c).</summary>
[System.Runtime.Versioning.SupportedOSPlatform("linux")]
internal sealed class FaultyMachine : IDisposable
{
    /// <summary>Numbers of Linux: the disk cannot write, and may only be read.</summary>
    public const int DiskError = 5;
    public const int ReadOnly = 30;

    private const int PlaceOfRefusal = 8;
    private readonly string page;
    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor control;

    private FaultyMachine(string library, string page, string below)
    {
        this.page = page;
        file = MemoryMappedFile.CreateFromFile(page, FileMode.Open, null, 16);
        control = file.CreateViewAccessor();
        Environment = [("LD_PRELOAD", library), ("FAULT_CONTROL", page), ("FAULT_BELOW", below)];
    }

    public (string Name, string Value)[] Environment { get; }

    public static async Task<FaultyMachine> MakeAsync(string below)
    {
        var library = await Shell.CompileAsync("machine.c");
        var page = Path.Combine(Path.GetDirectoryName(library)!, "control");
        await File.WriteAllBytesAsync(page, new byte[16]);
        return new(library, page, below);
    }

    public void ShiftClock(TimeSpan by) => control.Write(0, (long)by.TotalSeconds);

    public void Refuse(int number) => control.Write(PlaceOfRefusal, number);

    public void Work() => Refuse(0);

    public void Dispose()
    {
        control.Dispose();
        file.Dispose();
        Directory.Delete(Path.GetDirectoryName(page)!, recursive: true);
    }
}
