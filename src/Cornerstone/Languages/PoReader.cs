using System.Globalization;
using System.Text;

namespace Cornerstone.Languages;

/// <summary>Cuts a PO text into entries, line by line. Fuzzy entries count as not translated, as in gettext.</summary>
internal sealed class PoReader(string file, List<PoFault> faults)
{
    private readonly List<PoEntry> _entries = [];
    private readonly SortedDictionary<int, StringBuilder> _translations = [];
    private StringBuilder? _sentence;
    private StringBuilder? _many;
    private StringBuilder? _open;
    private bool _fuzzy;
    private int _start;

    public IReadOnlyList<PoEntry> Read(string text)
    {
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            ReadLine(line.Trim(), ++number);
        }

        Close();
        return _entries;
    }

    private void ReadLine(string line, int number)
    {
        if (line.Length == 0 || line[0] == '#')
        {
            Close();
            _fuzzy |= line.StartsWith("#,", StringComparison.Ordinal) && line.Contains("fuzzy", StringComparison.Ordinal);
            return;
        }

        var quote = line.IndexOf('"', StringComparison.Ordinal);
        if (quote < 0 || Unquote(line[quote..]) is not { } value)
        {
            faults.Add(new(file, number, $"expected a keyword and a quoted text: {line}"));
            return;
        }

        if (!Open(line[..quote].Trim(), number))
        {
            faults.Add(new(file, number, $"\"{line[..quote].Trim()}\" is not expected here"));
            return;
        }

        _open!.Append(value);
    }

    /// <summary>Turns to the text that a keyword begins; without keyword the last text goes on.</summary>
    private bool Open(string keyword, int number)
    {
        switch (keyword)
        {
            case "":
                return _open is not null;
            case "msgid":
                Close();
                _start = number;
                _open = _sentence = new();
                return true;
            case "msgid_plural" when _sentence is not null && _translations.Count == 0:
                _open = _many = new();
                return true;
            case "msgstr" when _sentence is not null && _many is null:
                return Translation(0);
            default:
                return _many is not null && keyword.StartsWith("msgstr[", StringComparison.Ordinal) && keyword.EndsWith(']')
                    && int.TryParse(keyword[7..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var form)
                    && form == _translations.Count && Translation(form);
        }
    }

    private bool Translation(int form) => _translations.TryAdd(form, _open = new());

    private void Close()
    {
        if (_sentence is null)
        {
            return;
        }

        IReadOnlyList<string> texts = _fuzzy ? [.. _translations.Select(_ => "")] : [.. _translations.Values.Select(t => t.ToString())];
        _entries.Add(new(_start, _sentence.ToString(), _many?.ToString(), texts));
        (_sentence, _many, _open, _fuzzy) = (null, null, null, false);
        _translations.Clear();
    }

    private static string? Unquote(string quoted)
    {
        if (quoted.Length < 2 || quoted[^1] != '"')
        {
            return null;
        }

        var text = new StringBuilder();
        for (var i = 1; i < quoted.Length - 1; i++)
        {
            var next = quoted[i] == '\\' ? Escaped(quoted[++i]) : quoted[i] == '"' ? null : quoted[i];
            if (next is null || i == quoted.Length - 1)
            {
                return null;
            }

            text.Append(next.Value);
        }

        return text.ToString();
    }

    private static char? Escaped(char c) => c switch
    {
        'n' => '\n',
        't' => '\t',
        '"' or '\\' => c,
        _ => null,
    };
}
