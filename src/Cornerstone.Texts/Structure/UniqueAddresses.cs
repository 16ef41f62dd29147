namespace Cornerstone.Texts;

/// <summary>A source that counts twice ("5." and again "5.") still gets two addresses: "op/5" and "op/5-2".</summary>
internal sealed class UniqueAddresses
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    // A text of nothing but "1." must not cost the square of its length.
    private readonly Dictionary<string, int> _copies = new(StringComparer.Ordinal);

    internal string Take(string address)
    {
        if (_taken.Add(address))
        {
            return address;
        }

        var copy = _copies.GetValueOrDefault(address, 2);
        while (!_taken.Add($"{address}-{copy}"))
        {
            copy++;
        }

        _copies[address] = copy + 1;
        return $"{address}-{copy}";
    }
}
