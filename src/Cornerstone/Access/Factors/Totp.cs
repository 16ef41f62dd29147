using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Cornerstone.Access.Factors;

/// <summary>
/// Codes of an authenticator: RFC 6238 with what every authenticator app takes for granted, HMAC-SHA-1, six digits and
/// steps of thirty seconds.
/// </summary>
public static class Totp
{
    // RFC 4226, section 4, R6: 160 bits recommended.
    public const int SecretBytes = 20;
    public const int Digits = 6;
    private const int StepSeconds = 30;

    // RFC 6238, section 5.2: at most one step for the delay, and as much for a clock that is not quite right.
    private const int Tolerance = 1;

    public static long StepAt(DateTimeOffset at) => at.ToUnixTimeSeconds() / StepSeconds;

    [SuppressMessage("Security", "CA5350", Justification = "RFC 6238 with SHA-1 is what every authenticator app knows; HMAC does not rest on what is broken in SHA-1.")]
    public static string Code(ReadOnlySpan<byte> secret, long step, int digits = Digits)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(secret, counter, hash);
        // RFC 4226, section 5.3: the last four bits say where to read, the first bit read is left out.
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xF)..]) & int.MaxValue;
        var last = number % (int)Math.Pow(10, digits);
        return last.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }

    /// <summary>The step a typed code belongs to; null when to none, or to one that was taken already.</summary>
    public static long? StepOf(ReadOnlySpan<byte> secret, string typed, DateTimeOffset now, long lastTaken)
    {
        var code = Encoding.ASCII.GetBytes(DigitsOf(typed));
        long? found = null;
        for (var step = StepAt(now) - Tolerance; step <= StepAt(now) + Tolerance; step++)
        {
            // All are computed, found or not: how long it takes says nothing.
            var isRight = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Code(secret, step)), code);
            found = isRight && step > lastTaken ? step : found;
        }

        return found;
    }

    /// <summary>The digits of what was typed, in Latin ones: keyboards also write ٣ or ۳, and people leave a space in the middle.</summary>
    public static string DigitsOf(string typed) =>
        string.Concat(typed.Where(char.IsDigit).Select(c => CharUnicodeInfo.GetDecimalDigitValue(c).ToString(CultureInfo.InvariantCulture)));

    /// <summary>RFC 4648 base 32, the way authenticators take a secret that is typed.</summary>
    public static string Base32(ReadOnlySpan<byte> bytes)
    {
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var text = new StringBuilder();
        var (held, bits) = (0, 0);
        foreach (var b in bytes)
        {
            (held, bits) = (((held << 8) | b) & 0xFFF, bits + 8);
            for (; bits >= 5; bits -= 5)
            {
                text.Append(alphabet[(held >> (bits - 5)) & 31]);
            }
        }

        return bits == 0 ? text.ToString() : text.Append(alphabet[(held << (5 - bits)) & 31]).ToString();
    }
}
