using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Cornerstone.Texts;

namespace Cornerstone.Features.LibraryImport;

/// <summary>
/// Text of a PDF by <c>pdftotext</c> in a process of its own: little memory, little time, no network, no
/// environment, no files but its pipes. A hostile document can kill only that process.
/// </summary>
public sealed class PdfText
{
    private const int Seconds = 20;
    private const int MostCharacters = 20_000_000;
    private static readonly Encoding Utf8 = new UTF8Encoding(false);
    private static readonly string[] Folders = ["/usr/bin", "/usr/local/bin", "/bin", "/opt/homebrew/bin"];
    private readonly string? program;
    private readonly List<string> command;

    /// <param name="program">Another extractor than the installed <c>pdftotext</c>, for tests.</param>
    public PdfText(string? program = null)
    {
        this.program = program ?? Find("pdftotext");
        command = this.program is null ? [] : Limited([this.program, "-q", "-enc", "UTF-8", "-eol", "unix", "-", "-"]);
    }

    /// <exception cref="UnreadableDocumentException">No extractor, a password, damage, or more than its limits allow.</exception>
    public string Extract(ReadOnlyMemory<byte> bytes)
    {
        if (program is null)
        {
            throw new UnreadableDocumentException(UnreadableRule.NeedsPdfText, "", "Reading PDF needs the program pdftotext: install the package poppler-utils.");
        }

        using var process = Start();
        var output = Task.Run(() => ReadLimited(process));
        var complaint = process.StandardError.ReadToEndAsync();
        Feed(process, bytes);
        if (!process.WaitForExit(TimeSpan.FromSeconds(Seconds + 5)))
        {
            process.Kill(entireProcessTree: true);
            throw Unreadable($"Reading this PDF takes longer than {Seconds} seconds.");
        }

        var text = output.GetAwaiter().GetResult() ?? throw Unreadable("This PDF holds more text than any real document.");
        return process.ExitCode == 0 ? text : throw Fault(process.ExitCode, complaint.GetAwaiter().GetResult());
    }

    private Process Start()
    {
        var start = new ProcessStartInfo(command[0])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Utf8,
            WorkingDirectory = "/",
        };
        foreach (var argument in command.Skip(1))
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment.Clear();
        start.Environment["LC_ALL"] = "C.UTF-8";
        return Process.Start(start) ?? throw new InvalidOperationException("pdftotext did not start.");
    }

    private static void Feed(Process process, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var input = process.StandardInput.BaseStream;
            input.Write(bytes.Span);
        }
        catch (IOException)
        {
            // It gave up before reading everything; its exit code says why.
        }
    }

    private static string? ReadLimited(Process process)
    {
        var text = new StringBuilder();
        var buffer = new char[65_536];
        int count;
        while ((count = process.StandardOutput.Read(buffer)) > 0)
        {
            text.Append(buffer, 0, count);
            if (text.Length > MostCharacters)
            {
                process.Kill(entireProcessTree: true);
                return null;
            }
        }

        return text.ToString();
    }

    private static UnreadableDocumentException Fault(int code, string complaint) =>
        complaint.Contains("password", StringComparison.OrdinalIgnoreCase)
            ? new(UnreadableRule.EncryptedPdf, "", "This PDF is protected by a password. Save a copy without it and import that.")
            : Unreadable(code > 100 ? "This PDF needs more memory or time than reading a document may take." : "This PDF is damaged and cannot be read.");

    private static UnreadableDocumentException Unreadable(string message) => new(UnreadableRule.Damaged, "", message);

    // Each wall where the machine has it: a limit on memory and time, a network of nothing, an unprivileged user.
    private static List<string> Limited(string[] inner)
    {
        List<string> outer = [];
        if (Find("prlimit") is { } prlimit)
        {
            outer.AddRange([prlimit, "--as=268435456", $"--cpu={Seconds}", "--core=0", "--nofile=32", "--"]);
        }

        if (Find("unshare") is { } unshare)
        {
            string[] asRoot = [unshare, "-n", "--"];
            string[] asUser = [unshare, "-rn", "--"];
            outer.AddRange(Works(asRoot) ? asRoot : Works(asUser) ? asUser : []);
        }

        if (Environment.IsPrivilegedProcess && Find("setpriv") is { } setpriv)
        {
            outer.AddRange([setpriv, "--reuid=65534", "--regid=65534", "--clear-groups", "--no-new-privs", "--"]);
        }

        return [.. outer, .. inner];
    }

    private static bool Works(string[] wrapper)
    {
        try
        {
            var start = new ProcessStartInfo(wrapper[0], [.. wrapper.Skip(1), "/bin/true"]) { RedirectStandardError = true };
            using var process = Process.Start(start);
            return process is not null && process.WaitForExit(TimeSpan.FromSeconds(5)) && process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static string? Find(string name) => Folders.Select(f => $"{f}/{name}").FirstOrDefault(File.Exists);
}
