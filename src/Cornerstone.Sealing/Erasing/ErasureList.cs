using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Cornerstone.Sealing.Erasing;

/// <summary>A dossier whose keys were destroyed, and on which day. No name, no reason: those would be what was erased.</summary>
public sealed record Erasure(Guid Dossier, DateOnly Day);

/// <summary>
/// All erasures so far. It lives apart from the database and its backups, because an old backup brings old wraps back: after each restore it is applied again, before anybody signs in.
/// Each line carries the hash of all lines up to it. Whoever keeps the last hash (the journal's checkpoint does) sees a list that was cut or changed.
/// </summary>
public sealed class ErasureList
{
    private readonly List<Erasure> erasures = [];

    public IReadOnlyList<Erasure> Erasures => erasures;

    /// <summary>The hash of the whole list, for whoever must be able to tell that it is whole.</summary>
    public string Head { get; private set; } = new('0', 64);

    /// <summary>The line to append to the list's file, and to have on disk before any wrap is deleted.</summary>
    public string Add(Erasure erasure)
    {
        erasures.Add(erasure);
        var line = $"{erasures.Count.ToString(CultureInfo.InvariantCulture)} {erasure.Dossier:D} {erasure.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
        Head = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes($"{Head} {line}")));
        return $"{line} {Head}\n";
    }

    /// <summary>Refuses a list that is not whole up to <paramref name="head"/>, which may be an older one: then the list has grown since. Null asks for no more than that its lines fit each other.</summary>
    public static ErasureList Read(TextReader lines, string? head)
    {
        var list = new ErasureList();
        var met = head is null || head == list.Head;
        while (lines.ReadLine() is { } line)
        {
            if (Parse(line) is not { } erasure || list.Add(erasure) != line + "\n") throw new SealBrokenException($"Line {list.erasures.Count} of the list of erasures is not as it was written.");
            met |= list.Head == head;
        }

        return met ? list : throw new SealBrokenException("The list of erasures was cut or replaced: its known head is not in it.");
    }

    private static Erasure? Parse(string line) =>
        line.Split(' ') is [_, var id, var day, _]
        && Guid.TryParseExact(id, "D", out var dossier)
        && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new Erasure(dossier, date)
            : null;
}
