using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Cornerstone.Access.Passwords;

namespace Cornerstone.Tests.Access.Passwords;

/// <summary>A list of breached passwords, as they are published: sorted hashes with counts.</summary>
public sealed class BreachedPasswordsTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Theory]
    [InlineData(0, "\n")]
    [InlineData(1, "\n")]
    [InlineData(2, "\r\n")]
    [InlineData(3, "\n")]
    [InlineData(500, "\r\n")]
    public void Each_password_of_the_list_is_known_and_no_other(int count, string end)
    {
        Write(Enumerable.Range(0, count).Select(Word), end, i => i % 3 == 0 ? "" : $":{Math.Pow(7, i % 9):0}");

        var list = new BreachedPasswords(file);

        Assert.All(Enumerable.Range(0, count), i => Assert.True(list.Knows(Word(i))));
        Assert.All(Enumerable.Range(count, 300), i => Assert.False(list.Knows(Word(i))));
    }

    [Fact]
    public void Without_a_list_nothing_is_known() => Assert.False(new BreachedPasswords(null).Knows("correct horse battery"));

    [Fact]
    public void What_is_no_such_list_stops_the_start_with_the_reason()
    {
        File.WriteAllText(file, "correct horse battery staple, and other passwords");

        Assert.Contains("first line", Assert.Throws<RefusedException>(() => new BreachedPasswords(file)).Message, StringComparison.Ordinal);
        Assert.Contains("no such file", Assert.Throws<RefusedException>(() => new BreachedPasswords(file + ".gone")).Message, StringComparison.Ordinal);
    }

    private static string Word(int i) => string.Create(CultureInfo.InvariantCulture, $"invented word {i}");

    [SuppressMessage("Security", "CA5350", Justification = "As the published lists do.")]
    private void Write(IEnumerable<string> passwords, string end, Func<int, string> count) => File.WriteAllText(
        file, string.Concat(passwords.Select(p => Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(p)))).Order(StringComparer.Ordinal).Select((h, i) => h + count(i) + end)));
}
