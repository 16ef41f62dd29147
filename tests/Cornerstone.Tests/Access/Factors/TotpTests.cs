using System.Text;
using Cornerstone.Access.Factors;

namespace Cornerstone.Tests.Access.Factors;

public sealed class TotpTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    // RFC 6238, appendix B, the rows of SHA-1.
    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code)
    {
        Assert.Equal(code, Totp.Code(Secret, Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds)), digits: 8));
    }

    // RFC 4226, appendix D.
    [Theory]
    [InlineData(0, "755224")]
    [InlineData(1, "287082")]
    [InlineData(9, "520489")]
    public void Six_digits_are_those_of_the_older_standard(long step, string code)
    {
        Assert.Equal(code, Totp.Code(Secret, step));
    }

    // RFC 4648, section 10, without the padding.
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void A_secret_is_written_as_the_standard_says(string text, string expected)
    {
        Assert.Equal(expected, Totp.Base32(Encoding.ASCII.GetBytes(text)));
    }

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_code_holds_for_its_own_step_and_one_beside_it(int steps, bool isRight)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);

        var found = Totp.StepOf(Secret, Totp.Code(Secret, Totp.StepAt(now) + steps), now, lastTaken: 0);

        Assert.Equal(isRight ? Totp.StepAt(now) + steps : null, found);
    }

    [Fact]
    public void A_step_that_was_taken_is_not_taken_again_nor_one_before_it()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        var step = Totp.StepAt(now);

        Assert.Null(Totp.StepOf(Secret, Totp.Code(Secret, step), now, lastTaken: step));
        Assert.Null(Totp.StepOf(Secret, Totp.Code(Secret, step - 1), now, lastTaken: step));
        Assert.Equal(step + 1, Totp.StepOf(Secret, Totp.Code(Secret, step + 1), now, lastTaken: step));
    }

    [Theory]
    [InlineData("287 082")]
    [InlineData("٢٨٧٠٨٢")]
    [InlineData("۲۸۷۰۸۲")]
    [InlineData(" 287082 ")]
    public void Spaces_and_the_digits_of_other_keyboards_do_no_harm(string typed)
    {
        Assert.Equal(1, Totp.StepOf(Secret, typed, DateTimeOffset.FromUnixTimeSeconds(30), lastTaken: 0));
    }

    [Theory]
    [InlineData("")]
    [InlineData("28708")]
    [InlineData("2870822")]
    [InlineData("aaaaaa")]
    [InlineData("²⁸⁷⁰⁸²")]
    public void Anything_else_is_no_code(string typed)
    {
        Assert.Null(Totp.StepOf(Secret, typed, DateTimeOffset.FromUnixTimeSeconds(30), lastTaken: 0));
    }
}
