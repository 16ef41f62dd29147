using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace Cornerstone.Access.Keys;

/// <summary>
/// The keys that sign forms and messages and lock the secrets of authenticators: in files of this user alone, each
/// encrypted with the key of one file that may stand elsewhere.
/// </summary>
internal static class KeysSetup
{
    public const string FolderName = "keys";

    public static void AddKeys(this IServiceCollection services, HostSettings settings)
    {
        var folder = new KeyFolder(Path.Combine(settings.DataFolder, FolderName));
        var key = ProtectionKey.Open(settings.KeyFile);
        services.AddSingleton(key);
        services.AddDataProtection().SetApplicationName("Cornerstone");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(new ConfigureOptions<KeyManagementOptions>(o =>
        {
            o.XmlRepository = folder;
            o.XmlEncryptor = new KeyEncryptor(key);
        }));
    }
}

/// <summary>One file for each key, readable by this user only.</summary>
internal sealed class KeyFolder : IXmlRepository
{
    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly string folder;

    public KeyFolder(string folder)
    {
        this.folder = folder;
        Directory.CreateDirectory(folder);
        File.SetUnixFileMode(folder, OwnFile | UnixFileMode.UserExecute);
        foreach (var file in Directory.GetFiles(folder, "*.xml"))
        {
            // Written by a version that left them to the user's umask.
            File.SetUnixFileMode(file, OwnFile);
        }
    }

    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. Directory.GetFiles(folder, "*.xml").Order(StringComparer.Ordinal).Select(f => SafeXml.Read(File.ReadAllText(f)))];

    public void StoreElement(XElement element, string friendlyName)
    {
        var path = Path.Combine(folder, $"{Guid.CreateVersion7():N}.xml");
        var written = path + ".new";
        using (var file = new FileStream(written, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnFile }))
        {
            element.Save(file);
            file.Flush(flushToDisk: true);
        }

        File.Move(written, path);
    }
}
