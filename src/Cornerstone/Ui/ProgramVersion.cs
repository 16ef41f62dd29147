using System.Reflection;

namespace Cornerstone.Ui;

/// <summary>The version people see; the build's full identification stays in the log.</summary>
public static class ProgramVersion
{
    public static readonly string Release = Assembly.GetExecutingAssembly()
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
