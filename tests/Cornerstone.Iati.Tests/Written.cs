using System.Text;

namespace Cornerstone.Iati.Tests;

/// <summary>Files as we write them.</summary>
internal static class Written
{
    public static byte[] Bytes(params Activity[] activities)
    {
        using var stream = new MemoryStream();
        using (var writer = new IatiWriter(stream, RecordKind.Activity, Given.Options.Now))
        {
            foreach (var activity in activities) writer.Write(activity);
        }

        return stream.ToArray();
    }

    public static byte[] Bytes(Organisation organisation)
    {
        using var stream = new MemoryStream();
        using (var writer = new IatiWriter(stream, RecordKind.Organisation, Given.Options.Now)) writer.Write(organisation);
        return stream.ToArray();
    }

    public static string Text(params Activity[] activities) => Encoding.UTF8.GetString(Bytes(activities));
}
